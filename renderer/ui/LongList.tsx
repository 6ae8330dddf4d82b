import { useState, type ReactNode } from 'react';
import { Button } from './Button.tsx';

interface LongListProps<T> {
  readonly items: readonly T[];
  readonly className?: string;
  readonly label?: string;
  /** Each with its own key. */
  readonly children: (item: T) => ReactNode;
}

/** As many as a reader takes in at once. */
const FIRST = 12;

/** A list of any length: the first of them, and how many there are on the button that shows the rest. */
export function LongList<T>({ items, className, label, children }: LongListProps<T>) {
  const [all, setAll] = useState(false);
  const isShort = items.length <= FIRST + 1;
  return (
    <>
      <ul className={className} aria-label={label}>
        {(all || isShort ? items : items.slice(0, FIRST)).map(children)}
      </ul>
      {!isShort && (
        <Button kind="quiet" onPress={() => setAll(!all)}>
          {all ? `Show the first ${FIRST}` : `Show all ${items.length.toLocaleString('en-GB')}`}
        </Button>
      )}
    </>
  );
}
