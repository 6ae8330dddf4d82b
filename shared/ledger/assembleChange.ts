import type { ChangeFile } from '../change/changeFile.ts';
import type { ChangeId, Digest } from '../ids.ts';
import type { Filed } from '../record/envelope.ts';
import type { Kind } from '../record/kinds.ts';
import type { Ms } from '../time/instant.ts';
import type { Board } from './board.ts';
import { isFutureDated } from './futureDated.ts';
import { headsOf } from './heads.ts';
import { isOfKind } from './state.ts';
import { isVoid, traceOf } from './isVoid.ts';

/**
 * Everything that counts of one change; null when no request of it does.
 *
 * What was voided later is dropped, then each fact is read in line order: of one person's decisions on one
 * digest the last counts, followed evidence is gone, and a request that several revisions follow separately has
 * no current text.
 *
 * @param filed counted records, any order but for those at position 0; those of other changes are passed over
 * @param judgedAt drops what claims to be signed more than five minutes later, locks excepted; omit to judge history as
 *   it stands
 */
export function assembleChange(
  change: ChangeId,
  filed: readonly Filed[],
  board: Board,
  judgedAt?: Ms,
): ChangeFile | null {
  const known = filed.filter(({ record }) =>
    record.kind === 'cosign' && 'of' in record.body
      ? record.body.of.kind === 'waiver' && record.body.of.subject === change
      : 'change' in record.body && record.body.change === change,
  );
  // What a reading from a checkpoint places at 0 was long ago, and comes in line order already.
  const ordered = known.toSorted(
    (a, b) => a.position - b.position || (a.position === 0 ? 0 : a.path < b.path ? -1 : 1),
  );
  const counts = (given: Filed) => !isVoid(traceOf(given), board.voids) && !isFutureDated(given, judgedAt);

  const every = ordered.filter((given) => isOfKind(given, 'request'));
  const requests = every.filter(counts);
  if (requests.length === 0) return null;
  const heads = current(every, counts);
  const ofKind = <K extends Kind>(kind: K) => ordered.filter((given) => isOfKind(given, kind));
  return {
    change,
    current: heads.length === 1 ? (heads[0] ?? null) : null,
    heads,
    requests,
    decisions: lastWords(ordered.filter((given) => isOfKind(given, 'decision')).filter(counts)),
    evidence: current(ofKind('evidence'), counts),
    // A lock that a clock ahead signed is shut all the same.
    receipts: ofKind('receipt').filter(
      (given) => counts(given) || (isLock(given) && !isVoid(traceOf(given), board.voids)),
    ),
    waivers: ofKind('waiver').filter(counts),
    cosigns: ofKind('cosign').filter(counts),
    reviews: current(ofKind('review'), counts),
    comments: current(ofKind('comment'), counts, ownWords(ofKind('comment'))),
  };
}

/** It uses up a waiver, or takes work back once. */
function isLock({ record: { body } }: Filed<'receipt'>): boolean {
  return body.event === 'started' && ((body.waivers ?? []).length > 0 || body.rollbackOf !== undefined);
}

function current<K extends 'request' | 'evidence' | 'review' | 'comment'>(
  all: readonly Filed<K>[],
  counts: (filed: Filed<K>) => boolean,
  followed: (filed: Filed<K>) => readonly Digest[] = ({ record }) => record.body.follows,
): Filed<K>[] {
  const linked = all.map((filed) => ({ digest: filed.digest, follows: followed(filed), filed }));
  return headsOf(linked, ({ filed }) => counts(filed)).map(({ filed }) => filed);
}

/** Nobody takes another's words away: of what a comment follows, only what its own author said. */
function ownWords(all: readonly Filed<'comment'>[]): (filed: Filed<'comment'>) => readonly Digest[] {
  const authors = new Map(all.map(({ digest, record }) => [digest, record.signed.by]));
  return ({ record: { body, signed } }) => body.follows.filter((digest) => authors.get(digest) === signed.by);
}

function lastWords(decisions: readonly Filed<'decision'>[]): Filed<'decision'>[] {
  const last = new Map(decisions.map((filed) => [wordOf(filed), filed]));
  return decisions.filter((filed) => last.get(wordOf(filed)) === filed);
}

function wordOf({ record }: Filed<'decision'>): string {
  return `${record.signed.by} ${record.body.material.digest}`;
}
