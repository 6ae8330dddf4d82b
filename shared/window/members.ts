/** A set of places in a list, one bit each: many such sets are joined and crossed for every work. */
export type Members = Uint32Array;

export function noMembers(length: number): Members {
  return new Uint32Array(Math.ceil(length / 32));
}

export function addMember(members: Members, place: number): void {
  const word = place >>> 5;
  members[word] = (members[word] ?? 0) | (1 << (place & 31));
}

export function addAll(members: Members, others: Members): void {
  for (let word = 0; word < members.length; word += 1) members[word] = (members[word] ?? 0) | (others[word] ?? 0);
}

/** What of the list is in every one of the sets, in its order. */
export function inAll<T>(list: readonly T[], sets: readonly Members[]): T[] {
  const found: T[] = [];
  for (let word = 0; word * 32 < list.length; word += 1) {
    let left = -1;
    for (const set of sets) left &= set[word] ?? 0;
    while (left !== 0) {
      const lowest = left & -left;
      const each = list[word * 32 + 31 - Math.clz32(lowest)];
      if (each !== undefined) found.push(each);
      left ^= lowest;
    }
  }
  return found;
}
