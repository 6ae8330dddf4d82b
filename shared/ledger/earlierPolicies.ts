import type { PersonId } from '../ids.ts';
import type { PolicyBody } from '../record/body/policyBody.ts';
import { canonical } from '../record/canonical.ts';
import { toMs, type Ms } from '../time/instant.ts';
import { LOOSENING_MS } from '../window/loosening.ts';
import { actOf, cosignsOn } from './admit.ts';
import { thresholdOf } from './chain.ts';
import { CLOCK_SLACK_MS, isFutureDated } from './futureDated.ts';
import { mayWait } from './recentTexts.ts';
import { memberOf, rosterAt } from './signatory.ts';
import type { LedgerState, Link } from './state.ts';
import { isRevoked } from './voidance.ts';

interface EarlierPolicy {
  readonly policy: PolicyBody;
  readonly until: Ms;
}

/**
 * Which policies before the one in force still apply beside it, oldest first? Each until 48 hours after the first revision
 * that took its place, unless a change manager signed that one besides the admins it needed.
 */
export function earlierPolicies(state: LedgerState, judgedAt?: Ms): EarlierPolicy[] {
  const now = judgedAt ?? state.clock.second?.at ?? 0;
  const links = state.chains.policy.filter(({ filed }) => !isFutureDated(filed, judgedAt));
  const present = links.at(-1);
  const waits = (link: Link<'policy'>) => mayWait(state, link, now);
  if (!present || !links.slice(1).some(waits)) return [];
  const said = new Set([substanceOf(present)]);
  return links.flatMap((link, at) => {
    const later = links.slice(at + 1);
    if (later.length === 0 || !later.every(waits)) return [];
    const until = Math.min(...later.map((each) => endOf(state, link, each, judgedAt)));
    if (until <= now || said.has(substanceOf(link))) return [];
    said.add(substanceOf(link));
    return [{ policy: link.filed.record.body, until }];
  });
}

/** When the later policy alone applies, as far as it is up to these two; long ago where it says the same or is agreed. */
function endOf(state: LedgerState, earlier: Link<'policy'>, later: Link<'policy'>, judgedAt: Ms | undefined): Ms {
  const isOver = substanceOf(earlier) === substanceOf(later) || isAgreed(state, later, judgedAt);
  return isOver ? 0 : (later.seenAt ?? 0) + LOOSENING_MS;
}

/** A change manager who reaches everything signed, and the others who did were admins enough. */
function isAgreed(state: LedgerState, { filed, from, isManaged }: Link<'policy'>, judgedAt: Ms | undefined): boolean {
  const acts = [{ ...actOf(state, filed), isManager: isManaged }, ...cosignsOn(state, filed)]
    .filter((act) => !isRevoked(state, act))
    .filter(({ at }) => judgedAt === undefined || at <= judgedAt + CLOCK_SLACK_MS);
  const admins = new Set(acts.map(({ person }) => person).filter((person) => wasAdmin(state, person)));
  const needed = thresholdOf(rosterAt(state, from), toMs(filed.record.signed.at));
  return acts.some(({ person, isManager }) => isManager && admins.size - (admins.has(person) ? 1 : 0) >= needed);
}

function wasAdmin(state: LedgerState, person: PersonId): boolean {
  return state.chains.roster.some(({ filed }) =>
    memberOf(filed.record.body, person)?.roles.some(({ role }) => role === 'admin'),
  );
}

function substanceOf({ filed }: Link<'policy'>): string {
  const { name: _name, follows: _follows, ...said } = filed.record.body;
  return canonical(said);
}
