import { useState } from 'react';
import type { Holidays, StartRule } from '../../../shared/record/body/scheduleBody.ts';
import { readRepetition } from '../../../shared/view/readRepeat.ts';
import { mayStrikeOften, startOf, usualWeekend, type Repeat, type Repetition } from '../../../shared/view/repeat.ts';
import { repetitionWords } from '../../../shared/view/repetitionWords.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { asSentence } from '../../ui/spanWords.ts';
import { TypedInput } from '../../ui/TypedInput.tsx';
import { typedKinds } from '../../ui/typedKinds.ts';
import { DayChoiceFields } from './DayChoiceFields.tsx';
import { EveryFields, inUnit } from './EveryFields.tsx';
import { LimitFields } from './LimitFields.tsx';
import { OnHolidayField } from './OnHolidayField.tsx';
import { TimesFields } from './TimesFields.tsx';
import { WeekdayToggles } from './WeekdayToggles.tsx';

export interface RepeatFieldsProps {
  readonly label: string;
  readonly value: StartRule;
  readonly onChange: (value: StartRule) => void;
  readonly holidays: Holidays | undefined;
  /** An end follows its start: it has no limit of its own. */
  readonly isEnd?: boolean;
  readonly hint?: string;
}

/** A repetition in words: every so often, on which day, at what times, from when on, until when. */
export function RepeatFields({ label, value, onChange, holidays, isEnd = false, hint }: RepeatFieldsProps) {
  const weekend = holidays?.weekend ?? usualWeekend;
  const said = readRepetition(value, weekend);
  const { repeat } = said;
  /** The times stand in the first day's text: they are held here while no day is given. */
  const [held, setHeld] = useState<readonly string[] | null>(null);
  const times = said.from === '' && held !== null ? held : said.times;
  // An end that may fall every time needs no first day of its own; one of every second week is counted from it.
  const hasFrom = !isEnd || repeat.every === 'kept' || ('interval' in repeat && repeat.interval > 1);
  const change = (part: Partial<Repetition>) => {
    const next = { ...said, times, ...part };
    setHeld(next.from === '' ? next.times : null);
    onChange({ ...value, ...startOf(next, weekend) });
  };
  const set = (next: Repeat) => change({ repeat: next, times: mayStrikeOften(next) ? times : times.slice(0, 1) });
  return (
    <Field label={label} hint={hint ?? asSentence(repetitionWords(said))}>
      <div className="tg-repeat">
        {repeat.every === 'kept' ? (
          <KeptRepeat
            words={asSentence(repetitionWords(said))}
            onAnew={() => change({ repeat: inUnit(repeat, 'week') })}
          />
        ) : (
          <>
            <div className="tg-row">
              <EveryFields label={label} repeat={repeat} onChange={set} />
              <span>at</span>
              <TimesFields
                label={label}
                times={times}
                mayBeMany={mayStrikeOften(repeat)}
                onChange={(next) => change({ times: next })}
              />
            </div>
            {repeat.every === 'week' && (
              <WeekdayToggles
                label={`${label}: days of the week`}
                values={repeat.on}
                onChange={(on) => set({ ...repeat, on })}
              />
            )}
            {(repeat.every === 'month' || repeat.every === 'year') && (
              <DayChoiceFields label={label} value={repeat.on} onChange={(on) => set({ ...repeat, on })} />
            )}
          </>
        )}
        {holidays && <OnHolidayField label={label} value={value} repeat={repeat} onChange={onChange} />}
        {hasFrom && (
          <div className="tg-row">
            <span>from</span>
            <div className="tg-day-input">
              <TypedInput
                kind={typedKinds.day}
                label={`${label}: first day`}
                hideLabel
                value={said.from}
                onChange={(from) => change({ from })}
              />
            </div>
            <span>on</span>
            {!isEnd && (
              <LimitFields label={label} limit={said.limit} from={said.from} onChange={(limit) => change({ limit })} />
            )}
          </div>
        )}
      </div>
    </Field>
  );
}

function KeptRepeat({ words, onAnew }: { readonly words: string; readonly onAnew: () => void }) {
  return (
    <div className="tg-kept">
      <p>{words}</p>
      <p className="tg-quiet">The fields here have no words for this repetition. It is kept as it is.</p>
      <Button size="small" onPress={onAnew}>
        Say it anew
      </Button>
    </div>
  );
}
