import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { headOf } from '../../electron/git/repository.ts';
import { authority } from '../support/certificates.ts';
import type { TestDesk } from '../support/desk.ts';
import { emptyDesk, foundedDesk, type BoardDesk } from '../support/deskPair.ts';
import type { TestRemote } from '../support/gitServer.ts';
import { httpRemote } from '../support/gitServerHttp.ts';
import { sshRemote } from '../support/gitServerSsh.ts';
import { rounds } from '../support/seed.ts';
import { ended, submit } from '../support/submit.ts';

const login = { user: 'ines', password: 'fish-and-chips' };

/** Null where what it needs is not installed: the test is skipped then. */
type Server = (t: TestContext, now: () => number) => Promise<TestRemote | null>;
const servers: Readonly<Record<string, Server>> = {
  'http with a login': (t, now) => httpRemote(t, { login, now }),
  'https with an authority of its own and a login': async (t, now) => {
    const tls = authority(t);
    return tls && httpRemote(t, { login, tls, now });
  },
  'ssh with an agent': (t) => sshRemote(t),
};

async function done(desk: TestDesk, job: string): Promise<void> {
  const { state, problem } = await ended(desk, job);
  assert.equal(state, 'done', JSON.stringify(problem));
}

/** Sends what is due and reads what is new, as the background does. */
async function level(desk: TestDesk): Promise<void> {
  desk.pass(10_000);
  await desk.sendDue();
  const { state, problem } = await desk.ask('sync.status', {});
  assert.equal(state, 'level', JSON.stringify(problem));
}

async function joined(newcomer: TestDesk, address: string, root: string): Promise<void> {
  const { job } = await newcomer.ask('boards.join', { address, root });
  await done(newcomer, job);
  await newcomer.ask('boards.open', await newcomer.ask('boards.keep', { job, root }));
}

/** The newcomer asks to be let in, and is. */
async function admitted(newcomer: TestDesk, founder: BoardDesk): Promise<void> {
  const asks = { person: 'nora', name: 'Nora', label: 'desk', wishes: '', key: null, replaces: null };
  await newcomer.ask('people.enrol', asks);
  await level(newcomer);
  const [key] = (await newcomer.ask('people.myKeys', {})).keys;
  await level(founder);
  const [request] = await founder.ask('people.requests', {});
  const admit = { request: request?.request ?? '', words: key?.words.join(' ') ?? '', person: 'nora', name: 'Nora' };
  const roles = [{ role: 'requester' as const, reach: 'everything' as const }];
  await founder.ask('people.admit', { ...admit, roles, revokes: null });
  await level(founder);
  await level(newcomer);
}

/** Those that hold most; http alone is tried in the browser too. */
const tried = Object.entries(servers).slice(rounds(1, 0));

for (const [name, serve] of tried)
  test(`over ${name}: published, joined, let in, and a record each way`, async (t) => {
    const founder = await foundedDesk(t);
    const remote = await serve(t, founder.now);
    if (!remote) return;
    const { rootFingerprint } = await founder.ask('app.status', {});
    await done(founder, (await founder.ask('boards.publish', { address: remote.address })).job);
    assert.equal(await headOf(remote.folder), await headOf(founder.ledger));

    const newcomer = await emptyDesk(t);
    await joined(newcomer, remote.address, rootFingerprint);
    await admitted(newcomer, founder);
    assert.deepEqual((await newcomer.ask('app.status', {})).me.roles, ['requester']);

    const hers = await submit(newcomer, { title: 'By the newcomer' });
    const theirs = await submit(founder, { title: 'By the founder' });
    for (const desk of [newcomer, founder, newcomer]) await level(desk);
    for (const desk of [newcomer, founder])
      for (const { change } of [hers, theirs]) {
        const { history } = await desk.ask('changes.read', { change });
        assert.equal(history[0]?.unsent, false);
      }
    assert.equal((await newcomer.ask('app.status', {})).head, (await founder.ask('app.status', {})).head);
    assert.deepEqual([...newcomer.defects, ...founder.defects], []);
  });
