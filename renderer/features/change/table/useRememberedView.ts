import { useEffect, useRef } from 'react';
import * as z from 'zod';
import { useAsked } from '../../../api/useAsked.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { navigate } from '../../../route.ts';

const kept = z.object({
  last: z.string().default(''),
  saved: z.array(z.object({ name: z.string(), query: z.string() })).default([]),
});
export interface SavedView {
  readonly name: string;
  /** What stands after `?` in the address. */
  readonly query: string;
}
export interface RememberedView {
  readonly saved: readonly SavedView[];
  readonly current: string;
  readonly save: (name: string) => void;
  readonly remove: (name: string) => void;
}

/** Between the last change of a filter and its keeping, so that typing is not written letter by letter. */
const SETTLED_MS = 600;

/** Opens the table as it was left, and keeps named views. */
export function useRememberedView(query: URLSearchParams): RememberedView {
  const read = useAsked('view.read', { view: 'changes' });
  const { mutate } = useCommand('view.save');
  const state = kept.safeParse(read.data ?? {}).data ?? { last: '', saved: [] };
  const current = query.toString();
  const isRestored = useRef(false);

  useEffect(() => {
    if (read.isPending || isRestored.current) return;
    isRestored.current = true;
    if (current === '' && state.last !== '') navigate(`#/changes?${state.last}`, { replace: true });
  }, [read.isPending, current, state.last]);
  useEffect(() => {
    if (!isRestored.current || current === state.last) return undefined;
    const timer = setTimeout(
      () => mutate({ view: 'changes', state: { last: current, saved: state.saved } }),
      SETTLED_MS,
    );
    return () => clearTimeout(timer);
  }, [current, state.last, state.saved, mutate]);

  const keep = (saved: readonly SavedView[]) => mutate({ view: 'changes', state: { last: current, saved } });
  return {
    saved: state.saved,
    current,
    save: (name) => keep([...state.saved.filter((view) => view.name !== name), { name, query: current }]),
    remove: (name) => keep(state.saved.filter((view) => view.name !== name)),
  };
}
