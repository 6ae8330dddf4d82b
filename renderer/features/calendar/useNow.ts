import { useEffect, useState } from 'react';
import type { Ms } from '../../../shared/time/instant.ts';

/** What is said to the minute need not be told more often. */
const EVERY_MS = 30_000;

/** The present moment, told again twice a minute. */
export function useNow(): Ms {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
