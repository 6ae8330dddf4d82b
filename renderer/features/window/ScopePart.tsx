import { Radio, RadioGroup } from 'react-aria-components';
import type { PartProps } from './partProps.ts';
import { ScopeBuilder } from './ScopeBuilder.tsx';

const reaches = [
  { id: 'direct', label: 'Only work on what it covers' },
  { id: 'feeders', label: 'Also work on anything that this depends on, link by link' },
] as const;

/** What it covers: everything by an explicit word, or at least one listed thing; never an empty field. */
export function ScopePart({ form, catalogue, change }: PartProps) {
  const value = form.everything === null ? null : form.everything ? 'everything' : 'listed';
  return (
    <section className="tg-editor-part" aria-label="What it covers">
      <h2>Covers</h2>
      <RadioGroup
        className="tg-lines"
        aria-label="How much it covers"
        value={value}
        onChange={(chosen) => change({ everything: chosen === 'everything' })}
      >
        <Radio value="listed" className="tg-line">
          Only what is listed
        </Radio>
        <Radio value="everything" className="tg-line">
          Everything: every service at every site, for everyone
        </Radio>
      </RadioGroup>
      {form.everything === false && (
        <ScopeBuilder
          label="Listed"
          dimensions={form.within}
          catalogue={catalogue}
          joined="and"
          onChange={(within) => change({ within })}
        />
      )}
      {form.everything !== null && (
        <ScopeBuilder
          label="Except"
          dimensions={form.except}
          catalogue={catalogue}
          joined="or"
          onChange={(except) => change({ except })}
        />
      )}
      <RadioGroup
        className="tg-lines"
        aria-label="How far it reaches"
        value={form.reach}
        onChange={(chosen) => change({ reach: chosen === 'feeders' ? 'feeders' : 'direct' })}
      >
        <span className="tg-field-label tg-label">Holds up</span>
        {reaches.map(({ id, label }) => (
          <Radio key={id} value={id} className="tg-line">
            {label}
          </Radio>
        ))}
      </RadioGroup>
    </section>
  );
}
