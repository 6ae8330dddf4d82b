/** Widths of Inter at 12 px, in px: measured once; what is not listed is read as wide. */
const narrow = new Set("iljI.,:;'|!()[] ");
const middling = new Set('frtJ1-/"*');
const wide = new Set('mwMWQO%@&—');

/** About how wide a text is at 12 px, never less than it is by more than a pixel or two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) {
    if (narrow.has(letter)) width += 3.4;
    else if (middling.has(letter)) width += 5;
    else if (wide.has(letter)) width += 10.6;
    else if (letter >= '\u2e80') width += 12;
    else if (letter >= 'A' && letter <= 'Z') width += 8.4;
    else if (letter >= '0' && letter <= '9') width += 7.7;
    else width += 7;
  }
  return width;
}

const known = new Map<string, number>();
/** More titles than this at once are another board's. */
const MOST_KNOWN = 50_000;

/** The same for a title, which is measured with every frame. */
export function titleWidth(title: string): number {
  let width = known.get(title);
  if (width === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    width = textWidth(title);
    known.set(title, width);
  }
  return width;
}

/** As much of a title as fits, with an ellipsis where it was cut; empty when not even three letters would show. */
export function clipTitle(title: string, px: number): string {
  if (titleWidth(title) <= px) return title;
  const letters = [...title];
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (textWidth(letters.slice(0, middle).join('')) + 9 <= px) low = middle;
    else high = middle - 1;
  }
  return low < 3 ? '' : `${letters.slice(0, low).join('').trimEnd()}…`;
}
