/** Cells as a line of CSV. One that a spreadsheet would take for a formula gets an apostrophe in front. */
export function csvLine(cells: readonly string[]): string {
  return cells.map(safeCell).join(',');
}

function safeCell(text: string): string {
  const tamed = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n;']/.test(tamed) ? `"${tamed.replaceAll('"', '""')}"` : tamed;
}
