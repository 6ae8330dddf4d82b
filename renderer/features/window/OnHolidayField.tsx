import type { HolidayRule, StartRule } from '../../../shared/record/body/scheduleBody.ts';
import type { Repeat } from '../../../shared/view/repeat.ts';
import { Select } from '../../ui/Select.tsx';

export interface OnHolidayFieldProps {
  readonly label: string;
  readonly value: StartRule;
  readonly repeat: Repeat;
  readonly onChange: (value: StartRule) => void;
}

const STAYS = 'stays';

/** What becomes of a start, or an end, that falls on a day off. */
export function OnHolidayField({ label, value, repeat, onChange }: OnHolidayFieldProps) {
  const countsDays = 'on' in repeat && 'kind' in repeat.on && repeat.on.kind === 'business';
  const { onHoliday, ...rest } = value;
  return (
    <div className="tg-row">
      <Select<HolidayRule | typeof STAYS>
        label={`${label}: on a holiday`}
        hideLabel
        value={onHoliday ?? STAYS}
        options={[
          { id: 'not-counted', label: countsDays ? 'holidays are not counted' : 'not on holidays' },
          { id: 'next-business-day', label: 'on a day off, the next business day instead' },
          { id: 'previous-business-day', label: 'on a day off, the previous business day instead' },
          { id: STAYS, label: countsDays ? 'holidays count like other days' : 'on holidays too' },
        ]}
        onChange={(chosen) => onChange(chosen === STAYS ? rest : { ...rest, onHoliday: chosen })}
      />
    </div>
  );
}
