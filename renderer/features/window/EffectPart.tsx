import { Radio, RadioGroup } from 'react-aria-components';
import { effects } from '../../../shared/record/words.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { EffectMark } from '../../ui/EffectMark.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import type { PartProps } from './partProps.ts';
import { effectSentences } from './windowWords.ts';

const LONGEST_TITLE = 240;

/** What it is called, what it does, and why. */
export function EffectPart({ form, change }: PartProps) {
  return (
    <section className="tg-editor-part" aria-label="What it does">
      <h2>What</h2>
      <TextInput
        label="Title"
        value={form.title}
        maxLength={LONGEST_TITLE}
        placeholder="Black Friday, stores"
        onChange={(title) => change({ title })}
      />
      <RadioGroup
        className="tg-choice"
        aria-label="Effect"
        value={form.effect}
        onChange={(value) => {
          const effect = effects.find((name) => name === value);
          if (effect) change({ effect });
        }}
      >
        {effects.map((effect) => (
          <Radio key={effect} value={effect} className="tg-choice-card">
            <EffectMark effect={effect} />
            <span className="tg-choice-words">{effectSentences[effect]}</span>
          </Radio>
        ))}
      </RadioGroup>
      {form.effect === 'maintenance' && (
        <Checkbox isSelected={form.closedOutside} onChange={(closedOutside) => change({ closedOutside })}>
          Closed outside: what it covers may only be worked on inside of it.
        </Checkbox>
      )}
      <TextArea
        label="Why"
        rows={2}
        value={form.reason}
        hint="Read by whoever is held up by it."
        onChange={(reason) => change({ reason })}
      />
    </section>
  );
}
