import type { ReactNode } from 'react';
import type { ChangeDraft } from '../../../../shared/api/changeCalls.ts';
import type { Names } from '../../../api/useCatalogue.ts';
import { fieldId } from './fieldIds.ts';

export interface SectionProps {
  readonly body: ChangeDraft;
  readonly edit: (body: ChangeDraft) => void;
  readonly names: Names;
  /** What is wrong by field, once somebody tried to submit. */
  readonly problems: ReadonlyMap<string, string>;
}

/** A few fields that belong together, under a name. */
export function FormSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="tg-form-section">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

interface SpotProps {
  /** Path of the field in the record. */
  readonly field: string;
  readonly half?: boolean;
  readonly children: ReactNode;
}

/** The place of a field, so that what is unfinished can lead to it. */
export function Spot({ field, half, children }: SpotProps) {
  return (
    <div id={fieldId(field)} className="tg-spot" data-half={half || undefined}>
      {children}
    </div>
  );
}
