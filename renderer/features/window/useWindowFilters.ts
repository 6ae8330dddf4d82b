import { useEffect, useRef, useState } from 'react';
import * as z from 'zod';
import type { WindowRow } from '../../../shared/api/windowCalls.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useCommand } from '../../api/useCommand.ts';
import { hrefOf, listIn, navigate, useRoute } from '../../route.ts';

export interface WindowFilters {
  readonly text: string;
  readonly effects: readonly string[];
  /** Without a choice, withdrawn windows stay out. */
  readonly standings: readonly string[];
  readonly sites: readonly string[];
  readonly isMine: boolean;
}
export interface KeptFilters {
  readonly filters: WindowFilters;
  readonly change: (part: Partial<WindowFilters>) => void;
  /** False until it is known how the list was left. */
  readonly isReady: boolean;
}

const kept = z.object({ last: z.string() });
const VIEW = 'windows';
const SETTLED_MS = 600;

function filtersIn(query: URLSearchParams): WindowFilters {
  return {
    text: query.get('q') ?? '',
    effects: listIn(query, 'effects'),
    standings: listIn(query, 'standings'),
    sites: listIn(query, 'sites'),
    isMine: query.get('mine') === '1',
  };
}

/** The list's filters: in the address, and as they were left when the address says none. */
export function useWindowFilters(): KeptFilters {
  const { query } = useRoute();
  const read = useAsked('view.read', { view: VIEW });
  const { mutate } = useCommand('view.save');
  const last = kept.safeParse(read.data).data?.last ?? '';
  const current = query.toString();
  const [isOpened, setOpened] = useState(false);
  const isToRestore = !read.isPending && !isOpened && current === '' && last !== '';

  useEffect(() => {
    if (isToRestore) navigate(`#/windows?${last}`, { replace: true });
  }, [isToRestore, last]);
  // Once filters stand, or none were left, an empty address is the reader's own wish.
  if (!read.isPending && !isOpened && (current !== '' || last === '')) setOpened(true);
  /** What this page last kept: two pages that are open side by side must not answer each other. */
  const own = useRef<string | null>(null);
  useEffect(() => {
    if (!isOpened) return undefined;
    if (own.current === null) own.current = last;
    if (current === own.current) return undefined;
    const keep = () => {
      own.current = current;
      mutate({ view: VIEW, state: { last: current } });
    };
    const timer = setTimeout(keep, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [isOpened, current, last, mutate]);

  const filters = filtersIn(query);
  return {
    filters,
    isReady: !read.isPending && !isToRestore,
    change: (part) => {
      const { text, effects, standings, sites, isMine } = { ...filters, ...part };
      navigate(hrefOf('windows', null, { q: text, effects, standings, sites, mine: isMine ? '1' : undefined }), {
        replace: true,
      });
    },
  };
}

/** Whether a window stays in the list. */
export function passes(row: WindowRow, filters: WindowFilters, me: string | undefined): boolean {
  const { text, effects, standings, sites, isMine } = filters;
  const wanted = text.trim().toLowerCase();
  return (
    (effects.length === 0 || effects.includes(row.effect)) &&
    (standings.length === 0 ? row.standing !== 'withdrawn' : standings.includes(row.standing)) &&
    // A window that names no site holds at every one.
    (sites.length === 0 || row.sites === null || row.sites.some((site) => sites.includes(site))) &&
    (!isMine || row.owner === me) &&
    (wanted === '' || `${row.title} ${row.sentence} ${row.ownerName}`.toLowerCase().includes(wanted))
  );
}
