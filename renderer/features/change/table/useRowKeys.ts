import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent, type RefObject } from 'react';
import type { ChangeRow } from '../../../../shared/api/changeCalls.ts';
import { hrefOf, navigate } from '../../../route.ts';

interface RowKeysInput {
  readonly total: number;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly scrollTo: (index: number) => void;
  readonly rowAt: (index: number) => ChangeRow | undefined;
  readonly onPreview: (change: string) => void;
  readonly question: string;
}
export interface RowKeys {
  readonly active: number;
  readonly setActive: (index: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onClick: (event: MouseEvent, index: number) => void;
}

/** A page of rows for the page keys. */
const SCREEN = 20;

/** Arrows or j and k walk the rows, Enter opens, space previews; one tab stop for the whole table. */
export function useRowKeys({ total, scroller, scrollTo, rowAt, onPreview, question }: RowKeysInput): RowKeys {
  const [active, setActive] = useState(0);
  const [moved, setMoved] = useState(0);
  const asked = useRef(question);
  useEffect(() => {
    if (asked.current !== question) setActive(0);
    asked.current = question;
  }, [question]);
  useEffect(() => {
    if (moved > 0)
      scroller.current?.querySelector<HTMLElement>(`[data-index="${active}"]`)?.focus({ preventScroll: true });
  }, [moved, active, scroller]);

  const go = (index: number) => {
    const next = Math.max(0, Math.min(total - 1, index));
    setActive(next);
    scrollTo(next);
    requestAnimationFrame(() => setMoved((count) => count + 1)); // the row exists once it was scrolled into sight
  };
  const open = (index: number) => {
    const row = rowAt(index);
    if (row) navigate(hrefOf('change', row.change));
  };
  const steps: Readonly<Record<string, () => void>> = {
    ArrowDown: () => go(active + 1),
    j: () => go(active + 1),
    ArrowUp: () => go(active - 1),
    k: () => go(active - 1),
    PageDown: () => go(active + SCREEN),
    PageUp: () => go(active - SCREEN),
    Home: () => go(0),
    End: () => go(total - 1),
    Enter: () => open(active),
    ' ': () => {
      const row = rowAt(active);
      if (row) onPreview(row.change);
    },
  };
  return {
    active,
    setActive,
    onKeyDown: (event) => {
      const step = event.ctrlKey || event.metaKey || event.altKey ? undefined : steps[event.key];
      if (!step) return;
      event.preventDefault();
      step();
    },
    onClick: (event, index) => {
      if (event.target instanceof Element && event.target.closest('a')) return; // the title's link goes by itself
      const row = rowAt(index);
      if (row) onPreview(row.change);
    },
  };
}
