/** A file's text, or pasted text. */
export interface ChosenFile {
  /** Empty for pasted text. */
  readonly name: string;
  readonly text: string;
  /** What its reader should know of how it was taken: "Read as UTF-16." */
  readonly notes: readonly string[];
}

export function nameOf({ name }: Pick<ChosenFile, 'name'>): string {
  return name === '' ? 'Pasted text' : name;
}

/** Text of a file in whatever encoding it is written in, and what that was when it is not UTF-8. */
export function decodeText(bytes: Uint8Array): { readonly text: string; readonly notes: readonly string[] } {
  const wide = wideKind(bytes);
  if (wide !== null) {
    const named = wide === 'utf-16le' ? 'UTF-16, little-endian' : 'UTF-16, big-endian';
    return { text: new TextDecoder(wide).decode(bytes), notes: [`Read as ${named}.`] };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), notes: [] };
  } catch {
    const text = new TextDecoder('windows-1252').decode(bytes);
    return { text, notes: ['It is not UTF-8; read as Latin-1 (Windows-1252). Look at letters with accents.'] };
  }
}

/** By its mark; without one, by where the zeros of plain letters stand. */
function wideKind(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 200);
  const zeros = (odd: 0 | 1) => head.filter((byte, index) => byte === 0 && index % 2 === odd).length;
  if (zeros(1) > head.length / 3 && zeros(0) === 0) return 'utf-16le';
  return zeros(0) > head.length / 3 && zeros(1) === 0 ? 'utf-16be' : null;
}
