import { useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { Names } from '../../../api/useCatalogue.ts';
import { sortKeys } from '../../../../shared/api/changeCalls.ts';
import { usePrinting } from '../../../ui/usePrinting.ts';
import type { Sort } from '../filterAddress.ts';
import { columnsWith, features } from './columns.tsx';
import { SortHeader } from './SortHeader.tsx';
import type { ChangePages } from './useChangePages.ts';
import { useRowKeys } from './useRowKeys.ts';

/** The row height of the look; every row has it, so that nothing needs measuring. */
const ROW = 32;
/** Rows around those in sight that go on paper: those that are surely read. */
const PRINTED = 90;

export interface ChangeTableProps {
  readonly pages: ChangePages;
  readonly names: Names;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly onPreview: (change: string) => void;
}

/** A table of any length: only the rows in sight exist. */
export function ChangeTable({ pages, names, sort, onSort, onPreview }: ChangeTableProps) {
  const scroller = useRef<HTMLTableSectionElement>(null);
  const columns = useMemo(() => columnsWith(names), [names]);
  const isPrinting = usePrinting();
  const { loaded, total, question, see, rowAt } = pages;
  const table = useTable({ features, columns, data: loaded as typeof loaded & [], getRowId: (row) => row.change });
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoises this component
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: isPrinting ? PRINTED : 12,
  });
  const items = rows.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = items.at(-1)?.index ?? 0;
  useEffect(() => see(from, to));
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [question]);
  const active = useRowKeys({
    total,
    scroller,
    scrollTo: (index) => rows.scrollToIndex(index),
    rowAt,
    onPreview,
    question,
  });

  return (
    <table className="tg-table" aria-label="Changes" aria-rowcount={total + 1} aria-busy={pages.first === undefined}>
      <thead>
        <tr className="tg-table-row tg-table-head" aria-rowindex={1}>
          {table.getHeaderGroups()[0]?.headers.map((header) => (
            <SortHeader
              key={header.id}
              column={header.id}
              sortsBy={sortKeys.find((key) => key === header.id)}
              sort={sort}
              onSort={onSort}
            >
              <table.FlexRender header={header} />
            </SortHeader>
          ))}
        </tr>
      </thead>
      <tbody className="tg-table-scroll" ref={scroller}>
        <tr aria-hidden className="tg-table-length" style={{ height: rows.getTotalSize() }} />
        {items.map(({ index, start }) => {
          const row = rowAt(index);
          const place = { transform: `translateY(${start}px)` };
          if (!row) return <Waiting key={index} index={index} place={place} />;
          return (
            <tr
              key={row.change}

              className="tg-table-row"
              aria-rowindex={index + 2}
              data-index={index}
              tabIndex={index === active ? 0 : -1}
              style={place}
            >
              {table
                .getRow(row.change)
                .getAllCells()
                .map((cell) => (
                  // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- the cell's own text, drawn by its column
                  <td key={cell.id} className="tg-cell" data-column={cell.column.id}>
                    <table.FlexRender cell={cell} />
                  </td>
                ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Waiting({ index, place }: { readonly index: number; readonly place: { readonly transform: string } }) {
  return (
    <tr className="tg-table-row" data-waiting aria-rowindex={index + 2} style={place}>
      <td className="tg-cell" data-column="score">
        <span className="tg-hidden">Reading</span>
      </td>
      <td className="tg-cell" data-column="title" aria-hidden>
        <span className="tg-cell-waiting" style={{ width: `${40 + ((index * 37) % 40)}%` }} />
      </td>
    </tr>
  );
}
