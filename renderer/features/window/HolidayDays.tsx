import { X } from 'lucide-react';
import { useState } from 'react';
import type { Holidays } from '../../../shared/record/body/scheduleBody.ts';
import { withDay, withoutDay } from '../../../shared/view/holidayForms.ts';
import { dayWords, listWords, weekdayNames } from '../../../shared/view/repeatWords.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { countWords } from '../../ui/spanWords.ts';
import { TextInput } from '../../ui/TextInput.tsx';
import { TypedInput } from '../../ui/TypedInput.tsx';
import { typedKinds } from '../../ui/typedKinds.ts';
import { WeekdayToggles } from './WeekdayToggles.tsx';

export interface HolidayDaysProps {
  readonly holidays: Holidays;
  readonly onChange: (holidays: Holidays) => void;
}

/** What the set holds, in a line; day by day when opened, where days can be added and taken out. */
export function HolidayDays({ holidays, onChange }: HolidayDaysProps) {
  const { name, days, weekend, through } = holidays;
  const isOwn = holidays.source === undefined;
  const rest = weekend.length === 0 ? 'no weekend' : `weekend ${listWords(weekend.map((day) => weekdayNames[day]))}`;
  return (
    <details className="tg-holiday-set" open={isOwn}>
      <summary>
        <strong>{name}</strong>: {countWords(days.length, 'day')} off, written in through {dayWords(through)}; {rest}
      </summary>
      <ol className="tg-day-list">
        {days.map(({ day, name: called }) => (
          <li key={day}>
            <span>{dayWords(day)}</span>
            <span className="tg-quiet">{called}</span>
            <IconButton
              label={`Work on ${dayWords(day)}`}
              icon={X}
              size="small"
              onPress={() => onChange(withoutDay(holidays, day))}
            />
          </li>
        ))}
        {days.length === 0 && <li className="tg-quiet">No days yet.</li>}
      </ol>
      <AddDay onAdd={(day, called) => onChange(withDay(holidays, day, called))} />
      <div className="tg-pair">
        <Field label="Nobody works on">
          <WeekdayToggles
            label="Weekend"
            mayBeEmpty
            values={weekend}
            onChange={(next) => {
              if (next.length < 7) onChange({ ...holidays, weekend: next });
            }}
          />
        </Field>
        {isOwn && (
          <TypedInput
            kind={typedKinds.day}
            label="Known through"
            value={through}
            onChange={(day) => onChange({ ...holidays, through: day })}
          />
        )}
      </div>
    </details>
  );
}

function AddDay({ onAdd }: { readonly onAdd: (day: string, name: string) => void }) {
  const [day, setDay] = useState('');
  const [name, setName] = useState('');
  const add = () => {
    onAdd(day, name.trim());
    setDay('');
    setName('');
  };
  return (
    <div className="tg-row">
      <div className="tg-day-input">
        <TypedInput kind={typedKinds.day} label="A further day off" hideLabel value={day} onChange={setDay} />
      </div>
      <TextInput
        label="What it is called"
        hideLabel
        placeholder="Name, if it has one"
        value={name}
        onChange={setName}
      />
      <Button size="small" isDisabled={day === ''} onPress={add}>
        Add day off
      </Button>
    </div>
  );
}
