import type { AdmitInput, RequestView } from '../../shared/api/peopleCalls.ts';
import { TidegateError } from '../../shared/errors.ts';
import { personName } from '../../shared/ledger/board.ts';
import { admissionSteps } from '../../shared/people/admissionSteps.ts';
import { holderOf } from '../../shared/people/editRoster.ts';
import type { RosterEdit } from '../../shared/people/rosterEdit.ts';
import { hear, type Heard } from '../../shared/people/sixWords.ts';
import { decodeFile } from '../../shared/record/codec.ts';
import type { RecordOf } from '../../shared/record/envelope.ts';
import { toMs } from '../../shared/time/instant.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { openObjects, textOf } from '../git/openObjects.ts';
import { pathsPutAway } from './peoplePutAway.ts';
import { unsentRecords } from './peopleRoster.ts';

/** Anybody who can push can ask: the newest of them are enough to look at. */
const MOST_REQUESTS = 200;

type Enrolment = RecordOf<'enrolment'>;

/** Who asks to be let in and has not been answered, the newest first. */
export async function openRequests(desk: DeskParts): Promise<readonly RequestView[]> {
  const { people } = desk.model.board().roster;
  const mine = new Set(desk.keyring.keys().map(({ fingerprint }) => fingerprint));
  const asked = [...(await onLine(desk)), ...unsent(desk)];
  const dealtWith = pathsPutAway(desk);
  return asked
    .filter(({ path, record }) => !holderOf(people, record.body.key) && !dealtWith.has(path))
    .map(({ path, record, isUnsent }) => {
      const { person, name, email, key, replaces, wishes } = record.body;
      const known = people.some((member) => member.person === person);
      return {
        request: path,
        person,
        name,
        email: email ?? null,
        key,
        replaces: replaces ?? null,
        wishes,
        at: toMs(record.signed.at),
        mine: mine.has(key.fingerprint),
        unsent: isUnsent,
        member: known ? personName(desk.model.board(), person) : null,
      };
    })
    .toSorted((a, b) => b.at - a.at);
}

/** How many ask, by what the line says of them alone: cheap enough for every status. */
export function countRequests(desk: DeskParts): number {
  const { people } = desk.model.board().roster;
  const dealtWith = pathsPutAway(desk);
  const asking = desk.model
    .replay()
    .problems()
    .filter(({ reason, path }) => reason === 'enrolment' && !dealtWith.has(path));
  // The detail of such a file is the fingerprint that it asks for.
  return asking.filter(({ detail }) => !holderOf(people, { fingerprint: detail })).length;
}

/** Do the words fit the key that asks? @throws TidegateError `request-not-found` */
export async function hearRequest(desk: DeskParts, request: string, words: string): Promise<Heard> {
  return hear(words, desk.model.board().ledger, (await requestNamed(desk, request)).key.publicKey);
}

/** The steps that let a key in. @throws TidegateError `words-differ`, `request-not-found`, `key-unusable` */
export async function admission(desk: DeskParts, given: AdmitInput): Promise<readonly RosterEdit[]> {
  const { key } = await requestNamed(desk, given.request);
  if (!hear(given.words, desk.model.board().ledger, key.publicKey).agrees)
    throw new TidegateError('words-differ', { request: given.request });
  const { person, revokes } = given;
  const member = desk.model.board().roster.people.find((each) => each.person === person);
  if (revokes && !member?.keys.some(({ fingerprint }) => fingerprint === revokes.fingerprint))
    throw new TidegateError('key-unusable', { fingerprint: revokes.fingerprint, person });
  return admissionSteps(key, given, member);
}

async function requestNamed(desk: DeskParts, request: string): Promise<RequestView> {
  const found = (await openRequests(desk)).find((each) => each.request === request);
  if (!found) throw new TidegateError('request-not-found', { request });
  return found;
}

interface Asked {
  readonly path: string;
  readonly record: Enrolment;
  readonly isUnsent: boolean;
}

/** They count by nothing, so that the catalogue does not have them: their text is read from Git. */
async function onLine({ model, ledgerFolder }: DeskParts): Promise<readonly Asked[]> {
  const aside = model
    .replay()
    .problems()
    .filter(({ reason }) => reason === 'enrolment')
    .slice(-MOST_REQUESTS);
  if (aside.length === 0) return [];
  const objects = openObjects(ledgerFolder);
  try {
    const contents = await objects.read(aside.map(({ blob }) => blob));
    return aside.flatMap(({ path }, n) => {
      const text = textOf(contents[n] ?? null);
      const decoded = text === null ? null : decodeFile(path, text);
      return decoded?.ok && decoded.record.kind === 'enrolment'
        ? [{ path, record: decoded.record, isUnsent: false }]
        : [];
    });
  } finally {
    objects.close();
  }
}

function unsent(desk: DeskParts): readonly Asked[] {
  return unsentRecords(desk, 'enrolment').map(({ filed }) => ({
    path: filed.path,
    record: filed.record as Enrolment, // asked for by kind
    isUnsent: true,
  }));
}
