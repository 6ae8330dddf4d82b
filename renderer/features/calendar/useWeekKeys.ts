import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { HOUR_MS } from '../../../shared/time/instant.ts';
import { momentAt, type WeekDay } from '../../../shared/view/weekDays.ts';
import { nodeBeside, type WeekNode } from '../../../shared/view/weekNodes.ts';
import type { Step, useWeekGestures } from './useWeekGestures.ts';

export interface WeekKeysGiven {
  readonly nodes: readonly WeekNode[];
  readonly days: readonly WeekDay[];
  /** Holds every node's element. */
  readonly box: RefObject<HTMLElement | null>;
  /** The head of the day to begin at. */
  readonly first: string;
  readonly gestures: ReturnType<typeof useWeekGestures>;
  readonly press: (node: string) => void;
}

/** A window drawn by keys begins in the morning of the day, or with the work that is in focus. */
const MORNING = 9;
const arrows: Readonly<Record<string, { readonly by: 1 | -1; readonly size: Step }>> = {
  ArrowUp: { by: -1, size: 'quarter' },
  ArrowDown: { by: 1, size: 'quarter' },
  ArrowLeft: { by: -1, size: 'day' },
  ArrowRight: { by: 1, size: 'day' },
};

/** One tab stop for the whole week: arrows walk, Alt and arrows move, Shift as well stretches, N draws. */
export function useWeekKeys({ nodes, days, box, first, gestures, press }: WeekKeysGiven) {
  const [walked, setWalked] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const wanted = useRef<string | null>(null);
  const byId = useMemo(() => new Map(nodes.map((node) => [node.id, node])), [nodes]);
  const active = walked !== null && byId.has(walked) ? walked : first;

  useEffect(() => {
    if (wanted.current === null) return;
    const element = box.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(wanted.current)}"][tabindex]`);
    if (!element) return;
    wanted.current = null;
    element.focus({ preventScroll: true });
    if (!element.closest('.tg-week-top')) element.scrollIntoView({ block: 'nearest' }); // the head is always in sight
  });

  const goTo = (node: WeekNode | undefined) => {
    if (node === undefined) return;
    wanted.current = node.id;
    setWalked(node.id);
  };
  const walk = (key: string) => {
    const from = byId.get(active);
    if (from === undefined) return;
    const at = nodes.indexOf(from);
    if (key === 'ArrowUp') goTo(nodes[at - 1]);
    else if (key === 'ArrowDown') goTo(nodes[at + 1]);
    else goTo(nodeBeside(nodes, from, key === 'ArrowLeft' ? -1 : 1));
  };
  const draw = () => {
    const node = byId.get(active);
    const day = days[node?.day ?? 0];
    if (day === undefined) return;
    const bar = node?.kind === 'change' ? node.bar : null;
    const start = bar ? Math.max(bar.start, day.start) : momentAt(day, MORNING * HOUR_MS);
    gestures.draw({ start, end: start + HOUR_MS });
  };

  const onKeyDown = (event: React.KeyboardEvent) => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey) return;
    const arrow = arrows[key];
    const { drawing, move } = gestures;
    const isHeld = move !== null && !move.isDropped && move.by === 'keys';
    if (drawing?.by === 'keys' && arrow) gestures.stepDrawing(arrow.by, arrow.size, event.shiftKey);
    else if (drawing?.by === 'keys' && key === 'Enter') gestures.dropDrawing();
    else if (arrow && (event.altKey || isHeld)) {
      const node = byId.get(active);
      const bar = isHeld ? move.bar : node?.kind === 'change' ? node.bar : null;
      if (bar) gestures.step(bar, arrow.by, arrow.size, event.shiftKey);
    } else if (isHeld && key === 'Enter') gestures.drop();
    else if (key === 'Enter' || key === ' ') press(active);
    else if (arrow) walk(key);
    else if (key === 'Home') goTo(nodes[0]);
    else if (key === 'End') goTo(nodes.at(-1));
    else if (key === 'n' || key === 'N') draw();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onFocus = (event: React.FocusEvent) => {
    const id = event.target.getAttribute('data-node');
    setFocused(id !== null && event.target.matches(':focus-visible') ? id : null);
    if (id !== null) setWalked(id);
  };
  return {
    active,
    focused,
    onKeyDown,
    onFocus,
    onBlur: () => setFocused(null),
    /** After a dialog, and for what is drawn anew in another column. */
    returnTo: (id: string) => {
      wanted.current = id;
      setWalked(id);
    },
  };
}
