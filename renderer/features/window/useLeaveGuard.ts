import { useEffect, useRef, useState } from 'react';
import { holdRoute, navigate } from '../../route.ts';

export interface LeaveGuard {
  /** The address somebody wants to go to; null while nobody does. */
  readonly wanted: string | null;
  readonly stay: () => void;
  /** Lets go: to where somebody wanted to go, or to wherever the caller goes next. */
  readonly leave: () => void;
}

/** Holds the page while there is something to lose: whoever leaves by a link, a key or the browser's way back is asked. */
export function useLeaveGuard(isHeld: boolean): LeaveGuard {
  const [wanted, setWanted] = useState<string | null>(null);
  const isLet = useRef(false);
  useEffect(() => {
    if (!isHeld) return undefined;
    return holdRoute((href) => {
      if (isLet.current) return false;
      // The route is read while React draws: nothing else may be drawn for it at that moment.
      queueMicrotask(() => setWanted(href));
      return true;
    });
  }, [isHeld]);
  return {
    wanted,
    stay: () => setWanted(null),
    leave: () => {
      isLet.current = true;
      if (wanted !== null) navigate(wanted);
    },
  };
}
