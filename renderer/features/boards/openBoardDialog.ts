/** What one can do with whole boards, each in a dialog of its own. */
export type BoardWish =
  | { readonly dialog: 'create' | 'join' | 'publish' }
  | { readonly dialog: 'leave' | 'switch'; readonly name: string; readonly title: string };

const WISH = 'tidegate-board-dialog';

/** Opens a board's dialog from anywhere: the menu, the palette, a notice. */
export function openBoardDialog(wish: BoardWish): void {
  window.dispatchEvent(new CustomEvent(WISH, { detail: wish }));
}

export function onBoardDialog(listener: (wish: BoardWish) => void): () => void {
  const hear = (event: Event) => listener((event as CustomEvent<BoardWish>).detail); // only we send it
  window.addEventListener(WISH, hear);
  return () => window.removeEventListener(WISH, hear);
}
