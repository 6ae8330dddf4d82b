import { useEffect, useRef } from 'react';
import * as z from 'zod';
import type { WindowForm } from '../../../shared/view/windowForm.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useCommand } from '../../api/useCommand.ts';

/** Edits that were not signed, kept on this machine. */
export interface KeptForm {
  readonly form: WindowForm;
  /** What the address asked for when they were begun. */
  readonly query: string;
  /** The revision they were made on; null for a new window. */
  readonly basis: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const keptState = z.object({
  window: z.string().nullable(),
  query: z.string(),
  basis: z.string().nullable(),
  at: z.number(),
  form: z.looseObject({ title: z.string(), when: z.looseObject({ form: z.string() }) }),
});

const LONGEST_VIEW = 60;
const SETTLED_MS = 700;

function viewOf(window: string | null): string {
  return `window-form:${window ?? ''}`.slice(0, LONGEST_VIEW);
}

/** Reads what was kept for a window, or for a new one; undefined while that is not known. */
export function useReadKept(window: string | null): KeptForm | null | undefined {
  const read = useAsked('view.read', { view: viewOf(window) });
  if (read.isPending || read.isFetching) return undefined;
  const kept = keptState.safeParse(read.data);
  if (!kept.success || kept.data.window !== window) return null;
  return { ...kept.data, form: kept.data.form as unknown as WindowForm }; // only this module writes it
}

export interface Keeping {
  /** Forgets what was kept and keeps nothing more: it was signed, or thrown away. */
  readonly forget: () => void;
}

/** Keeps the form as it grows, while it differs from what it began with. */
export function useKeepForm(window: string | null, state: Omit<KeptForm, 'at'>, isChanged: boolean): Keeping {
  const { mutate } = useCommand('view.save');
  const isForgotten = useRef(false);
  const wasKept = useRef(false);
  const text = JSON.stringify(state);
  useEffect(() => {
    if (isForgotten.current || (!isChanged && !wasKept.current)) return undefined;
    const keep = () => {
      if (isForgotten.current) return;
      wasKept.current = isChanged;
      const kept = { window, at: Date.now(), ...(JSON.parse(text) as object) };
      mutate({ view: viewOf(window), state: isChanged ? kept : {} });
    };
    const timer = setTimeout(keep, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [window, text, isChanged, mutate]);
  return {
    forget: () => {
      isForgotten.current = true;
      mutate({ view: viewOf(window), state: {} });
    },
  };
}
