import { X } from 'lucide-react';
import { useState } from 'react';
import {
  putBack,
  restored,
  withAddition,
  withoutAddition,
  type Changeable,
  type WallsOf,
} from '../../../shared/view/occurrenceChanges.ts';
import { wallWords } from '../../../shared/view/repeatWords.ts';
import { spanWords } from '../../../shared/view/wallSpanWords.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { SpanFields } from './SpanFields.tsx';

export interface ChangedPartProps<S extends Changeable> {
  readonly when: S;
  readonly zone: string;
  readonly onChange: (when: S) => void;
}

/** Single occurrences that differ: left out, moved, added. Leaving out and moving begin at the list of occurrences. */
export function ChangedPart<S extends Changeable>({ when, zone, onChange }: ChangedPartProps<S>) {
  const { exceptions = [], moved = [], additions = [] } = when;
  const [adding, setAdding] = useState<WallsOf | null>(null);
  const lines = [
    ...exceptions.map((start) => ({
      key: `not ${start}`,
      sort: start,
      words: `Not on ${wallWords(start)}`,
      undo: 'Put back',
      apply: () => restored(when, start),
    })),
    ...moved.map(({ from, start, end }) => ({
      key: `moved ${from}`,
      sort: from,
      words: `That of ${wallWords(from)} moves to ${spanWords(start, end)}`,
      undo: 'Put back',
      apply: () => putBack(when, from),
    })),
    ...additions.map(({ start, end }) => ({
      key: `also ${start} ${end}`,
      sort: start,
      words: `Also ${spanWords(start, end)}`,
      undo: 'Take out',
      apply: () => withoutAddition(when, start),
    })),
  ].toSorted((a, b) => (a.sort < b.sort ? -1 : 1));
  return (
    <Field label="Single times that differ">
      {lines.length > 0 && (
        <ul className="tg-changed">
          {lines.map((line) => (
            <li key={line.key}>
              <span>{line.words}</span>
              <IconButton
                label={`${line.undo}: ${line.words}`}
                icon={X}
                size="small"
                onPress={() => onChange(line.apply())}
              />
            </li>
          ))}
        </ul>
      )}
      {adding === null ? (
        <div className="tg-row">
          <Button size="small" onPress={() => setAdding({ start: '', end: '' })}>
            Add a further time
          </Button>
          <span className="tg-quiet">Skip or move one in the list of next occurrences.</span>
        </div>
      ) : (
        <SpanFields
          label="A further time"
          verb="Add it"
          zone={zone}
          walls={adding}
          onCancel={() => setAdding(null)}
          onDone={(walls) => {
            onChange(withAddition(when, walls));
            setAdding(null);
          }}
        />
      )}
    </Field>
  );
}
