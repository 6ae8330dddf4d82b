import type { Heard } from '../../../shared/people/sixWords.ts';
import { TextInput } from '../../ui/TextInput.tsx';

/** The spoken check: what the admin hears is typed, then compared. The words are never shown before. */
export function HeardWords(props: {
  readonly words: string;
  readonly onChange: (words: string) => void;
  /** Null until they were compared. */
  readonly heard: Heard | null;
  readonly name: string;
}) {
  const { words, onChange, heard, name } = props;
  const count = words
    .trim()
    .split(/[^A-Za-z]+/)
    .filter(Boolean).length;
  const strange = heard?.strange.map((n) => `the ${n + 1}.`).join(' and ') ?? '';
  return (
    <div className="tg-stack">
      <p>
        Call {name} on a number you know, and type the six words that they read out. Four letters of each are enough.
      </p>
      <TextInput
        label="Six words, as you hear them"
        value={words}
        onChange={onChange}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog is opened to type them
        autoFocus
        mono
        autoComplete="off"
        spellCheck="false"
      />
      <p
        className="tg-people-heard"
        role="status"
        data-tone={heard?.agrees ? 'good' : count >= 6 ? 'danger' : undefined}
      >
        {heard?.agrees
          ? 'They are the words of this key.'
          : count < 6 || heard === null
            ? `${count} of six words.`
            : strange !== ''
              ? `No such word: ${strange} Ask for it again.`
              : 'These are not the words of this key. Somebody else may have asked in this name: do not let it in.'}
      </p>
    </div>
  );
}
