import { endAs, endKindOf, startedAt, type RuleEnd, type Ruled } from '../../../shared/view/scheduleForms.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { asSentence } from '../../ui/spanWords.ts';
import { ChangedPart } from './ChangedPart.tsx';
import { HolidaysPart } from './HolidaysPart.tsx';
import { LengthFields } from './LengthFields.tsx';
import { RepeatFields } from './RepeatFields.tsx';
import { endWords } from '../../../shared/view/scheduleWords.ts';
import { Switcher } from './Switcher.tsx';

export interface RepeatPartProps {
  readonly when: Ruled;
  readonly zone: string;
  readonly today: string;
  readonly onChange: (when: Ruled) => void;
}

/** A window that comes again: when it begins, how long it lasts or when it ends, and the days that differ. */
export function RepeatPart({ when, zone, today, onChange }: RepeatPartProps) {
  const { start, end, holidays } = when;
  const kind = endKindOf(end);
  const setEnd = (next: RuleEnd) => onChange({ ...when, end: next });
  return (
    <>
      <RepeatFields
        label="Begins"
        value={start}
        holidays={holidays}
        onChange={(next) => onChange(startedAt(when, next))}
      />
      <Switcher
        label="Ends"
        value={kind === 'rule' ? 'rule' : 'length'}
        options={[
          { id: 'length', label: 'After a length of time' },
          { id: 'rule', label: 'On a day of its own' },
        ]}
        onChange={(to) => setEnd(endAs(when, to === 'rule' ? 'rule' : 'duration'))}
      />
      {'rule' in end ? (
        <RepeatFields
          label="Ends on"
          isEnd
          value={end}
          holidays={holidays}
          onChange={setEnd}
          hint={`${asSentence(endWords(when))} Each beginning is paired with the first such end after it.`}
        />
      ) : (
        <>
          <LengthFields
            text={'elapsed' in end ? end.elapsed : end.duration}
            from={start.from.slice(11)}
            isExact={kind === 'elapsed'}
            onChange={(text) => setEnd(kind === 'elapsed' ? { elapsed: text } : { duration: text })}
          />
          <Checkbox
            isSelected={kind === 'elapsed'}
            onChange={(exact) => setEnd(endAs(when, exact ? 'elapsed' : 'duration'))}
          >
            Exactly so long, even on nights when the clocks change. Otherwise it ends at the same time of day.
          </Checkbox>
        </>
      )}
      <HolidaysPart when={when} today={today} onChange={onChange} />
      <ChangedPart when={when} zone={zone} onChange={onChange} />
    </>
  );
}
