import { TextInput } from '../../ui/TextInput.tsx';

interface AddressInputProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isDisabled?: boolean;
  /** The cursor begins in it. */
  readonly isFirst?: boolean;
}

/** Where a board is kept for everybody. */
export function AddressInput({ value, onChange, isDisabled = false, isFirst = false }: AddressInputProps) {
  return (
    <TextInput
      label="Git address"
      mono
      value={value}
      onChange={onChange}
      isDisabled={isDisabled}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened in order to type
      autoFocus={isFirst}
      autoComplete="off"
      spellCheck="false"
      placeholder="https://git.example.org/board.git"
      hint="https, ssh, me@host:path, or a folder. Your credential helper or ssh agent signs in; never put a password here."
    />
  );
}
