import type { FiscalYear } from '../../../shared/record/body/scheduleBody.ts';
import { weekdays } from '../../../shared/view/repeat.ts';
import { longYearWords, nextEnds } from '../../../shared/view/fiscalWords.ts';
import { dayWords, monthNames, weekdayNames } from '../../../shared/view/repeatWords.ts';
import type { Fiscal } from '../../../shared/view/scheduleForms.ts';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { ChangedPart } from './ChangedPart.tsx';
import { HolidaysPart } from './HolidaysPart.tsx';
import { PeriodEndFields } from './PeriodEndFields.tsx';
import { Switcher } from './Switcher.tsx';

export interface FiscalPartProps {
  readonly when: Fiscal;
  readonly zone: string;
  readonly today: string;
  readonly onChange: (when: Fiscal) => void;
}

const SHOWN_ENDS = 12;

/** A window around the ends of fiscal periods: how the year is cut, which ends, from how long before to how long after. */
export function FiscalPart({ when, zone, today, onChange }: FiscalPartProps) {
  const { year, of } = when;
  const set = (part: Partial<Fiscal>) => onChange({ ...when, ...part });
  return (
    <>
      <div className="tg-when-head">
        <Switcher
          label="Closes"
          value={of}
          options={[
            { id: 'period', label: 'Every period' },
            { id: 'quarter', label: 'Every quarter' },
            { id: 'year', label: 'The year' },
          ]}
          onChange={(unit) => set({ of: unit })}
        />
        <Select<FiscalYear['pattern']>
          label="Weeks of each quarter"
          value={year.pattern}
          options={[
            { id: '4-4-5', label: '4, 4 and 5 weeks' },
            { id: '4-5-4', label: '4, 5 and 4 weeks' },
            { id: '5-4-4', label: '5, 4 and 4 weeks' },
          ]}
          onChange={(pattern) => set({ year: { ...year, pattern } })}
        />
      </div>
      <YearEndFields year={year} onChange={(next) => set({ year: next })} />
      <PeriodEndFields label="Begins" of={of} value={when.start} onChange={(start) => set({ start })} />
      <PeriodEndFields label="Ends" of={of} value={when.end} onChange={(end) => set({ end })} />
      <NextEnds when={when} today={today} />
      <HolidaysPart when={when} today={today} onChange={onChange} />
      <ChangedPart when={when} zone={zone} onChange={onChange} />
    </>
  );
}

interface YearEndFieldsProps {
  readonly year: FiscalYear;
  readonly onChange: (year: FiscalYear) => void;
}

function YearEndFields({ year, onChange }: YearEndFieldsProps) {
  const { endsOn } = year;
  const set = (part: Partial<FiscalYear['endsOn']>) => onChange({ ...year, endsOn: { ...endsOn, ...part } });
  return (
    <Field label="The fiscal year ends on">
      <div className="tg-said">
        <span>the</span>
        <Select<FiscalYear['endsOn']['weekday']>
          label="Year end: weekday"
          hideLabel
          value={endsOn.weekday}
          options={weekdays.map((id) => ({ id, label: weekdayNames[id] }))}
          onChange={(weekday) => set({ weekday })}
        />
        <Select<FiscalYear['endsOn']['which']>
          label="Year end: which one"
          hideLabel
          value={endsOn.which}
          options={[
            { id: 'last-in-month', label: 'that is the last in' },
            { id: 'nearest-to-month-end', label: 'nearest to the end of' },
          ]}
          onChange={(which) => set({ which })}
        />
        <Select
          label="Year end: month"
          hideLabel
          value={String(endsOn.month)}
          options={monthNames.map((name, index) => ({ id: String(index + 1), label: name }))}
          onChange={(month) => set({ month: Number(month) })}
        />
      </div>
    </Field>
  );
}

function NextEnds({ when, today }: { readonly when: Fiscal; readonly today: string }) {
  const ends = nextEnds(when.year, when.of, today, when.of === 'year' ? 5 : SHOWN_ENDS);
  return (
    <Field label={when.of === 'year' ? 'The next years end on' : `The next ${when.of}s end on`}>
      <ol className="tg-ends">
        {ends.map(({ day, weeks }) => (
          <li key={day}>
            {dayWords(day)} <span className="tg-quiet">{weeks} weeks</span>
          </li>
        ))}
      </ol>
      <p className="tg-field-hint">{longYearWords(when.year, today)}</p>
    </Field>
  );
}
