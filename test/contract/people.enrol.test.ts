import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { createPeopleKeys } from '../../electron/app/peopleKeys.ts';
import { countRequests } from '../../electron/app/peopleRequests.ts';
import type { DeskParts } from '../../electron/desk/deskParts.ts';
import { TidegateError, type ErrorCode } from '../../shared/errors.ts';
import type { EnrolInput } from '../../shared/api/peopleCalls.ts';
import type { Role } from '../../shared/record/words.ts';
import { carry, copiedDesk, foundedDesk, type BoardDesk } from '../support/deskPair.ts';

const refused = (code: ErrorCode) => (error: unknown) => error instanceof TidegateError && error.code === code;
const everywhere = (...roles: readonly Role[]) => roles.map((role) => ({ role, reach: 'everything' as const }));
const nora: EnrolInput = {
  person: 'nora-lind',
  name: 'Nora Lind',
  label: 'Nora’s laptop',
  wishes: 'I review changes in Lyon.',
  key: null,
  replaces: null,
};

const clockOff = (): never => {
  throw new TidegateError('clock-off', {});
};

/** The six words as the newcomer's own desk shows them. */
async function wordsOf(desk: BoardDesk): Promise<string> {
  const { keys } = await desk.ask('people.myKeys', {});
  return keys.find(({ askedAt }) => askedAt !== null)?.words.join(' ') ?? '';
}

async function onlyRequest(desk: BoardDesk): Promise<string> {
  const requests = await desk.ask('people.requests', {});
  assert.equal(requests.length, 1, JSON.stringify(requests));
  return requests[0]?.request ?? '';
}

/** Two desks, and the second has asked to be let in. */
async function asked(t: TestContext, given: EnrolInput = nora): Promise<{ admin: BoardDesk; newcomer: BoardDesk }> {
  const admin = await foundedDesk(t);
  const newcomer = await copiedDesk(t, admin);
  await newcomer.ask('people.enrol', given);
  await carry(newcomer, admin);
  return { admin, newcomer };
}

test('a newcomer asks, reads six words out, is let in with roles, and can sign', async (t) => {
  const { admin, newcomer } = await asked(t);
  assert.equal((await newcomer.ask('app.status', {})).unsent, 0, 'a request is sent although it counts by nothing');
  const [request] = await admin.ask('people.requests', {});
  assert.deepEqual(
    [request?.person, request?.name, request?.member, request?.mine, request?.unsent, request?.wishes],
    ['nora-lind', 'Nora Lind', null, false, false, nora.wishes],
  );
  assert.equal((await admin.ask('app.status', {})).peopleWaiting, 1);
  assert.equal((await newcomer.ask('app.status', {})).peopleWaiting, 0, 'it waits for an admin');
  const words = await wordsOf(newcomer);
  assert.ok(!JSON.stringify(request).includes(words), 'the words are not shown before they are heard');

  const path = request?.request ?? '';
  assert.deepEqual(await admin.ask('people.hear', { request: path, words }), { agrees: true, strange: [] });
  const admit = { request: path, person: 'nora-lind', name: 'Nora Lind', roles: everywhere('peer'), revokes: null };
  await admin.ask('people.admit', { ...admit, words });
  await carry(admin, newcomer);
  const { me } = await newcomer.ask('app.status', {});
  assert.deepEqual([me.person, me.name, me.roles], ['nora-lind', 'Nora Lind', ['peer']]);
  assert.deepEqual(await newcomer.ask('people.requests', {}), [], 'it is answered');
  assert.equal((await admin.ask('app.status', {})).peopleWaiting, 0);
  const again = await newcomer.restart();
  assert.equal((await again.ask('app.status', {})).me.person, 'nora-lind');
});

test('a request that cannot be signed now makes no key', () => {
  const made: string[] = [];
  const desk = {
    scribe: { check: clockOff },
    keyring: { make: (label: string) => made.push(label) },
  } as unknown as DeskParts; // all that is asked
  assert.throws(() => createPeopleKeys(desk)['people.enrol'](nora), refused('clock-off'));
  assert.deepEqual(made, []);
});

test('other words, and the words of another board, let nobody in', async (t) => {
  const { admin, newcomer } = await asked(t);
  const request = await onlyRequest(admin);
  const words = await wordsOf(newcomer);
  const wrong = words.split(' ').toReversed().join(' ');
  assert.equal((await admin.ask('people.hear', { request, words: wrong })).agrees, false);
  const admit = { request, person: 'nora-lind', name: 'Nora Lind', roles: everywhere('peer'), revokes: null };
  for (const said of [wrong, '', words.split(' ').slice(1).join(' ')])
    await assert.rejects(admin.ask('people.admit', { ...admit, words: said }), refused('words-differ'));
  assert.equal((await admin.ask('unsent.list', {})).length, 0);
});

test('one who is no admin reads requests and lets nobody in; a request put away comes not back', async (t) => {
  const { admin, newcomer } = await asked(t);
  const request = await onlyRequest(admin);
  const words = await wordsOf(newcomer);
  const admit = { request, words, person: 'nora-lind', name: 'Nora', roles: everywhere('admin'), revokes: null };
  await assert.rejects(newcomer.ask('people.admit', admit), refused('not-a-member'), 'not by themselves either');
  await admin.ask('people.putAway', { path: request });
  assert.deepEqual(await admin.ask('people.requests', {}), []);
  await assert.rejects(admin.ask('people.admit', admit), refused('request-not-found'));
});

test('a request can be taken back while it is here, and asked again with another key', async (t) => {
  const newcomer = await copiedDesk(t, await foundedDesk(t));
  const { row, fingerprint } = await newcomer.ask('people.enrol', nora);
  assert.equal((await newcomer.ask('people.requests', {}))[0]?.unsent, true);
  await newcomer.ask('unsent.undo', { row });
  assert.deepEqual(await newcomer.ask('people.requests', {}), []);
  const made = await newcomer.ask('people.newKey', { label: 'second' });
  assert.notEqual(made.fingerprint, fingerprint);
  await newcomer.ask('people.enrol', { ...nora, key: made.fingerprint });
  const [request] = await newcomer.ask('people.requests', {});
  assert.equal(request?.key.fingerprint, made.fingerprint);
});

test('a name that is taken is somebody’s device, never a second person', async (t) => {
  const { admin, newcomer } = await asked(t, { ...nora, person: 'ines-martel', name: 'Somebody else' });
  const [request] = await admin.ask('people.requests', {});
  assert.equal(request?.member, 'Ines Martel');
  const words = await wordsOf(newcomer);
  const admit = { request: request?.request ?? '', words, person: 'ines-martel', name: 'Somebody else' };
  await admin.ask('people.admit', { ...admit, roles: [], revokes: null });
  const { members } = await admin.ask('people.list', {});
  assert.deepEqual(
    members.map(({ member }) => [member.name, member.keys.length]),
    [['Ines Martel', 2]],
  );
});

test('a lost key: the new one in and the old one out with one signature', async (t) => {
  const { admin, newcomer } = await asked(t);
  const first = { person: 'nora-lind', name: 'Nora Lind', roles: everywhere('peer', 'requester') };
  const said = { request: await onlyRequest(admin), words: await wordsOf(newcomer), revokes: null };
  await admin.ask('people.admit', { ...first, ...said });
  await carry(admin, newcomer);
  const lost = (await newcomer.ask('people.myKeys', {})).keys[0]?.fingerprint ?? '';

  const fresh = await copiedDesk(t, admin);
  await fresh.ask('people.enrol', { ...nora, label: 'new laptop', replaces: lost });
  await carry(fresh, admin);
  const [request] = await admin.ask('people.requests', {});
  assert.deepEqual([request?.replaces, request?.member], [lost, 'Nora Lind']);
  const { head } = await admin.ask('people.list', {});
  await admin.ask('people.admit', {
    request: request?.request ?? '',
    words: await wordsOf(fresh),
    person: 'nora-lind',
    name: 'Nora Lind',
    roles: [],
    revokes: { fingerprint: lost, after: head, reason: 'Lost on a train' },
  });
  await carry(admin, fresh);
  assert.equal((await fresh.ask('app.status', {})).me.person, 'nora-lind');
  await carry(admin, newcomer);
  assert.deepEqual((await newcomer.ask('app.status', {})).me.roles, [], 'the lost laptop only reads');
  await assert.rejects(newcomer.ask('people.delegate', nothingOf()), refused('not-a-member'));
  await assert.rejects(newcomer.ask('people.enrol', { ...nora, key: lost }), refused('key-known'));
});

function nothingOf() {
  const [from, until] = ['2026-11-17T09:00:00Z', '2026-11-20T09:00:00Z'];
  return { to: 'ines-martel', roles: everywhere('peer'), from, until, reason: '' };
}

test('what was put away is looked up once, however many ask', () => {
  let reads = 0;
  const problems = Array.from({ length: 100 }, (_, n) => ({ reason: 'enrolment', path: `p/${n}`, detail: `${n}` }));
  const read = () => (reads++, JSON.stringify(['p/3']));
  const desk = {
    boardName: 'harbour',
    workspace: { settings: { read } },
    model: { board: () => ({ roster: { people: [] } }), replay: () => ({ problems: () => problems }) },
  } as unknown as DeskParts; // all that is asked
  assert.deepEqual([countRequests(desk), reads], [99, 1]);
});
