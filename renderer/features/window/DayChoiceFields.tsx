import { weekdays, type DayChoice, type Weekday } from '../../../shared/view/repeat.ts';
import { ordinalWord, weekdayNames } from '../../../shared/view/repeatWords.ts';
import { Select } from '../../ui/Select.tsx';
import { NumberField } from './NumberField.tsx';

export interface DayChoiceFieldsProps {
  readonly label: string;
  readonly value: DayChoice;
  readonly onChange: (value: DayChoice) => void;
}

const counts = {
  business: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, -1, -2, -3, -4, -5],
  weekday: [1, 2, 3, 4, -1, -2],
  date: [...Array.from({ length: 31 }, (_, index) => index + 1), -1],
} as const;
/** The choice beside the ordinals of a weekday. */
const FROM = 'from';
/** In most months the record holds the 25th at the latest, and says so back. */
const LATEST_FROM = 31;

type What = 'business' | 'date' | Weekday;

function whatOf(value: DayChoice): What {
  return 'weekday' in value ? value.weekday : value.kind;
}

/** The choice for another kind of day, keeping its place where that exists. */
function withWhat(value: DayChoice, what: What): DayChoice {
  const isWeekday = what !== 'business' && what !== 'date';
  if (value.kind === 'weekday-after') return isWeekday ? { ...value, weekday: what } : { kind: what, nth: 1 };
  const kind = isWeekday ? 'weekday' : what;
  const nth = counts[kind].some((count) => count === value.nth) ? value.nth : 1;
  return isWeekday ? { kind: 'weekday', nth, weekday: what } : { kind: what, nth };
}

function withPlace(value: DayChoice, place: string): DayChoice {
  if (place === FROM) return 'weekday' in value ? { kind: 'weekday-after', weekday: value.weekday, date: 1 } : value;
  if (value.kind === 'weekday-after') return { kind: 'weekday', nth: Number(place), weekday: value.weekday };
  return { ...value, nth: Number(place) };
}

/** Which day of the month: "the second-last business day", "the third Saturday", "the 15th". */
export function DayChoiceFields({ label, value, onChange }: DayChoiceFieldsProps) {
  const isFrom = value.kind === 'weekday-after';
  const known: readonly number[] = counts[isFrom ? 'weekday' : value.kind];
  const nths = isFrom || known.includes(value.nth) ? known : [...known, value.nth];
  const places = nths.map((nth) => ({
    id: String(nth),
    label: value.kind === 'date' && nth > 0 ? `${String(nth)}.` : ordinalWord(nth),
  }));
  return (
    <div className="tg-row">
      <span>on the</span>
      <Select
        label={`${label}: which one`}
        hideLabel
        value={isFrom ? FROM : String(value.nth)}
        options={'weekday' in value ? [...places, { id: FROM, label: 'earliest' }] : places}
        onChange={(place) => onChange(withPlace(value, place))}
      />
      <Select<What>
        label={`${label}: which day`}
        hideLabel
        value={whatOf(value)}
        options={[
          { id: 'business', label: 'business day' },
          ...weekdays.map((id) => ({ id, label: weekdayNames[id] })),
          { id: 'date', label: 'day of the month' },
        ]}
        onChange={(what) => onChange(withWhat(value, what))}
      />
      {isFrom && (
        <>
          <span>on or after the</span>
          <NumberField
            label=""
            name={`${label}: from which date`}
            value={value.date}
            least={1}
            most={LATEST_FROM}
            onChange={(date) => onChange({ ...value, date })}
          />
        </>
      )}
    </div>
  );
}
