import type { Digest } from '../ids.ts';

interface Linked {
  readonly digest: Digest;
  readonly follows: readonly Digest[];
}

/** A revision as state keeps it. */
interface Kept {
  readonly filed: {
    readonly digest: Digest;
    readonly record: { readonly body: { readonly follows: readonly Digest[] } };
  };
}

/**
 * Which revisions does nobody follow?
 *
 * One that counts supersedes everything it descends from, also through revisions that do not count.
 *
 * @param revisions all that are known, in line order
 * @param counts which of them count
 */
export function headsOf<R extends Linked>(revisions: readonly R[], counts: (revision: R) => boolean): R[] {
  const byDigest = new Map(revisions.map((revision) => [revision.digest, revision]));
  const living = revisions.filter(counts);
  const superseded = new Set<Digest>();
  const walk = living.flatMap(({ follows }) => follows);
  for (let digest = walk.pop(); digest !== undefined; digest = walk.pop()) {
    if (superseded.has(digest)) continue;
    superseded.add(digest);
    walk.push(...(byDigest.get(digest)?.follows ?? []));
  }
  return living.filter(({ digest }) => !superseded.has(digest));
}

/** Those of the heads that share no earlier revision with another head: the others are sides of a fork. */
export function unforkedHeads<R extends Kept>(revisions: readonly R[], counts: (revision: R) => boolean): R[] {
  const linked = revisions.map((revision) => {
    const { digest, record } = revision.filed;
    return { digest, follows: record.body.follows, revision };
  });
  const heads = headsOf(linked, ({ revision }) => counts(revision)).map(({ revision }) => revision);
  if (heads.length < 2) return heads;
  const byDigest = new Map(revisions.map((revision) => [revision.filed.digest, revision]));
  const families = heads.map((head) => ancestorsOf(head, byDigest));
  const counted = new Map<Digest, number>();
  for (const digest of families.flatMap((family) => [...family])) counted.set(digest, (counted.get(digest) ?? 0) + 1);
  return heads.filter((_, at) => [...(families[at] ?? [])].every((digest) => counted.get(digest) === 1));
}

/** Everything that it follows, through whatever does not count. */
export function ancestorsOf<R extends Kept>(revision: R, byDigest: ReadonlyMap<Digest, R>): ReadonlySet<Digest> {
  const found = new Set<Digest>();
  const walk = [...revision.filed.record.body.follows];
  for (let digest = walk.pop(); digest !== undefined; digest = walk.pop()) {
    if (found.has(digest)) continue;
    found.add(digest);
    walk.push(...(byDigest.get(digest)?.filed.record.body.follows ?? []));
  }
  return found;
}
