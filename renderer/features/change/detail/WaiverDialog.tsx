import { useState } from 'react';
import type { ChangeDetail } from '../../../../shared/api/changeCalls.ts';
import { toInstant, toMs } from '../../../../shared/time/instant.ts';
import { usualEnd } from '../../../../shared/waiver/waiverHours.ts';
import { useAsked } from '../../../api/useAsked.ts';
import { useCommand } from '../../../api/useCommand.ts';
import type { Names } from '../../../api/useCatalogue.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { MultiSelect } from '../../../ui/MultiSelect.tsx';
import { PlaceTimeInput } from '../../../ui/PlaceTimeInput.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { useSaySigned } from './useSaySigned.ts';

interface WaiverDialogProps {
  readonly detail: ChangeDetail;
  readonly names: Names;
  readonly isBreakGlass: boolean;
  readonly onClose: () => void;
}

/** Asks that freezes be lifted once; or lifts them alone, for an incident, and says what that costs. */
export function WaiverDialog({ detail, names, isBreakGlass, onClose }: WaiverDialogProps) {
  const status = useAsked('app.status', {});
  const now = status.data?.now ?? toMs(detail.text.timing.start);
  const { row, text, liftable, material } = detail;
  const place = names.place(row.sites);
  const [windows, setWindows] = useState<string[]>(() => liftable.map(({ window }) => window));
  const [sites, setSites] = useState<string[]>([]);
  const [expires, setExpires] = useState<number | null>(() => usualEnd(now, toMs(text.timing.start), isBreakGlass));
  const [reason, setReason] = useState('');
  const [proof, setProof] = useState('');
  const [isTried, setTried] = useState(false);
  const propose = useCommand('waivers.propose');
  const saySigned = useSaySigned();
  const lacks = {
    windows: windows.length === 0,
    expires: expires === null || expires <= now,
    reason: reason.trim() === '',
    proof: proof.trim() === '' && !isBreakGlass,
  };
  const owners = [...new Set(liftable.filter(({ window }) => windows.includes(window)).flatMap((each) => each.owners))];

  const sign = () => {
    setTried(true);
    if (Object.values(lacks).some(Boolean) || expires === null) return;
    propose.mutate(
      {
        change: row.change,
        material: material.digest,
        windows,
        sites,
        expires: toInstant(expires),
        reason: reason.trim(),
        rollbackProof: proof.trim(),
        breakGlass: isBreakGlass,
      },
      {
        onSuccess: ({ row: said }) => {
          saySigned(isBreakGlass ? 'The glass is broken' : 'Waiver asked for', said);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={isBreakGlass ? 'Break the glass' : 'Ask for a waiver'}
      wide
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Not now</Button>
          <Button kind={isBreakGlass ? 'danger' : 'primary'} isDisabled={propose.isPending} onPress={sign}>
            {isBreakGlass ? 'Sign and break the glass' : 'Sign the request'}
          </Button>
        </>
      }
    >
      <div className="tg-stack">
        <p>
          {isBreakGlass
            ? `Your signature alone lifts the freeze for four hours, for ${text.incident ?? 'the incident'}. Everybody sees it on Today. The missing signatures are due in two business days, and it is counted.`
            : `It lifts the freeze once. ${owners.map(names.person).join(', ') || 'The owner'} and a change manager must sign${row.band === 'critical' ? ', and a director' : ''}. Any change to the plan makes it void.`}
        </p>
        <MultiSelect
          label="Freezes to lift"
          options={liftable.map(({ window, title }) => ({ id: window, label: title }))}
          values={windows}
          onChange={setWindows}
          placeholder="None"
          error={isTried && lacks.windows ? 'Choose what is lifted.' : undefined}
        />
        {text.sites.length > 1 && (
          <MultiSelect
            label="Sites"
            options={text.sites.map((site) => ({ id: site, label: names.site(site) }))}
            values={sites}
            onChange={setSites}
            placeholder="Every site of the change"
          />
        )}
        <PlaceTimeInput
          label="Expires"
          value={expires}
          onChange={setExpires}
          zone={place.zone}
          place={place.name}
          error={isTried && lacks.expires ? 'A moment after now.' : undefined}
        />
        <TextArea
          label="Reason"
          value={reason}
          onChange={setReason}
          maxLength={20_000}
          rows={2}
          error={isTried && lacks.reason ? 'Say why it cannot wait for the end of the freeze.' : undefined}
        />
        <TextArea
          label={isBreakGlass ? 'Why the way back will work (optional)' : 'Why the way back will work'}
          value={proof}
          onChange={setProof}
          maxLength={20_000}
          rows={2}
          error={isTried && lacks.proof ? 'A rehearsal, a restore test, a snapshot: name it.' : undefined}
        />
        {propose.isError && <Problem compact error={propose.error} />}
      </div>
    </Dialog>
  );
}
