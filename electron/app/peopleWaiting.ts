import type { OvertakenRevision, WaitingRevision } from '../../shared/api/peopleCalls.ts';
import { TidegateError } from '../../shared/errors.ts';
import { personName } from '../../shared/ledger/board.ts';
import { thresholdOf } from '../../shared/ledger/chain.ts';
import { isOfKind, type ChainKind } from '../../shared/ledger/state.ts';
import { editRoster } from '../../shared/people/editRoster.ts';
import { leafDifferences } from '../../shared/people/leafDifferences.ts';
import type { RosterEdit } from '../../shared/people/rosterEdit.ts';
import { rosterSteps } from '../../shared/people/rosterSteps.ts';
import { isAdmin } from '../../shared/people/rosterProblem.ts';
import { decodeFile } from '../../shared/record/codec.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import { toMs } from '../../shared/time/instant.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { openObjects, textOf } from '../git/openObjects.ts';
import { pathsPutAway, putAway } from './peoplePutAway.ts';
import { chainInForce, rosterInForce, sayRoster, soundUnsent, unsentRecords } from './peopleRoster.ts';

type ChainFiled = Filed<ChainKind>;

/** Revisions of the roster, the policy and the board's own record that wait for another admin's signature. */
export function waitingRevisions(desk: DeskParts): readonly WaitingRevision[] {
  return (['roster', 'policy', 'ledger'] as const).flatMap((kind) => {
    const pending = pendingOf(desk, kind);
    if (pending.length === 0) return [];
    const inForce = chainInForce(desk, kind);
    return pending
      .filter(({ digest, record }) => digest !== inForce.digest && record.body.follows.includes(inForce.digest))
      .map((filed) => waitingView(desk, inForce, filed));
  });
}

/** Agrees with a revision that waits. @throws TidegateError `stale-record` when it does not wait any more */
export function cosign(desk: DeskParts, kind: WaitingRevision['kind'], digest: string): number {
  const waits = waitingRevisions(desk).some((each) => each.kind === kind && each.digest === digest);
  if (!waits) throw new TidegateError('stale-record', { kind });
  return desk.scribe.say({
    what: 'admin-cosign',
    subject: kind,
    statements: [{ kind: 'cosign', body: { of: { kind, digest } } }],
  });
}

function pendingOf(desk: DeskParts, kind: WaitingRevision['kind']): readonly ChainFiled[] {
  // Both lists hold records of that kind alone.
  return [...desk.catalog.records.pending(kind), ...soundUnsent(desk, kind)] as ChainFiled[];
}

function waitingView(desk: DeskParts, inForce: ChainFiled, filed: ChainFiled): WaitingRevision {
  const { model, acting, now } = desk;
  const board = model.board();
  const { record, digest } = filed;
  const signers = signersOf(desk, filed);
  const able = signers.filter((person) =>
    board.roster.people.some((member) => member.person === person && isAdmin(member, now())),
  );
  const isRoster = record.kind === 'roster';
  const me = acting.reader();
  return {
    kind: record.kind,
    digest,
    name: personName(board, record.signed.by),
    at: toMs(record.signed.at),
    signers: signers.map((person) => personName(board, person)),
    missing: Math.max(0, thresholdOf(board.roster, now()) - able.length),
    maySign: isAdmin(me, now()) && !signers.includes(me.person),
    isMine: record.signed.by === me.person,
    steps: isRoster ? rosterSteps(rosterPeople(inForce), rosterPeople(filed)) : [],
    differences: isRoster ? [] : leafDifferences(inForce.record.body, record.body),
  };
}

/** Its author and everybody who agreed, each once. */
function signersOf(desk: DeskParts, { record, digest }: ChainFiled): readonly string[] {
  const sent = desk.catalog.records.ofKind('cosign');
  const agreed = ([...sent, ...soundUnsent(desk, 'cosign')] as Filed<'cosign'>[]).filter(
    (each) => each.record.body.of.digest === digest,
  );
  return [...new Set([record.signed.by, ...agreed.map((each) => each.record.signed.by)])];
}

function rosterPeople(filed: ChainFiled) {
  return isOfKind(filed, 'roster') ? filed.record.body.people : [];
}

/** Roster revisions of mine that somebody else's overtook: on the line, or still here. */
export async function overtakenRevisions(desk: DeskParts): Promise<readonly OvertakenRevision[]> {
  const me = desk.acting.reader().person;
  const inForce = rosterInForce(desk);
  const { people } = inForce.record.body;
  // On the line it waits still; what is signed here and not sent has overtaken it.
  const ahead = (desk.catalog.records.pending('roster') as readonly Filed<'roster'>[]).filter(
    ({ digest, record }) => digest !== inForce.digest && !record.body.follows.includes(inForce.digest),
  );
  const dealtWith = pathsPutAway(desk);
  const mine = [...(await voidOnLine(desk)), ...ahead, ...voidHere(desk)].filter(
    ({ record, path }) => record.signed.by === me && !dealtWith.has(path),
  );
  return mine.flatMap((filed) => {
    const steps = stepsOf(desk, filed);
    return steps.length === 0
      ? []
      : [{ path: filed.path, at: toMs(filed.record.signed.at), steps, problem: problemOf(people, steps) }];
  });
}

/** Signs the same steps on top of what is in force now. @throws TidegateError `request-not-found`, `stale-record` */
export async function signAgain(desk: DeskParts, path: string): Promise<number> {
  const overtaken = (await overtakenRevisions(desk)).find((each) => each.path === path);
  if (!overtaken) throw new TidegateError('request-not-found', { path });
  const stuck = unsentRecords(desk, 'roster').filter(({ filed, problem }) => filed.path === path && problem !== null);
  return sayRoster(desk, overtaken.steps, () => {
    desk.workspace.outbox.remove(stuck.map((each) => each.row));
    putAway(desk, path);
  });
}

/** What it changed in the revision it followed. */
function stepsOf({ catalog }: DeskParts, filed: Filed<'roster'>): readonly RosterEdit[] {
  const [followed] = filed.record.body.follows;
  const base = catalog.records.ofKind('roster').find(({ digest }) => digest === followed) as
    Filed<'roster'> | undefined;
  return base ? rosterSteps(base.record.body.people, filed.record.body.people) : [];
}

function problemOf(
  people: Parameters<typeof editRoster>[0],
  steps: readonly RosterEdit[],
): OvertakenRevision['problem'] {
  try {
    editRoster(people, steps);
    return null;
  } catch (error) {
    if (error instanceof TidegateError) return { code: error.code, facts: error.facts };
    throw error;
  }
}

function voidHere(desk: DeskParts): readonly Filed<'roster'>[] {
  return unsentRecords(desk, 'roster').flatMap(({ filed, problem }) =>
    problem === 'stale-head' ? [filed as Filed<'roster'>] : [],
  );
}

async function voidOnLine({ model, ledgerFolder }: DeskParts): Promise<readonly Filed<'roster'>[]> {
  const overtaken = model
    .replay()
    .problems()
    .filter(({ reason, path }) => reason === 'stale-head' && path.startsWith('roster/'));
  if (overtaken.length === 0) return [];
  const objects = openObjects(ledgerFolder);
  try {
    const contents = await objects.read(overtaken.map(({ blob }) => blob));
    return overtaken.flatMap(({ path }, n) => {
      const text = textOf(contents[n] ?? null);
      const decoded = text === null ? null : decodeFile(path, text);
      if (!decoded?.ok || decoded.record.kind !== 'roster') return [];
      return [{ record: decoded.record, digest: decoded.digest, path, position: 0 }];
    });
  } finally {
    objects.close();
  }
}
