const candidates = [',', ';', '\t', '|'] as const;

/** Drops a byte order mark, so that the first column keeps its name. */
export function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** Which character separates the cells? The one that occurs most often in the header, outside quotes; comma when none does. */
export function delimiterOf(text: string): string {
  const header = headerOf(withoutMark(text)).replace(/"[^"]*"/g, '');
  let best: string = candidates[0];
  let most = 0;
  for (const candidate of candidates) {
    const count = header.split(candidate).length - 1;
    if (count > most) [best, most] = [candidate, count];
  }
  return best;
}

function headerOf(text: string): string {
  const end = text.search(/[\r\n]/);
  return end === -1 ? text : text.slice(0, end);
}
