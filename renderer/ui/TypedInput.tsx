import { CalendarClock } from 'lucide-react';
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { TypedPart } from '../../shared/view/stepTyped.ts';
import { Field } from './Field.tsx';

/** How a kind of typed value is read and written. */
export interface TypedKind {
  /** What people write for a value. */
  readonly write: (value: string) => string;
  /** The value somebody typed; null for none. */
  readonly read: (text: string) => string | null;
  readonly step: (value: string, part: TypedPart, by: 1 | -1) => string;
  /** What each word of the written value is, from the left. */
  readonly parts: readonly TypedPart[];
  readonly sample: string;
  /** Said when what was typed is none. */
  readonly asked: string;
  readonly picker: 'datetime-local' | 'date' | null;
}

export interface TypedFieldProps {
  readonly label: string;
  /** The control stands in a line of words: its label is read out and not drawn. */
  readonly hideLabel?: boolean;
  /** As records hold it; empty while none is given. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
}

/** A date or time that is typed, or stepped with the arrow keys part by part, or picked. */
export function TypedInput({ kind, ...props }: TypedFieldProps & { readonly kind: TypedKind }) {
  const { label, hideLabel = false, value, onChange, hint, error } = props;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  /** What is being typed, and the value it gave; another value from outside shows itself instead. */
  const [typed, setTyped] = useState<{ readonly text: string; readonly value: string } | null>(null);
  const [part, setPart] = useState<number | null>(null);
  const isTyping = typed !== null && typed.value === value;
  const text = isTyping ? typed.text : value === '' ? '' : kind.write(value);
  const isUnread = isTyping && text.trim() !== '' && kind.read(text) === null;

  useLayoutEffect(() => {
    if (part === null || !field.current) return;
    const found = wordsIn(field.current.value)[part];
    if (found) field.current.setSelectionRange(found.start, found.end);
    setPart(null);
  }, [part]);

  const take = (next: string) => {
    const read = next.trim() === '' ? '' : kind.read(next);
    setTyped({ text: next, value: read ?? value });
    if (read !== null && read !== value) onChange(read);
  };
  const leave = () => {
    if (!isUnread) setTyped(null);
    // What cannot be read must not hide an older value that would be signed.
    else if (value !== '') {
      setTyped({ text, value: '' });
      onChange('');
    }
  };
  const step = (event: KeyboardEvent<HTMLInputElement>) => {
    const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : null;
    if (by === null || value === '' || isUnread || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    const caret = event.currentTarget.selectionStart ?? 0;
    const words = wordsIn(kind.write(value));
    const at = Math.max(
      0,
      words.findLastIndex(({ start }) => start <= caret),
    );
    setTyped(null);
    setPart(at);
    onChange(kind.step(value, kind.parts[at] ?? 'day', by));
  };
  const shownError = isUnread ? kind.asked : error;
  return (
    <Field label={hideLabel ? null : label} htmlFor={id} error={shownError} hint={hint}>
      <div className="tg-when" data-picks={kind.picker !== null || undefined}>
        <input
          ref={field}
          id={id}
          className="tg-input"
          autoComplete="off"
          {...(hideLabel && { 'aria-label': label })}
          placeholder={kind.sample}
          value={text}
          aria-invalid={Boolean(shownError)}
          onChange={({ target }) => take(target.value)}
          onBlur={leave}
          onKeyDown={step}
        />
        {kind.picker && (
          <>
            <input
              ref={picker}
              type={kind.picker}
              className="tg-when-picker"
              aria-hidden
              tabIndex={-1}
              value={value}
              onChange={({ target }) => {
                setTyped(null);
                if (target.value !== '') onChange(target.value.slice(0, 16));
              }}
            />
            <Button
              className="tg-when-button"
              aria-label={`Pick: ${label}`}
              onPress={() => picker.current?.showPicker()}
            >
              <CalendarClock size={16} aria-hidden />
            </Button>
          </>
        )}
      </div>
    </Field>
  );
}

function wordsIn(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/[\p{L}\d]+/gu)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
}
