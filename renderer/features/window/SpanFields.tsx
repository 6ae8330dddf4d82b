import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { WallsOf } from '../../../shared/view/occurrenceChanges.ts';
import { Button } from '../../ui/Button.tsx';
import { WallField } from './WallField.tsx';

export interface SpanFieldsProps {
  readonly label: string;
  /** What the button does: `Move it`. */
  readonly verb: string;
  readonly zone: string;
  readonly walls: WallsOf;
  readonly onDone: (walls: WallsOf) => void;
  readonly onCancel: () => void;
  /** A further field between the times and the buttons. */
  readonly children?: ReactNode;
}

/** From when to when, in place of a dialog: two typed times, then done or not. */
export function SpanFields({ label, verb, zone, walls, onDone, onCancel, children }: SpanFieldsProps) {
  const [start, setStart] = useState(walls.start);
  const [end, setEnd] = useState(walls.end);
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const shown = fields.current;
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onCancel();
    };
    shown?.addEventListener('keydown', close);
    return () => shown?.removeEventListener('keydown', close);
  }, [onCancel]);
  const isBackward = start !== '' && end !== '' && end <= start;
  return (
    <div ref={fields} className="tg-span-fields" role="group" aria-label={label}>
      <WallField label="From" value={start} onChange={setStart} zone={zone} />
      <WallField
        label="To"
        value={end}
        onChange={setEnd}
        zone={zone}
        error={isBackward ? 'The end must come after the start.' : undefined}
      />
      {children}
      <div className="tg-row">
        <Button
          size="small"
          isDisabled={start === '' || end === '' || isBackward}
          onPress={() => onDone({ start, end })}
        >
          {verb}
        </Button>
        <Button size="small" kind="quiet" onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
