import { useEffect, useMemo, useRef, useState } from 'react';
import type { ChangePreview } from '../../../shared/api/changeCalls.ts';
import { useAsked } from '../../api/useAsked.ts';
import type { Move } from './move.ts';

/** While a bar is dragged, the desk is asked at most this often. */
const ASK_EVERY_MS = 120;

/** The value, at most so often; the last one always arrives. */
function useThrottled<T>(value: T, everyMs: number): T {
  const [shown, setShown] = useState(value);
  const toldAt = useRef(-Infinity);
  useEffect(() => {
    const wait = Math.max(0, toldAt.current + everyMs - performance.now());
    const timer = setTimeout(() => {
      toldAt.current = performance.now();
      setShown(value);
    }, wait);
    return () => clearTimeout(timer);
  }, [value, everyMs]);
  return shown;
}

export interface Tried {
  readonly preview: ChangePreview | null;
  /** The answer is for this very start. */
  readonly isCurrent: boolean;
  readonly error: unknown;
}

/** What the board would say if the change started then, and took so long. */
export function useTried({ bar, start, minutes }: Pick<Move, 'bar' | 'start' | 'minutes'>): Tried {
  const wished = useMemo(() => ({ change: bar.change, start, minutes }), [bar.change, start, minutes]);
  const asked = useThrottled(wished, ASK_EVERY_MS);
  const tried = useAsked('calendar.tryMove', asked, { keepPrevious: true });
  return {
    preview: tried.data ?? null,
    isCurrent: asked === wished && !tried.isPlaceholderData && tried.data !== undefined,
    error: tried.error,
  };
}
