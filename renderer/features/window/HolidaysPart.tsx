import { useState } from 'react';
import type { Holidays } from '../../../shared/record/body/scheduleBody.ts';
import { withHolidays } from '../../../shared/view/holidayForms.ts';
import type { Changeable } from '../../../shared/view/occurrenceChanges.ts';
import { usualWeekend } from '../../../shared/view/repeat.ts';
import { CountryHolidays } from './CountryHolidays.tsx';
import { HolidayDays } from './HolidayDays.tsx';
import { Switcher } from './Switcher.tsx';

export interface HolidaysPartProps<S extends Changeable> {
  readonly when: S;
  /** A reading of the clock now. */
  readonly today: string;
  readonly onChange: (when: S) => void;
}

/** The days off that business days pass over: none, a country's, or a set of one's own. */
export function HolidaysPart<S extends Changeable>({ when, today, onChange }: HolidaysPartProps<S>) {
  const { holidays } = when;
  const set = (next: Holidays | null) => onChange(withHolidays(when, next));
  /** A country is wanted and not chosen yet: nothing is written into the draft before. */
  const [isChoosing, setChoosing] = useState(false);
  const held = holidays === undefined ? 'none' : holidays.source === undefined ? 'own' : 'country';
  const begin = (to: typeof held) => {
    setChoosing(to === 'country' && held !== 'country');
    if (to === 'none') set(null);
    if (to === 'own') set(ownSet(holidays, today));
  };
  const isCountry = isChoosing || held === 'country';
  return (
    <div className="tg-holidays" role="group" aria-label="Holidays">
      <Switcher
        label="Holidays"
        value={isChoosing ? 'country' : held}
        options={[
          { id: 'none', label: 'Ignored' },
          { id: 'country', label: 'Of a country' },
          { id: 'own', label: 'Days of our own' },
        ]}
        onChange={begin}
      />
      {isCountry && (
        <CountryHolidays
          holidays={isChoosing ? null : (holidays ?? null)}
          from={firstDay(when)}
          today={today}
          onChange={(written) => {
            setChoosing(false);
            set(written);
          }}
        />
      )}
      {holidays && !isChoosing && <HolidayDays holidays={holidays} onChange={set} />}
    </div>
  );
}

function firstDay(when: Changeable): string {
  return when.form === 'rule' ? when.start.from : '';
}

/** The days that were known, as a set of one's own; through the end of next year when there were none. */
function ownSet(holidays: Holidays | undefined, today: string): Holidays {
  return {
    name: 'Own days',
    days: holidays?.days ?? [],
    weekend: [...(holidays?.weekend ?? usualWeekend)],
    through: holidays?.through ?? `${String(Number(today.slice(0, 4)) + 1)}-12-31`,
  };
}
