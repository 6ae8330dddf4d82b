import { useState } from 'react';
import { holidayDates, type Margin } from '../../../shared/view/dateLines.ts';
import { yearsToWrite } from '../../../shared/view/holidayForms.ts';
import type { DatedSpan } from '../../../shared/view/scheduleForms.ts';
import { useAsked } from '../../api/useAsked.ts';
import { Button } from '../../ui/Button.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { countWords } from '../../ui/spanWords.ts';
import { TypedInput } from '../../ui/TypedInput.tsx';
import { typedKinds } from '../../ui/typedKinds.ts';
import { CountryFields, type Place } from './CountryFields.tsx';
import { NumberField } from './NumberField.tsx';

export interface HolidayDatesProps {
  readonly today: string;
  readonly onAdd: (spans: readonly DatedSpan[]) => void;
  readonly onCancel: () => void;
}

const wholeDay: Margin = { daysBefore: 0, from: '00:00', daysAfter: 0, to: '24:00' };

/** All public holidays of a country as named dates, begun before and ended after by what is said here. */
export function HolidayDates({ today, onAdd, onCancel }: HolidayDatesProps) {
  const [place, setPlace] = useState<Place | null>(null);
  const [margin, setMargin] = useState(wholeDay);
  const years = yearsToWrite('', today);
  const days = useAsked(
    'holidays.days',
    { country: place?.country ?? 'FR', region: place?.region ?? null, ...years },
    { enabled: place !== null },
  );
  const spans = days.data && place ? holidayDates(days.data.holidays, margin).filter(({ end }) => end > today) : [];
  const set = (part: Partial<Margin>) => setMargin((old) => ({ ...old, ...part }));
  return (
    <div className="tg-span-fields" data-wide role="group" aria-label="Add public holidays">
      <CountryFields country={place?.country ?? null} region={place?.region ?? null} onChange={setPlace} />
      {days.isError && <Problem compact error={days.error} onRetry={() => void days.refetch()} />}
      <div className="tg-row">
        <span>from</span>
        <NumberField
          label="days before,"
          name="Days before"
          value={margin.daysBefore}
          least={0}
          most={30}
          onChange={(daysBefore) => set({ daysBefore })}
        />
        <div className="tg-clock-input">
          <TypedInput
            kind={typedKinds.clock}
            label="From, time"
            hideLabel
            value={margin.from}
            onChange={(from) => set({ from: from || '00:00' })}
          />
        </div>
      </div>
      <div className="tg-row">
        <span>to</span>
        <NumberField
          label="days after,"
          name="Days after"
          value={margin.daysAfter}
          least={0}
          most={30}
          onChange={(daysAfter) => set({ daysAfter })}
        />
        <div className="tg-clock-input">
          <TypedInput
            kind={typedKinds.closingClock}
            label="To, time"
            hideLabel
            value={margin.to}
            onChange={(to) => set({ to: to || '24:00' })}
          />
        </div>
      </div>
      <div className="tg-row">
        <Button size="small" isDisabled={spans.length === 0} onPress={() => onAdd(spans)}>
          {spans.length === 0
            ? 'Add holidays'
            : `Add ${countWords(spans.length, 'holiday')} through ${String(years.to)}`}
        </Button>
        <Button size="small" kind="quiet" onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
