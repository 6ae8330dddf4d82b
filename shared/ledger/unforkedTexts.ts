import type { Filed } from '../record/envelope.ts';
import { toMs, type Ms } from '../time/instant.ts';
import { isFutureDated } from './futureDated.ts';
import { unforkedHeads } from './heads.ts';
import { isOfKind, type LedgerState, type Revision } from './state.ts';
import { isAlive } from './voidance.ts';

/** What a board says of kinds that do not count while they are forked. */
export interface UnforkedTexts {
  /** Delegations in force or to come. */
  readonly delegations: readonly Filed<'delegation'>[];
  /** Every living text that gave a role, whatever became of it. */
  readonly everGiven: readonly Filed<'delegation'>[];
  /** Published templates. */
  readonly templates: readonly Filed<'template'>[];
}

export function unforkedTexts(state: LedgerState, judgedAt: Ms | undefined): UnforkedTexts {
  const delegations: Filed<'delegation'>[] = [];
  const everGiven: Filed<'delegation'>[] = [];
  const templates: Filed<'template'>[] = [];
  const counts = (revision: Revision) => isAlive(state, revision) && !isFutureDated(revision.filed, judgedAt);
  for (const [subject, revisions] of state.revisions) {
    if (!subject.startsWith('delegation/') && !subject.startsWith('template/')) continue;
    everGiven.push(...revisions.filter(counts).flatMap(({ filed }) => (isGiving(filed) ? [filed] : [])));
    for (const { filed } of unforkedHeads(revisions, counts)) {
      if (isGiving(filed) && (judgedAt === undefined || judgedAt < toMs(filed.record.body.until)))
        delegations.push(filed);
      if (isOfKind(filed, 'template') && filed.record.body.standing === 'published') templates.push(filed);
    }
  }
  return { delegations, everGiven, templates };
}

function isGiving(filed: Filed): filed is Filed<'delegation'> {
  return isOfKind(filed, 'delegation') && filed.record.body.standing === 'given';
}
