import type { RosterPreview } from '../../shared/api/peopleCalls.ts';
import { TidegateError } from '../../shared/errors.ts';
import { thresholdOf } from '../../shared/ledger/chain.ts';
import { isVoid } from '../../shared/ledger/isVoid.ts';
import { isHeld } from '../../shared/ledger/signatory.ts';
import { editRoster } from '../../shared/people/editRoster.ts';
import type { RosterEdit } from '../../shared/people/rosterEdit.ts';
import { isAdmin, rosterProblem } from '../../shared/people/rosterProblem.ts';
import { namedCommits, voidsAfter } from '../../shared/people/voidsAfter.ts';
import type { Member } from '../../shared/record/body/rosterBody.ts';
import type { Role } from '../../shared/record/words.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { positionOnLine } from '../git/lineAt.ts';
import { rosterInForce, spentKeys } from './peopleRoster.ts';
import { signedRecords, signedRows, type SignedRecord } from './peopleSigned.ts';
import { waitingRevisions } from './peopleWaiting.ts';

const SHOWN_ROWS = 50;
const NOTHING = { total: 0, byKind: {}, changes: 0, unsent: 0, rows: [] };

/** What these steps would do, in numbers, before anybody signs them. */
export async function rosterPreview(desk: DeskParts, edits: readonly RosterEdit[]): Promise<RosterPreview> {
  const { model, acting, now } = desk;
  const before = model.board().roster;
  const admins = before.people.filter((member) => isAdmin(member, now()) && member.person !== acting.reader().person);
  const common = {
    further: Math.max(0, thresholdOf(before, now()) - 1),
    others: admins.map(({ name }) => name),
    waiting: waitingRevisions(desk).filter(({ kind }) => kind === 'roster').length,
  };
  try {
    const after = editRoster(rosterInForce(desk).record.body.people, edits);
    const stops = await stopped(desk, after, new Set(edits.map(({ person }) => person)));
    const unheld = rolesHeld(before.people, now()).filter((role) => !rolesHeld(after, now()).includes(role));
    return { ...common, problem: rosterProblem(after, edits, now(), spentKeys(desk)), stops, unheld };
  } catch (error) {
    if (!(error instanceof TidegateError)) throw error;
    return { ...common, problem: { code: error.code, facts: error.facts }, stops: NOTHING, unheld: [] };
  }
}

/** What counts now and would not any more. */
async function stopped(
  desk: DeskParts,
  after: readonly Member[],
  people: ReadonlySet<string>,
): Promise<RosterPreview['stops']> {
  const touched = after.filter(({ person }) => people.has(person));
  const positions = new Map<string, number>();
  for (const commit of namedCommits(touched)) {
    const position = await positionOnLine(desk.ledgerFolder, commit);
    if (position !== null) positions.set(commit, position);
  }
  const { voids } = desk.model.board();
  const later = voidsAfter(voids, touched, (commit) => positions.get(commit));
  // What a delegate decided stands on the role and the key of whoever delegated it.
  const given = (voids.delegations ?? []).filter(({ record }) => people.has(record.body.person));
  const signers = new Set([...people, ...given.map(({ record }) => record.body.to)]);
  const gone = signedRecords(desk, signers).filter(
    ({ trace, kind }) => !isVoid(trace, voids) && isVoid(trace, later) && stays.every((each) => each !== kind),
  );
  return {
    total: gone.length,
    byKind: countByKind(gone),
    changes: new Set(gone.flatMap(({ subject }) => (subject?.startsWith('CHG-') ? [subject] : []))).size,
    unsent: gone.filter(({ isUnsent }) => isUnsent).length,
    rows: await signedRows(desk, gone, SHOWN_ROWS),
  };
}

/** Revisions that never fork stand on the signatures they had; a later revocation does not take them out of the chain. */
const stays: readonly string[] = ['ledger', 'roster', 'policy'];

function countByKind(records: readonly SignedRecord[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of records) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

function rolesHeld(people: readonly Member[], now: number): readonly Role[] {
  const held = people
    .filter(({ keys }) => keys.some(({ revoked }) => !revoked))
    .flatMap(({ roles }) => roles.filter((given) => isHeld(given, now)).map(({ role }) => role));
  return [...new Set(held)];
}
