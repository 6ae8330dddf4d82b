/** Another board is open: everything on screen, and everything remembered of it, belongs to the one before. */
export function beginAnew(): void {
  history.replaceState(null, '', `${location.pathname}${location.search}#/today`);
  location.reload();
}
