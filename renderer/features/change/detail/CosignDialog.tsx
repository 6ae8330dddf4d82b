import { useState } from 'react';
import type { ChangeDetail } from '../../../../shared/api/changeCalls.ts';
import type { WaiverView } from '../../../../shared/api/waiverCalls.ts';
import type { WaiverVoice } from '../../../../shared/waiver/waiverSignatures.ts';
import { useCommand } from '../../../api/useCommand.ts';
import type { Names } from '../../../api/useCatalogue.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { PlaceTime } from '../../../ui/PlaceTime.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useSaySigned } from './useSaySigned.ts';
import { voiceWords } from './waiverWords.ts';

interface CosignDialogProps {
  readonly detail: ChangeDetail;
  readonly names: Names;
  readonly waiver: WaiverView;
  readonly onClose: () => void;
}

/** Shows exactly what the waiver lifts and why, then signs it. */
export function CosignDialog({ detail, names, waiver, onClose }: CosignDialogProps) {
  const [voice, setVoice] = useState<WaiverVoice | null>(waiver.maySign[0] ?? null);
  const cosign = useCommand('waivers.cosign');
  const saySigned = useSaySigned();
  const place = names.place(detail.row.sites);
  const sign = () => {
    if (voice === null) return;
    cosign.mutate(
      { change: detail.row.change, waiver: waiver.digest, voice },
      {
        onSuccess: ({ row }) => {
          saySigned('Waiver signed', row);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={waiver.debtDueAt === null ? 'Sign the waiver' : 'Sign for the broken glass'}
      wide
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Not now</Button>
          <Button kind="primary" isDisabled={cosign.isPending} onPress={sign}>
            Sign
          </Button>
        </>
      }
    >
      <div className="tg-stack">
        <div className="tg-signed-text">
          <p className="tg-signed-text-title">{detail.row.title}</p>
          <dl className="tg-facts">
            <dt>Lifts once</dt>
            <dd>{waiver.windows.map(({ title }) => title).join(', ')}</dd>
            <dt>Where</dt>
            <dd>{waiver.sites.length > 0 ? waiver.sites.map(names.site).join(', ') : 'Every site of the change'}</dd>
            <dt>Till</dt>
            <dd>
              <PlaceTime at={waiver.ends} zone={place.zone} place={place.name} />
            </dd>
            <dt>Asked by</dt>
            <dd>{names.person(waiver.by)}</dd>
            <dt>Reason</dt>
            <dd className="tg-prose">{waiver.reason}</dd>
            <dt>Way back</dt>
            <dd className="tg-prose">{waiver.rollbackProof || 'Nothing was said'}</dd>
          </dl>
        </div>
        <Select
          label="Sign as"
          options={waiver.maySign.map((each) => ({ id: each, label: voiceWords[each] }))}
          value={voice}
          onChange={setVoice}
        />
        {cosign.isError && <Problem compact error={cosign.error} />}
      </div>
    </Dialog>
  );
}
