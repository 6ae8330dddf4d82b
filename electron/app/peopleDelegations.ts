import type { DelegationView } from '../../shared/api/peopleCalls.ts';
import { TidegateError } from '../../shared/errors.ts';
import { personName } from '../../shared/ledger/board.ts';
import type { DelegationBody } from '../../shared/record/body/peopleBody.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import { toMs } from '../../shared/time/instant.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { soundUnsent } from './peopleRoster.ts';

/** The newest delegation of everybody who ever gave one. */
export function delegations(desk: DeskParts): ReadonlyMap<string, DelegationView> {
  const known = [
    ...desk.catalog.records.ofKind('delegation'),
    ...soundUnsent(desk, 'delegation'),
  ] as Filed<'delegation'>[]; // of that kind alone
  const people = new Set(known.map(({ record }) => record.body.person));
  return new Map([...people].map((person) => [person, viewOf(desk, openEnds(known, person))]));
}

/** Whom this person acts for now. */
export function actsFor(desk: DeskParts, person: string): readonly DelegationView[] {
  return [...delegations(desk).values()].filter(({ to, standing }) => to === person && standing === 'runs');
}

/** @throws TidegateError `not-entitled` when it would not count */
export function delegate(desk: DeskParts, given: Omit<DelegationBody, 'person' | 'standing' | 'follows'>): number {
  const person = desk.acting.person();
  if (toMs(given.until) <= toMs(given.from) || toMs(given.until) <= desk.now())
    throw new TidegateError('input-rejected', { field: 'until', problem: 'not after its beginning' });
  if (!desk.model.board().roster.people.some((member) => member.person === given.to) || given.to === person)
    throw new TidegateError('person-not-found', { person: given.to });
  return say(desk, 'delegate', { ...given, person, standing: 'given', follows: ends(desk, person) });
}

export function endDelegation(desk: DeskParts): number {
  const person = desk.acting.person();
  const current = openEndsOf(desk, person).at(-1)?.record.body;
  if (!current || current.standing === 'withdrawn') throw new TidegateError('stale-record', { person });
  return say(desk, 'end-delegation', { ...current, standing: 'withdrawn', follows: ends(desk, person) });
}

function say({ scribe }: DeskParts, what: string, body: DelegationBody): number {
  return scribe.say({ what, subject: `delegation/${body.person}`, statements: [{ kind: 'delegation', body }] });
}

function ends(desk: DeskParts, person: string): string[] {
  return openEndsOf(desk, person).map(({ digest }) => digest);
}

function openEndsOf(desk: DeskParts, person: string): readonly Filed<'delegation'>[] {
  const known = [
    ...desk.catalog.records.ofSubject('delegation', person),
    ...soundUnsent(desk, 'delegation'),
  ] as Filed<'delegation'>[];
  return openEnds(known, person);
}

/** Those that no other follows: one, unless two desks spoke at the same time. */
function openEnds(known: readonly Filed<'delegation'>[], person: string): readonly Filed<'delegation'>[] {
  const own = known.filter(({ record }) => record.body.person === person);
  const followed = new Set(own.flatMap(({ record }) => record.body.follows));
  return own.filter(({ digest }) => !followed.has(digest));
}

function viewOf({ model, now }: DeskParts, open: readonly Filed<'delegation'>[]): DelegationView {
  const board = model.board();
  const newest = open.at(-1);
  if (!newest) throw new TidegateError('board-unreadable', { kind: 'delegation' });
  const { person, to, roles, reason, ...body } = newest.record.body;
  const [from, until] = [toMs(body.from), toMs(body.until)];
  const standing = () => {
    if (open.length > 1) return 'forked';
    if (body.standing === 'withdrawn') return 'withdrawn';
    return now() < from ? 'ahead' : now() < until ? 'runs' : 'over';
  };
  const names = { name: personName(board, person), toName: personName(board, to) };
  return { person, to, ...names, roles, from, until, reason, standing: standing() };
}
