import type { MeView } from '../../shared/api/appCalls.ts';
import type { Member } from '../../shared/record/body/rosterBody.ts';
import type { Role } from '../../shared/record/words.ts';
import { isHeld } from '../../shared/ledger/signatory.ts';
import type { Ms } from '../../shared/time/instant.ts';

const owning: ReadonlySet<Role> = new Set(['business-owner', 'process-owner', 'finance-owner', 'service-owner']);

/** Which sites and processes are a member's own? Those their owner's roles name; a role without limits names none. */
export function ownedBy(member: Member, now: Ms): MeView['owns'] {
  const reaches = member.roles
    .filter((given) => owning.has(given.role) && isHeld(given, now))
    .map(({ reach }) => reach);
  const limited = reaches.filter((reach) => reach !== 'everything');
  return {
    sites: [...new Set(limited.flatMap(({ sites }) => sites ?? []))],
    processes: [...new Set(limited.flatMap(({ processes }) => processes ?? []))],
  };
}
