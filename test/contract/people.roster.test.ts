import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { TidegateError, type ErrorCode } from '../../shared/errors.ts';
import type { RosterEdit } from '../../shared/people/rosterEdit.ts';
import type { Member } from '../../shared/record/body/rosterBody.ts';
import type { Role } from '../../shared/record/words.ts';
import { DAY_MS, toInstant } from '../../shared/time/instant.ts';
import { carry, copiedDesk, foundedDesk, type BoardDesk } from '../support/deskPair.ts';
import { failWrites } from '../support/failingWrites.ts';
import { draftOf } from '../support/submit.ts';

const refused = (code: ErrorCode) => (error: unknown) => error instanceof TidegateError && error.code === code;
const everywhere = (role: Role) => ({ role, reach: 'everything' as const });

/** A second desk whose person holds these roles on the first one's board. */
async function admitted(t: TestContext, admin: BoardDesk, person: string, roles: readonly Role[]): Promise<BoardDesk> {
  const desk = await copiedDesk(t, admin);
  await desk.ask('people.enrol', { person, name: person, label: 'desk', wishes: '', key: null, replaces: null });
  await carry(desk, admin);
  const words = (await desk.ask('people.myKeys', {})).keys[0]?.words.join(' ') ?? '';
  const request = (await admin.ask('people.requests', {}))[0]?.request ?? '';
  await admin.ask('people.admit', {
    request,
    words,
    person,
    name: person,
    roles: roles.map(everywhere),
    revokes: null,
  });
  await carry(admin, desk);
  return desk;
}

async function memberNamed(desk: BoardDesk, person: string): Promise<Member> {
  const found = (await desk.ask('people.list', {})).members.find(({ member }) => member.person === person);
  assert.ok(found, person);
  return found.member;
}

async function sent(desk: BoardDesk): Promise<void> {
  desk.pass(10_000);
  await desk.sendDue();
}

const rename = (person: string, name: string): RosterEdit => ({ edit: 'describe', person, name });

test('with two admins a revision waits, is shown in its steps, and counts when the other has signed', async (t) => {
  const ines = await foundedDesk(t);
  const omar = await admitted(t, ines, 'omar', ['admin']);
  const edits = [rename('omar', 'Omar Haddad')];
  const preview = await ines.ask('people.preview', { edits });
  assert.deepEqual([preview.problem, preview.further, preview.others], [null, 1, ['omar']]);
  await ines.ask('people.edit', { edits });
  assert.equal((await memberNamed(ines, 'omar')).name, 'omar', 'nothing counts yet');
  const [mine] = (await ines.ask('people.waiting', {})).waiting;
  assert.deepEqual([mine?.isMine, mine?.maySign, mine?.missing, mine?.steps], [true, false, 1, edits]);
  const own = { kind: 'roster' as const, digest: mine?.digest ?? '' };

  await carry(ines, omar);
  const [theirs] = (await omar.ask('people.waiting', {})).waiting;
  assert.deepEqual([theirs?.maySign, theirs?.signers, theirs?.steps], [true, ['Ines Martel'], edits]);
  await omar.ask('people.cosign', own);
  assert.equal((await memberNamed(omar, 'omar')).name, 'Omar Haddad');
  assert.deepEqual((await omar.ask('people.waiting', {})).waiting, []);
  await carry(omar, ines);
  assert.equal((await memberNamed(ines, 'omar')).name, 'Omar Haddad');
  await assert.rejects(ines.ask('people.cosign', own), refused('stale-record'));
});

test('of two revisions that follow the same one the later is void, and its author signs the same steps again', async (t) => {
  const ines = await foundedDesk(t);
  const omar = await admitted(t, ines, 'omar', ['admin']);
  await ines.ask('people.edit', { edits: [rename('omar', 'Omar H.')] });
  await omar.ask('people.edit', { edits: [rename('ines-martel', 'Ines M.')] });
  const waiting = (await ines.ask('people.waiting', {})).waiting[0];
  await carry(ines, omar);
  await omar.ask('people.cosign', { kind: 'roster', digest: waiting?.digest ?? '' });
  const { overtaken } = await omar.ask('people.waiting', {});
  assert.deepEqual(
    overtaken.map(({ steps, problem }) => [steps, problem]),
    [[[rename('ines-martel', 'Ines M.')], null]],
  );
  const heal = failWrites(omar.home, 'INSERT ON setting');
  await assert.rejects(omar.ask('people.signAgain', { path: overtaken[0]?.path ?? '' }), refused('unexpected'));
  assert.deepEqual((await omar.ask('people.waiting', {})).waiting, [], 'signed and not put away would be signed twice');
  heal();
  omar.defects.length = 0;
  await omar.ask('people.signAgain', { path: overtaken[0]?.path ?? '' });
  const after = await omar.ask('people.waiting', {});
  assert.deepEqual(after.overtaken, []);
  assert.deepEqual(
    after.waiting.map(({ steps }) => steps),
    [[rename('ines-martel', 'Ines M.')]],
  );
  // The cosign goes first: what follows what it completed is judged after it.
  await carry(omar, ines);
  await carry(omar, ines);
  await ines.ask('people.cosign', { kind: 'roster', digest: after.waiting[0]?.digest ?? '' });
  const names = (await ines.ask('people.list', {})).members.map(({ member }) => member.name);
  assert.deepEqual(names.toSorted(), ['Ines M.', 'Omar H.']);
});

test('a stolen key: the preview counts what would stop counting, and just that stops', async (t) => {
  const ines = await foundedDesk(t);
  const rita = await admitted(t, ines, 'rita', ['requester']);
  const submitted = async (title: string): Promise<string> => {
    const body = { ...(await draftOf(rita, {})), title, implementer: 'ines-martel' };
    const { change } = await rita.ask('changes.submit', { draft: null, change: null, body });
    await carry(rita, ines);
    return change;
  };
  const [good, stolen] = [await submitted('Before the theft'), await submitted('After the theft')];
  const [key] = (await memberNamed(ines, 'rita')).keys;
  assert.ok(key);
  const { total, rows } = await ines.ask('people.signedBy', { fingerprint: key.fingerprint });
  assert.deepEqual(
    rows.map(({ subject, kind }) => [subject, kind]),
    [
      [stolen, 'request'],
      [good, 'request'],
    ],
  );
  assert.equal(total, 2);
  const after = rows[0]?.before ?? '';
  const revoked = { ...key, revoked: { after, reason: 'Stolen' } };
  const edits: RosterEdit[] = [{ edit: 'change-key', person: 'rita', was: key, key: revoked }];
  const { stops, unheld, problem } = await ines.ask('people.preview', { edits });
  assert.deepEqual([problem, stops.total, stops.byKind, stops.changes], [null, 1, { request: 1 }, 1]);
  assert.deepEqual(unheld, [], 'requester is held by the founder as well');
  await ines.ask('people.edit', { edits });
  await assert.rejects(ines.ask('changes.read', { change: stolen }), refused('change-not-found'));
  assert.equal((await ines.ask('changes.read', { change: good })).text.title, 'Before the theft');
  await carry(ines, rita);
  assert.deepEqual((await rita.ask('app.status', {})).me.roles, []);
  const back: RosterEdit[] = [{ edit: 'change-key', person: 'rita', was: revoked, key }];
  await assert.rejects(ines.ask('people.edit', { edits: back }), refused('key-known'));
});

test('an admin takes a new key for the old one with one signature of the old', async (t) => {
  const ines = await foundedDesk(t);
  const { keys } = await memberNamed(ines, 'ines-martel');
  const { fingerprint } = await ines.ask('people.newKey', { label: 'new' });
  const publicKey = (await ines.ask('people.myKeys', {})).keys.find(
    (key) => key.fingerprint === fingerprint,
  )?.publicKey;
  const { head } = await ines.ask('people.list', {});
  const [old] = keys;
  assert.ok(old && publicKey);
  await ines.ask('people.edit', {
    edits: [
      { edit: 'add-key', person: 'ines-martel', key: { fingerprint, publicKey, label: 'new' } },
      { edit: 'change-key', person: 'ines-martel', was: old, key: { ...old, revoked: { after: head, reason: '' } } },
    ],
  });
  const { me } = await ines.ask('app.status', {});
  assert.deepEqual([me.person, me.fingerprint], ['ines-martel', fingerprint]);
  const renamed = { edits: [rename('ines-martel', 'Ines with a new key')] };
  await assert.rejects(ines.ask('people.edit', renamed), refused('key-too-new'), 'not before the line has it');
  await sent(ines);
  await ines.ask('people.edit', renamed);
  await sent(ines);
  const again = await ines.restart();
  assert.equal((await again.ask('app.status', {})).me.name, 'Ines with a new key');
  assert.equal((await again.ask('app.status', {})).unsent, 0);
});

test('the last admin cannot be signed away, and nobody else can edit the roster', async (t) => {
  const ines = await foundedDesk(t);
  const rita = await admitted(t, ines, 'rita', ['requester', 'auditor']);
  const admin = (await memberNamed(ines, 'ines-martel')).roles.find(({ role }) => role === 'admin');
  assert.ok(admin);
  const { head } = await ines.ask('people.list', {});
  const ended: RosterEdit[] = [
    {
      edit: 'change-role',
      person: 'ines-martel',
      was: admin,
      role: { ...admin, ended: { after: head, voids: false } },
    },
  ];
  assert.equal((await ines.ask('people.preview', { edits: ended })).problem?.code, 'last-admin');
  await assert.rejects(ines.ask('people.edit', { edits: ended }), refused('last-admin'));
  await assert.rejects(rita.ask('people.edit', { edits: [rename('rita', 'Me')] }), refused('not-entitled'));
  assert.equal((await rita.ask('people.list', {})).mayEdit, false);
});

test('a delegation runs between its dates, is shown to both, and is taken back', async (t) => {
  const ines = await foundedDesk(t);
  const rita = await admitted(t, ines, 'rita', ['requester']);
  const [from, until] = [toInstant(ines.now()), toInstant(ines.now() + 3 * DAY_MS)];
  const given = { to: 'rita', roles: [everywhere('change-manager')], from, until, reason: 'Away' };
  await assert.rejects(ines.ask('people.delegate', { ...given, until: from }), refused('input-rejected'));
  await assert.rejects(ines.ask('people.delegate', { ...given, to: 'ines-martel' }), refused('person-not-found'));
  await ines.ask('people.delegate', given);
  await carry(ines, rita);
  const seen = (await rita.ask('people.list', {})).members.find(({ member }) => member.person === 'ines-martel');
  assert.deepEqual([seen?.delegation?.standing, seen?.delegation?.toName], ['runs', 'rita']);
  assert.deepEqual(
    (await rita.ask('app.status', {})).me.actsFor.map(({ name }) => name),
    ['Ines Martel'],
  );
  await ines.ask('people.endDelegation', {});
  await carry(ines, rita);
  assert.deepEqual((await rita.ask('app.status', {})).me.actsFor, []);
  await assert.rejects(ines.ask('people.endDelegation', {}), refused('stale-record'));
});
