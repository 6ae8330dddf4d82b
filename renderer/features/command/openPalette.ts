const OPEN = 'tidegate-open-palette';

/** Opens the palette from anywhere: the top bar's field, a shortcut. */
export function openPalette(): void {
  window.dispatchEvent(new Event(OPEN));
}

/** Hears the wish to open it. */
export function onOpenPalette(listener: () => void): () => void {
  window.addEventListener(OPEN, listener);
  return () => window.removeEventListener(OPEN, listener);
}
