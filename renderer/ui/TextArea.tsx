import type { ReactNode } from 'react';
import { FieldError, Label, Text, TextArea as Area, TextField, type TextFieldProps } from 'react-aria-components';

export interface TextAreaProps extends Omit<TextFieldProps, 'className' | 'style' | 'children'> {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly placeholder?: string;
  readonly rows?: number;
}

/** Several lines of text; grows with what is written. */
export function TextArea({ label, hint, error, placeholder = '', rows = 3, ...rest }: TextAreaProps) {
  return (
    <TextField {...rest} className="tg-field" isInvalid={error !== undefined && error !== ''}>
      <Label className="tg-field-label">{label}</Label>
      <Area className="tg-input" rows={rows} placeholder={placeholder} />
      {hint && !error && (
        <Text slot="description" className="tg-field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="tg-field-error">{error}</FieldError>
    </TextField>
  );
}
