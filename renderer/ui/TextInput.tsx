import type { ReactNode, Ref } from 'react';
import { FieldError, Input, Label, Text, TextField, type TextFieldProps } from 'react-aria-components';

export interface TextInputProps extends Omit<TextFieldProps, 'className' | 'style' | 'children'> {
  readonly label: string;
  /** The label stays for who listens and is not drawn. */
  readonly hideLabel?: boolean;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly placeholder?: string;
  readonly mono?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** One line of text with its label, hint and error. */
export function TextInput({
  label,
  hideLabel,
  hint,
  error,
  placeholder = '',
  mono,
  inputRef,
  ...rest
}: TextInputProps) {
  return (
    <TextField
      {...rest}
      {...(hideLabel && { 'aria-label': label })}
      className="tg-field"
      isInvalid={error !== undefined && error !== ''}
    >
      {!hideLabel && <Label className="tg-field-label">{label}</Label>}
      <Input
        className={mono ? 'tg-input tg-mono' : 'tg-input'}
        placeholder={placeholder}
        {...(inputRef && { ref: inputRef })}
      />
      {hint && !error && (
        <Text slot="description" className="tg-field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="tg-field-error">{error}</FieldError>
    </TextField>
  );
}
