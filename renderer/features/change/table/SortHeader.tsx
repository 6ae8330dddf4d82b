import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Sort, SortKey } from '../filterAddress.ts';

export interface SortHeaderProps {
  readonly column: string;
  /** Undefined when the column does not sort. */
  readonly sortsBy: SortKey | undefined;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly children: ReactNode;
}

/** What a column starts with when it is first asked: numbers and times from the top, words from A. */
const startsDescending: readonly SortKey[] = ['score', 'start'];

/** A column's name; pressing it sorts, pressing again turns the order. */
export function SortHeader({ column, sortsBy, sort, onSort, children }: SortHeaderProps) {
  const isSorted = sortsBy !== undefined && sort.by === sortsBy;
  const Arrow = sort.descending ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      className="tg-cell"
      data-column={column}
      aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
    >
      {sortsBy ? (
        <button
          type="button"
          className="tg-sort"
          onClick={() =>
            onSort({ by: sortsBy, descending: isSorted ? !sort.descending : startsDescending.includes(sortsBy) })
          }
        >
          {children}
          {isSorted && <Arrow size={12} aria-hidden />}
        </button>
      ) : (
        children
      )}
    </th>
  );
}
