import { useState } from 'react';
import type { DatedSpan } from '../../../shared/view/scheduleForms.ts';
import { TextInput } from '../../ui/TextInput.tsx';
import { SpanFields } from './SpanFields.tsx';

const LONGEST_NAME = 240;

export interface NamedSpanFieldsProps {
  readonly verb: string;
  readonly zone: string;
  readonly span: DatedSpan;
  readonly onDone: (span: DatedSpan) => void;
  readonly onCancel: () => void;
}

/** One date of a list: from, to, and what it is called. */
export function NamedSpanFields({ verb, zone, span, onDone, onCancel }: NamedSpanFieldsProps) {
  const [name, setName] = useState(span.name ?? '');
  return (
    <SpanFields
      label="A date"
      verb={verb}
      zone={zone}
      walls={span}
      onCancel={onCancel}
      onDone={(walls) => onDone({ ...walls, ...(name.trim() !== '' && { name: name.trim() }) })}
    >
      <TextInput label="Name" placeholder="Easter Monday" maxLength={LONGEST_NAME} value={name} onChange={setName} />
    </SpanFields>
  );
}
