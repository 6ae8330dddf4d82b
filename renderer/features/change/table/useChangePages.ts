import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { ChangePage, ChangeRow } from '../../../../shared/api/changeCalls.ts';
import type { ChangeFilter } from '../../../../shared/api/filter.ts';
import { useAsk } from '../../../api/AskContext.ts';
import { useAsked } from '../../../api/useAsked.ts';
import type { Sort } from '../filterAddress.ts';

/** Three screens of rows: one question per flick of the wheel, and small enough to answer at once. */
const PAGE = 100;
/** Rows whose places are held while the first answer is awaited: a screen of them. */
const UNREAD = 24;

export interface ChangePages {
  /** Totals and the first rows; undefined until the first answer. */
  readonly first: ChangePage | undefined;
  readonly total: number;
  /** Undefined while its page is being read. */
  readonly rowAt: (index: number) => ChangeRow | undefined;
  readonly loaded: readonly ChangeRow[];
  /** Tells which rows are on screen, so that their pages are read. */
  readonly see: (from: number, to: number) => void;
  readonly error: Error | null;
  readonly retry: () => void;
  /** Changes when the question does: the table then starts at its top. */
  readonly question: string;
}

/** The rows of a question of any length, page by page as they come into sight. */
export function useChangePages(filter: ChangeFilter, sort: Sort, isReady: boolean): ChangePages {
  const ask = useAsk();
  const [seen, setSeen] = useState({ from: 0, to: 0 });
  const input = (page: number) => ({ filter, sort, offset: page * PAGE, limit: PAGE });
  const first = useAsked('changes.list', input(0), { keepPrevious: true, enabled: isReady });
  const total = first.data?.total ?? 0;

  const wanted: number[] = [];
  for (let page = seen.from; page <= seen.to && page * PAGE < total; page += 1) if (page > 0) wanted.push(page);
  const others = useQueries({
    queries: wanted.map((page) => ({
      queryKey: ['changes.list', input(page)],
      queryFn: () => ask('changes.list', input(page)),
    })),
  });

  const byPage = new Map<number, ChangePage>(first.data ? [[0, first.data]] : []);
  wanted.forEach((page, index) => {
    const data = others[index]?.data;
    if (data) byPage.set(page, data);
  });
  return {
    first: first.data,
    total: first.data ? total : first.isError ? 0 : UNREAD,
    rowAt: (index) => byPage.get(Math.floor(index / PAGE))?.rows[index % PAGE],
    loaded: [...byPage.values()].flatMap((page) => page.rows),
    see: (from, to) => {
      const next = { from: Math.floor(from / PAGE), to: Math.floor(to / PAGE) };
      if (next.from !== seen.from || next.to !== seen.to) setSeen(next);
    },
    error: first.error ?? others.find(({ error }) => error)?.error ?? null,
    retry: () => void Promise.all([first.refetch(), ...others.map((other) => other.refetch())]),
    question: JSON.stringify([filter, sort]),
  };
}
