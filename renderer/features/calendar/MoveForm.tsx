import { useState } from 'react';
import type { TimelineBar } from '../../../shared/api/calendarCalls.ts';
import { MINUTE_MS, type Ms } from '../../../shared/time/instant.ts';
import { zoneName } from '../../../shared/time/placeTime.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { PlaceTimeInput } from '../../ui/PlaceTimeInput.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import type { Move } from './move.ts';

export interface MoveFormProps {
  readonly bar: TimelineBar;
  readonly zone: string;
  readonly onClose: () => void;
}

/** Moving and stretching by typed times: what a drag does, for who would rather say it. */
export function MoveForm({ bar, zone, onClose }: MoveFormProps) {
  const [start, setStart] = useState<Ms | null>(bar.start);
  const [end, setEnd] = useState<Ms | null>(bar.end);
  const [move, setMove] = useState<Move | null>(null);
  if (move !== null) return <MoveDialog move={move} zone={zone} onClose={onClose} />;
  const isBackwards = start !== null && end !== null && end <= start;
  const isSame = start === bar.start && end === bar.end;
  const typed = () => {
    if (start === null || end === null) return;
    const length = end - start === bar.end - bar.start ? {} : { minutes: Math.round((end - start) / MINUTE_MS) };
    setMove({ bar, lane: bar.lanes[0] ?? 0, start, ...length, by: 'keys', pointer: null, isDropped: true });
  };
  // A start that is typed takes the end with it, as a drag of the whole bar does; the end alone stretches.
  const begin = (at: Ms | null) => {
    if (at !== null && start !== null && end !== null) setEnd(end + at - start);
    setStart(at);
  };
  return (
    <Dialog
      title="Move or stretch"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Leave it</Button>
          <Button kind="primary" isDisabled={start === null || end === null || isBackwards || isSame} onPress={typed}>
            See what it means
          </Button>
        </>
      }
    >
      <div className="tg-stack">
        <p className="tg-heading">{bar.title}</p>
        <PlaceTimeInput label="Start" value={start} onChange={begin} zone={zone} place={zoneName(zone)} />
        <PlaceTimeInput
          label="End"
          value={end}
          onChange={setEnd}
          zone={zone}
          place={zoneName(zone)}
          error={isBackwards ? 'The end must be after the start.' : undefined}
        />
      </div>
    </Dialog>
  );
}
