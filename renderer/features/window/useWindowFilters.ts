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
  /** These alone: what was just imported. Not remembered. */
  readonly only: readonly string[];
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
    only: listIn(query, 'only'),
  };
}

/** The list's filters: in the address, and as they were left when the address says none. */
export function useWindowFilters(): KeptFilters {
  const { query } = useRoute();
  const read = useAsked('view.read', { view: VIEW });
  const { mutate } = useCommand('view.save');
  const last = kept.safeParse(read.data).data?.last ?? '';
  const current = query.toString();
  const lasting = query.has('only') ? null : current;
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
    if (lasting === null || lasting === own.current) return undefined;
    const keep = () => {
      own.current = lasting;
      mutate({ view: VIEW, state: { last: lasting } });
    };
    const timer = setTimeout(keep, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [isOpened, lasting, last, mutate]);

  const filters = filtersIn(query);
  return {
    filters,
    isReady: !read.isPending && !isToRestore,
    change: (part) => {
      const { text, effects, standings, sites, isMine, only } = { ...filters, ...part };
      navigate(hrefOf('windows', null, { q: text, effects, standings, sites, mine: isMine ? '1' : undefined, only }), {
        replace: true,
      });
    },
  };
}

/** Whether a window stays in the list. */
export function passes(row: WindowRow, filters: WindowFilters, me: string | undefined): boolean {
  const { text, effects, standings, sites, isMine, only } = filters;
  const wanted = text.trim().toLowerCase();
  return (
    (effects.length === 0 || effects.includes(row.effect)) &&
    (standings.length === 0 ? row.standing !== 'withdrawn' : standings.includes(row.standing)) &&
    // A window that names no site holds at every one.
    (sites.length === 0 || row.sites === null || row.sites.some((site) => sites.includes(site))) &&
    (!isMine || row.owner === me) &&
    (only.length === 0 || only.includes(row.window)) &&
    (wanted === '' || `${row.title} ${row.sentence} ${row.ownerName}`.toLowerCase().includes(wanted))
  );
}
