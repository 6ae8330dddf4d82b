/** Breaks text into lines that fit; a word longer than a line is broken where it must be. Line ends are kept. */
export function wrapText(text: string, width: number, widthOf: (piece: string) => number): string[] {
  const space = widthOf(' ');
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    let used = 0;
    for (const word of paragraph.split(' ')) {
      const needed = widthOf(word);
      if (line !== '' && used + space + needed <= width) {
        line += ` ${word}`;
        used += space + needed;
        continue;
      }
      if (line !== '') lines.push(line);
      const pieces = needed <= width ? [word] : breakWord(word, width, widthOf);
      lines.push(...pieces.slice(0, -1));
      line = pieces.at(-1) ?? '';
      used = widthOf(line);
    }
    lines.push(line);
  }
  return lines;
}

function breakWord(word: string, width: number, widthOf: (piece: string) => number): string[] {
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const char of word) {
    const needed = widthOf(char);
    if (piece !== '' && used + needed > width) {
      pieces.push(piece);
      piece = '';
      used = 0;
    }
    piece += char;
    used += needed;
  }
  return [...pieces, piece];
}
