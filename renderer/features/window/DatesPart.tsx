import { useState } from 'react';
import { joinedDates, MOST_DATES } from '../../../shared/view/dateLines.ts';
import type { DatedSpan, Dates } from '../../../shared/view/scheduleForms.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { countWords } from '../../ui/spanWords.ts';
import { DateYear } from './DateYear.tsx';
import { HolidayDates } from './HolidayDates.tsx';
import { NamedSpanFields } from './NamedSpanFields.tsx';
import { PasteDates } from './PasteDates.tsx';

export interface DatesPartProps {
  readonly when: Dates;
  readonly zone: string;
  readonly today: string;
  readonly onChange: (when: Dates) => void;
}

type Adding = 'one' | 'paste' | 'holidays';

/** A list of dates, year by year: added one by one, pasted, or taken from a country's public holidays. */
export function DatesPart({ when, zone, today, onChange }: DatesPartProps) {
  const { spans } = when;
  const [adding, setAdding] = useState<Adding | null>(null);
  const set = (next: readonly DatedSpan[]) => onChange({ ...when, spans: [...next] });
  const add = (fresh: readonly DatedSpan[]) => {
    set(joinedDates(spans, fresh));
    setAdding(null);
  };
  const close = () => setAdding(null);
  const years = Map.groupBy(spans, ({ start }) => start.slice(0, 4));
  const openYear = [...years.keys()].find((year) => year >= today.slice(0, 4)) ?? [...years.keys()].at(-1);
  return (
    <Field label={`${countWords(spans.length, 'date')}, in order`}>
      {[...years].map(([year, dates]) => (
        <DateYear
          key={year}
          year={year}
          dates={dates}
          zone={zone}
          startsOpen={year === openYear}
          onReplace={(old, next) =>
            set(
              joinedDates(
                spans.filter((span) => span !== old),
                next,
              ),
            )
          }
        />
      ))}
      {spans.length === 0 && <p className="tg-quiet">No dates yet.</p>}
      {spans.length >= MOST_DATES && (
        <p className="tg-field-hint">
          A window holds {MOST_DATES.toLocaleString('en-GB')} dates; later ones are left out.
        </p>
      )}
      {adding === null && (
        <div className="tg-row">
          <Button size="small" onPress={() => setAdding('one')}>
            Add a date
          </Button>
          <Button size="small" onPress={() => setAdding('paste')}>
            Paste dates…
          </Button>
          <Button size="small" onPress={() => setAdding('holidays')}>
            Add public holidays…
          </Button>
        </div>
      )}
      {adding === 'one' && (
        <NamedSpanFields
          verb="Add it"
          zone={zone}
          span={{ start: '', end: '' }}
          onDone={(span) => add([span])}
          onCancel={close}
        />
      )}
      {adding === 'paste' && <PasteDates onAdd={add} onCancel={close} />}
      {adding === 'holidays' && <HolidayDates today={today} onAdd={add} onCancel={close} />}
    </Field>
  );
}
