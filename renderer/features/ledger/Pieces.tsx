import { legibleLine } from '../../../shared/audit/legible.ts';

const ends = { words: /(?<= )/, folders: /(?<=\/)/ } as const;

/**
 * A command or a path, which breaks between its words or folders and not at a hyphen. What a stranger may have written
 * is made legible.
 */
export function Pieces({ text, of }: { readonly text: string; readonly of: keyof typeof ends }) {
  return (
    <span>
      {legibleLine(text)
        .split(ends[of])
        .map((piece, n) => (
          <span key={n} className="tg-piece">
            {piece}
          </span>
        ))}
    </span>
  );
}
