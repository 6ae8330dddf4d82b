/** A short name from the title: `black-friday`, and a number behind it where that is taken. */
export function freshName(title: string, isTaken: (name: string) => boolean): string {
  const plain = title.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const stem =
    plain
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 50) || 'window';
  let name = stem;
  for (let n = 2; isTaken(name); n++) name = `${stem}-${n}`;
  return name;
}
