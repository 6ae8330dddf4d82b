import { useEffect } from 'react';

/** Escape lets go of what is held, wherever the focus is; listened for only while something is. */
export function useEscape(isHeld: boolean, letGo: () => void): void {
  useEffect(() => {
    if (!isHeld) return undefined;
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      letGo();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [isHeld, letGo]);
}
