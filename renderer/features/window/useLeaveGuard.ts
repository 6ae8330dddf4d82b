import { useEffect, useRef, useState } from 'react';
import { navigate } from '../../route.ts';

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
  const held = useRef(isHeld);
  const isLet = useRef(false);
  useEffect(() => {
    held.current = isHeld;
  }, [isHeld]);
  useEffect(() => {
    const own = location.hash;
    const hold = (event: Event) => {
      if (!held.current || isLet.current || location.hash === own) return;
      event.stopImmediatePropagation();
      setWanted(location.hash);
      // The step that was taken becomes one to this page: nothing behind it was read yet.
      history.replaceState(null, '', own);
    };
    window.addEventListener('hashchange', hold, { capture: true });
    return () => window.removeEventListener('hashchange', hold, { capture: true });
  }, []);
  return {
    wanted,
    stay: () => setWanted(null),
    leave: () => {
      isLet.current = true;
      if (wanted !== null) navigate(wanted);
    },
  };
}
