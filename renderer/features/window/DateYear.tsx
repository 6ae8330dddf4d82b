import { PencilLine, X } from 'lucide-react';
import { useState } from 'react';
import type { DatedSpan } from '../../../shared/view/scheduleForms.ts';
import { spanWords } from '../../../shared/view/wallSpanWords.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { countWords } from '../../ui/spanWords.ts';
import { NamedSpanFields } from './NamedSpanFields.tsx';

export interface DateYearProps {
  readonly year: string;
  readonly dates: readonly DatedSpan[];
  readonly zone: string;
  readonly startsOpen: boolean;
  /** Another date, or none, in the place of one. */
  readonly onReplace: (old: DatedSpan, next: readonly DatedSpan[]) => void;
}

/** More lines of one year are drawn when asked for. */
const SHOWN = 60;

/** The dates of one year, drawn only when it is open. */
export function DateYear({ year, dates, zone, startsOpen, onReplace }: DateYearProps) {
  const [isOpen, setOpen] = useState(startsOpen);
  const [shown, setShown] = useState(SHOWN);
  const [editing, setEditing] = useState<DatedSpan | null>(null);
  return (
    <details className="tg-date-year" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <strong>{year}</strong> <span className="tg-quiet">{countWords(dates.length, 'date')}</span>
      </summary>
      {isOpen && (
        <ol className="tg-dates">
          {dates.slice(0, shown).map((date) =>
            date === editing ? (
              <li key={`${date.start} ${date.end}`} data-editing>
                <NamedSpanFields
                  verb="Keep it so"
                  zone={zone}
                  span={date}
                  onCancel={() => setEditing(null)}
                  onDone={(next) => {
                    setEditing(null);
                    onReplace(date, [next]);
                  }}
                />
              </li>
            ) : (
              <li key={`${date.start} ${date.end}`}>
                <span className="tg-date-words">{spanWords(date.start, date.end)}</span>
                <span className="tg-quiet tg-clip" title={date.name}>
                  {date.name}
                </span>
                <IconButton
                  label={`Edit ${spanWords(date.start, date.end)}`}
                  icon={PencilLine}
                  size="small"
                  onPress={() => setEditing(date)}
                />
                <IconButton
                  label={`Remove ${spanWords(date.start, date.end)}`}
                  icon={X}
                  size="small"
                  onPress={() => onReplace(date, [])}
                />
              </li>
            ),
          )}
        </ol>
      )}
      {isOpen && dates.length > shown && (
        <Button size="small" kind="quiet" onPress={() => setShown(dates.length)}>
          Show all {dates.length.toLocaleString('en-GB')}
        </Button>
      )}
    </details>
  );
}
