import { useEffect } from 'react';
import { hrefOf, navigate } from '../../route.ts';
import { isTyping } from '../../ui/isTyping.ts';
import { pages } from '../frame/pages.ts';

/** How long the second key of `g t` may take. */
const SECOND_KEY_MS = 1_200;

/** Ctrl K opens the palette, `g` and a letter goes to a page, `n` begins a change, `?` shows all of them; silent while something is typed. */
export function useShortcuts(openPalette: () => void, showKeys: () => void): void {
  useEffect(() => {
    let goPressedAt = -Infinity;
    const press = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        openPalette();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.timeStamp - goPressedAt < SECOND_KEY_MS) {
        const entry = pages.find(({ key }) => key === event.key);
        goPressedAt = -Infinity;
        if (entry) {
          event.preventDefault();
          navigate(hrefOf(entry.page));
        }
      } else if (event.key === 'g') goPressedAt = event.timeStamp;
      else if (event.key === 'n') navigate(hrefOf('new-change'));
      else if (event.key === '?') showKeys();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [openPalette, showKeys]);
}
