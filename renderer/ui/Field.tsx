import type { ReactNode } from 'react';
import { Group } from 'react-aria-components';

export interface FieldProps {
  /** Null where the control names itself. */
  readonly label: ReactNode;
  readonly children: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** Id of the control inside; without it the label names a group. */
  readonly htmlFor?: string;
}

/** Label, control, hint and error for a control that is not one of the kit's own. */
export function Field({ label, children, hint, error, htmlFor }: FieldProps) {
  const inside = (
    <>
      {children}
      {error ? (
        <p className="tg-field-error" role="alert">
          {error}
        </p>
      ) : (
        hint && <p className="tg-field-hint">{hint}</p>
      )}
    </>
  );
  if (htmlFor !== undefined || label === null) {
    return (
      <div className="tg-field" data-invalid={error ? true : undefined}>
        {label !== null && <label htmlFor={htmlFor}>{label}</label>}
        {inside}
      </div>
    );
  }
  return (
    <Group
      className="tg-field"
      {...(typeof label === 'string' && { 'aria-label': label })}
      data-invalid={error ? true : undefined}
    >
      <span className="tg-field-label">{label}</span>
      {inside}
    </Group>
  );
}
