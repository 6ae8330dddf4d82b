/** A leaf that differs: where it is, as `bands.high`, and its text before and after; null where it is not there. */
export interface LeafDifference {
  readonly where: string;
  readonly was: string | null;
  readonly is: string | null;
}

/** Every leaf in which two bodies differ, in the order of their names. What a revision follows is no difference. */
export function leafDifferences(before: unknown, after: unknown): readonly LeafDifference[] {
  const was = leavesOf(before);
  const is = leavesOf(after);
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((where) => was.get(where) !== is.get(where) && !where.startsWith('follows'))
    .toSorted()
    .map((where) => ({ where, was: was.get(where) ?? null, is: is.get(where) ?? null }));
}

function leavesOf(value: unknown): Map<string, string> {
  const leaves = new Map<string, string>();
  const walk = (each: unknown, where: string): void => {
    if (typeof each === 'object' && each !== null && Object.keys(each).length > 0)
      for (const [name, inner] of Object.entries(each)) walk(inner, where === '' ? name : `${where}.${name}`);
    else leaves.set(where, typeof each === 'string' ? each : JSON.stringify(each));
  };
  walk(value, '');
  return leaves;
}
