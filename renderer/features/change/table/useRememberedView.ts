import { useEffect, useRef, useState } from 'react';
import * as z from 'zod';
import { useAsked } from '../../../api/useAsked.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { navigate } from '../../../route.ts';

const lastState = z.object({ last: z.string() });
const savedState = z.object({ saved: z.array(z.object({ name: z.string(), query: z.string() })) });
/** Kept apart from the last filters, so that neither is written over by the other's older copy. */
const SAVED = 'changes-saved';

export interface SavedView {
  readonly name: string;
  /** What stands after `?` in the address. */
  readonly query: string;
}
export interface RememberedView {
  /** False until it is known where the table was left: nothing is asked before. */
  readonly isReady: boolean;
  readonly saved: readonly SavedView[];
  readonly current: string;
  /** Asks this at once, also where it is not yet known how the table was left. */
  readonly show: (query: string) => void;
  readonly save: (name: string) => void;
  readonly remove: (name: string) => void;
}

/** Between the last change of a filter and its keeping, so that typing is not written letter by letter. */
const SETTLED_MS = 600;

/** Opens the table as it was left, and keeps named views. */
export function useRememberedView(query: URLSearchParams): RememberedView {
  const read = useAsked('view.read', { view: 'changes' });
  const named = useAsked('view.read', { view: SAVED });
  const { mutate } = useCommand('view.save');
  const last = lastState.safeParse(read.data).data?.last ?? '';
  const saved = savedState.safeParse(named.data).data?.saved ?? [];
  const current = query.toString();
  const [wasOpened, setOpened] = useState(false);
  const isToRestore = !read.isPending && !wasOpened && current === '' && last !== '';

  useEffect(() => {
    if (isToRestore) navigate(`#/changes?${last}`, { replace: true });
  }, [isToRestore, last]);
  // Once filters stand, or none were left, an empty address is the reader's own wish.
  if (!read.isPending && !wasOpened && (current !== '' || last === '')) setOpened(true);
  /** What this page last kept: two pages that are open side by side must not answer each other. */
  const own = useRef<string | null>(null);
  useEffect(() => {
    if (!wasOpened || read.isPending) return undefined;
    if (own.current === null) own.current = last;
    if (current === own.current) return undefined;
    const keep = () => {
      own.current = current;
      mutate({ view: 'changes', state: { last: current } });
    };
    const timer = setTimeout(keep, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [wasOpened, read.isPending, current, last, mutate]);

  const keep = (views: readonly SavedView[]) => mutate({ view: SAVED, state: { saved: views } });
  return {
    isReady: !read.isPending && !isToRestore,
    saved,
    current,
    show: (wanted) => {
      setOpened(true);
      navigate(`#/changes?${wanted}`, { replace: true });
    },
    save: (name) => keep([...saved.filter((view) => view.name !== name), { name, query: current }]),
    remove: (name) => keep(saved.filter((view) => view.name !== name)),
  };
}
