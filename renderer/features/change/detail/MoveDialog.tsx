import { useState } from 'react';
import type { ChangeDetail, ChangePreview } from '../../../../shared/api/changeCalls.ts';
import { toMs } from '../../../../shared/time/instant.ts';
import { useAsked } from '../../../api/useAsked.ts';
import type { Names } from '../../../api/useCatalogue.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { BandMark } from '../../../ui/BandMark.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { PlaceTimeInput } from '../../../ui/PlaceTimeInput.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { countWords } from '../../../ui/spanWords.ts';
import { draftOf } from '../draftOf.ts';
import { SlotList } from '../SlotList.tsx';
import { useSaySigned } from './useSaySigned.ts';

const OFFERED = 10;

interface MoveDialogProps {
  readonly detail: ChangeDetail;
  readonly names: Names;
  readonly onClose: () => void;
}

/** Another start: free slots to take, or a time of one's own, each with what it would mean. */
export function MoveDialog({ detail, names, onClose }: MoveDialogProps) {
  const { row, text } = detail;
  const place = names.place(row.sites);
  const [start, setStart] = useState<number | null>(text.timing ? toMs(text.timing.start) : null);
  const slots = useAsked('changes.slots', { change: row.change, body: draftOf(text), count: OFFERED });
  const tried = useAsked(
    'calendar.tryMove',
    { change: row.change, start: start ?? 0 },
    { enabled: start !== null, keepPrevious: true },
  );
  const move = useCommand('changes.move');
  const saySigned = useSaySigned();
  const sign = () => {
    if (start === null) return;
    move.mutate(
      { change: row.change, start },
      {
        onSuccess: ({ row: unsent }) => {
          saySigned('Move signed', unsent);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title="Move this change"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Leave it where it is</Button>
          <Button kind="primary" isDisabled={start === null || start === row.start || move.isPending} onPress={sign}>
            Sign move
          </Button>
        </>
      }
    >
      <div className="tg-stack">
        <h3 className="tg-label">Free slots</h3>
        <SlotList slots={slots} names={names} place={place} chosen={start} onChoose={setStart} />
        <PlaceTimeInput label="Start" value={start} onChange={setStart} zone={place.zone} place={place.name} />
        {tried.data && start !== row.start && <Meaning preview={tried.data} />}
        {tried.isError && <Problem compact error={tried.error} />}
        {move.isError && <Problem compact error={move.error} />}
      </div>
    </Dialog>
  );
}

function Meaning({ preview }: { readonly preview: ChangePreview }) {
  const meets = preview.hits.length + preview.collisions.length;
  return (
    <p>
      <BandMark band={preview.risk.band} score={preview.risk.score} as="word" /> ·{' '}
      {meets === 0
        ? 'meets no window and no other change'
        : `meets ${countWords(meets, 'window or change', 'windows or changes')}`}{' '}
      · {preview.voids === 0 ? 'approvals stay valid' : `${countWords(preview.voids, 'approval')} would become stale`}
    </p>
  );
}
