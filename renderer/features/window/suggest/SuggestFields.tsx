import type { SuggestionField } from '../../../../shared/suggest/suggestion.ts';
import { Select } from '../../../ui/Select.tsx';
import { TypedInput } from '../../../ui/TypedInput.tsx';
import { typedKinds } from '../../../ui/typedKinds.ts';
import { NumberField } from '../NumberField.tsx';
import { unitWords } from './suggestWords.ts';

export type Values = Readonly<Record<string, string>>;

export interface SuggestFieldsProps {
  readonly fields: readonly SuggestionField[];
  readonly values: Values;
  readonly onChange: (values: Values) => void;
}

/** What of a suggestion may be changed without seeing a rule. */
export function SuggestFields({ fields, values, onChange }: SuggestFieldsProps) {
  return (
    <div className="tg-suggest-fields">
      {fields.map((field) => (
        <OneField
          key={field.key}
          field={field}
          value={values[field.key] ?? field.standard ?? ''}
          onChange={(value) => onChange({ ...values, [field.key]: value })}
        />
      ))}
    </div>
  );
}

interface OneFieldProps {
  readonly field: SuggestionField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function OneField({ field, value, onChange }: OneFieldProps) {
  if (field.kind === 'choice')
    return <Select label={field.label} options={field.options} value={value} onChange={onChange} />;
  if (field.kind === 'time')
    return <TypedInput kind={typedKinds.clock} label={field.label} value={value} onChange={onChange} />;
  if (field.kind === 'day')
    return <TypedInput kind={typedKinds.day} label={field.label} value={value} onChange={onChange} />;
  return (
    <div className="tg-field">
      <span className="tg-field-label" aria-hidden>
        {field.label}
      </span>
      <NumberField
        name={`${field.label}${field.unit === 'nth' ? '' : `, ${field.unit}`}`}
        label={unitWords(field)}
        least={field.min}
        most={field.max}
        value={Number(value)}
        onChange={(number) => onChange(String(number))}
      />
    </div>
  );
}
