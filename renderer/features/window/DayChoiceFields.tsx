import { weekdays, type DayChoice } from '../../../shared/view/repeat.ts';
import { ordinalWord, weekdayNames } from '../../../shared/view/repeatWords.ts';
import { Select } from '../../ui/Select.tsx';

export interface DayChoiceFieldsProps {
  readonly label: string;
  readonly value: DayChoice;
  readonly onChange: (value: DayChoice) => void;
}

const counts: Readonly<Record<DayChoice['kind'], readonly number[]>> = {
  business: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, -1, -2, -3, -4, -5],
  weekday: [1, 2, 3, 4, -1, -2],
  date: [...Array.from({ length: 31 }, (_, index) => index + 1), -1],
};

type What = 'business' | 'date' | (typeof weekdays)[number];

/** Which day of the month: "the second-last business day", "the third Saturday", "the 15th". */
export function DayChoiceFields({ label, value, onChange }: DayChoiceFieldsProps) {
  const what: What = value.kind === 'weekday' ? value.weekday : value.kind;
  const nths = counts[value.kind].includes(value.nth) ? counts[value.kind] : [...counts[value.kind], value.nth];
  const choose = (chosen: What) => {
    const kind = chosen === 'business' || chosen === 'date' ? chosen : 'weekday';
    const nth = counts[kind].includes(value.nth) ? value.nth : 1;
    onChange(
      chosen === 'business' || chosen === 'date' ? { kind: chosen, nth } : { kind: 'weekday', nth, weekday: chosen },
    );
  };
  return (
    <div className="tg-row">
      <span>on the</span>
      <Select
        label={`${label}: which one`}
        hideLabel
        value={String(value.nth)}
        options={nths.map((nth) => ({
          id: String(nth),
          label: value.kind === 'date' && nth > 0 ? `${String(nth)}.` : ordinalWord(nth),
        }))}
        onChange={(nth) => onChange({ ...value, nth: Number(nth) })}
      />
      <Select<What>
        label={`${label}: which day`}
        hideLabel
        value={what}
        options={[
          { id: 'business', label: 'business day' },
          ...weekdays.map((id) => ({ id, label: weekdayNames[id] })),
          { id: 'date', label: 'day of the month' },
        ]}
        onChange={choose}
      />
    </div>
  );
}
