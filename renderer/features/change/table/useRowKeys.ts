import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react';
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
/** A page of rows for the page keys. */
const SCREEN = 20;

/** Arrows or j and k walk the rows, Enter opens, space or a press previews. Tells which row holds the one tab stop. */
export function useRowKeys({ total, scroller, scrollTo, rowAt, onPreview, question }: RowKeysInput): number {
  const [at, setAt] = useState({ question, index: 0 });
  /** The row that is to have the focus as soon as it exists: scrolling and reading take a moment. */
  const wanted = useRef<number | null>(null);
  const active = at.question === question ? at.index : 0;
  const setActive = (index: number) => setAt({ question, index });

  const go = (index: number) => {
    const next = Math.max(0, Math.min(total - 1, index));
    wanted.current = next;
    setActive(next);
    scrollTo(next);
  };
  const preview = (index: number) => {
    const row = rowAt(index);
    if (row) onPreview(row.change);
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
    ' ': () => preview(active),
  };
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const step = event.ctrlKey || event.metaKey || event.altKey ? undefined : steps[event.key];
    if (!step) return;
    event.preventDefault();
    step();
  });
  const onClick = useEffectEvent((event: MouseEvent) => {
    const index = indexOf(event.target);
    if (index === null || (event.target instanceof Element && event.target.closest('a'))) return; // a link goes by itself
    preview(index);
  });
  const onFocus = useEffectEvent((event: FocusEvent) => {
    const index = indexOf(event.target);
    if (index !== null) setActive(index);
  });
  useEffect(() => {
    const element = scroller.current;
    element?.addEventListener('keydown', onKeyDown);
    element?.addEventListener('click', onClick);
    element?.addEventListener('focusin', onFocus);
    return () => {
      element?.removeEventListener('keydown', onKeyDown);
      element?.removeEventListener('click', onClick);
      element?.removeEventListener('focusin', onFocus);
    };
  }, [scroller]);
  useEffect(() => {
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });
  return active;
}

function indexOf(target: EventTarget | null): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  return row ? Number(row.dataset['index']) : null;
}
