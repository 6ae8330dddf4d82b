import type { Assessment } from '../change/assess.ts';
import type { ChangeFile } from '../change/changeFile.ts';
import { shownText } from '../change/changeFile.ts';
import type { PersonId } from '../ids.ts';
import type { Board } from '../ledger/board.ts';
import type { Role } from '../record/words.ts';

export interface Signer {
  readonly person: PersonId;
  readonly role: Role;
}

/** Late in the list signs late: the change manager waits until the others have spoken. */
const order: readonly Role[] = [
  'peer',
  'security',
  'provider',
  'service-owner',
  'business-owner',
  'process-owner',
  'finance-owner',
  'recovery-owner',
  'chair',
  'change-manager',
  'director',
];

/**
 * Who signs next, and in which role? Null when nobody is missing, or when only `leaveOpen` asked roles still are.
 * Somebody whose other role is asked for too is kept for the role that fewer people hold.
 */
export function nextSigner(seen: Assessment, board: Board, file: ChangeFile, leaveOpen: number): Signer | null {
  const { requirements, quorum } = seen.tally;
  const open = requirements.filter(({ met, count }) => met.length < count);
  const quorumOpen = quorum !== null && (quorum.met.length < quorum.count || (quorum.business && !quorum.businessMet));
  if (open.length + (open.length === 0 && quorumOpen ? 1 : 0) <= leaveOpen) return null;

  const candidates = open
    .flatMap(({ role, could }) => could.map((person) => ({ role, person, choices: could.length })))
    .toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role) || a.choices - b.choices);
  const scarce = new Set(open.filter(({ could }) => could.length === 1).flatMap(({ could }) => could));
  const chosen =
    candidates.find(({ person, choices }) => choices === 1 || !scarce.has(person)) ?? candidates[0] ?? null;
  if (chosen !== null) return { person: chosen.person, role: chosen.role };
  return quorumOpen ? quorumSigner(seen, board, file) : null;
}

/** Somebody of the board who has not signed yet, a business role first. */
function quorumSigner(seen: Assessment, board: Board, file: ChangeFile): Signer | null {
  const request = shownText(file);
  const rule = board.policy.approvals.find(({ band, type }) => band === seen.risk.band && type === request.type);
  const spent = new Set([
    request.requester,
    request.implementer,
    ...file.decisions.map(({ record }) => record.signed.by),
  ]);
  const asked = [...(rule?.quorum?.of ?? [])].toSorted(
    (a, b) => Number(b.startsWith('business')) - Number(a.startsWith('business')),
  );
  for (const role of asked)
    for (const member of board.roster.people)
      if (!spent.has(member.person) && member.roles.some((held) => held.role === role && held.reach === 'everything'))
        return { person: member.person, role };
  return null;
}
