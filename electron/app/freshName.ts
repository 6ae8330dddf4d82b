/** A short name from the title: `black-friday`, and a number behind it where that is taken; `fallback` when no letter is left. */
export function freshName(title: string, isTaken: (name: string) => boolean, fallback = 'window'): string {
  const plain = title.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const stem =
    plain
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 50) || fallback;
  let name = stem;
  for (let n = 2; isTaken(name); n++) name = `${stem}-${n}`;
  return name;
}
