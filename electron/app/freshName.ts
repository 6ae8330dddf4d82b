import { shortNameOf } from '../../shared/shortName.ts';

/** A short name from the title: `black-friday`, and a number behind it where that is taken; `fallback` when no letter is left. */
export function freshName(title: string, isTaken: (name: string) => boolean, fallback = 'window'): string {
  const stem = shortNameOf(title, 50) || fallback;
  let name = stem;
  for (let n = 2; isTaken(name); n++) name = `${stem}-${n}`;
  return name;
}
