import { useEffect, useRef, useState } from 'react';
import type { ChangePreview } from '../../../shared/api/changeCalls.ts';
import type { Ms } from '../../../shared/time/instant.ts';
import { useAsked } from '../../api/useAsked.ts';

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

/** What the board would say if the change started then. */
export function useTried(change: string, start: Ms): Tried {
  const asked = useThrottled(start, ASK_EVERY_MS);
  const tried = useAsked('calendar.tryMove', { change, start: asked }, { keepPrevious: true });
  return {
    preview: tried.data ?? null,
    isCurrent: asked === start && !tried.isPlaceholderData && tried.data !== undefined,
    error: tried.error,
  };
}
