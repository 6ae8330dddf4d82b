import { useEffect, useState } from 'react';
import type { TimeScale } from '../../../shared/view/timeScale.ts';

/** After this long without a movement the lanes count as at rest. */
const REST_MS = 140;

/** Do the lanes stand still, in time and down the page? */
export function useResting(scale: TimeScale, top: number): boolean {
  const [rested, setRested] = useState<{ scale: TimeScale; top: number } | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setRested({ scale, top }), REST_MS);
    return () => clearTimeout(timer);
  }, [scale, top]);
  return rested !== null && rested.scale === scale && rested.top === top;
}
