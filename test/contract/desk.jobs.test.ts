import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { shippedMappings } from '../../shared/importer/shippedMappings.ts';
import type { Mapping } from '../../shared/importer/mapping.ts';
import { DAY_MS, MINUTE_MS, toInstant } from '../../shared/time/instant.ts';
import { checkpointsAt } from '../../electron/git/checkpointsAt.ts';
import { openTestDesk, type TestDesk } from '../support/desk.ts';
import { ended, submit } from '../support/submit.ts';

const { types: _t, ...shipped } = shippedMappings[0]!;
const mapping: Mapping = {
  ...shipped,
  name: 'small',
  types: { '*': 'normal' },
  columns: { id: 'id', title: ['title'], plannedStart: 'from', plannedEnd: 'to', services: 'services' },
};
const rows = (count: number) =>
  Array.from({ length: count }, (_, n) => `C${n},Patch server ${n},2013-05-02 10:00,2013-05-02 12:00,WBS${n % 7}`);
const log = (lines: readonly string[]) => ['id,title,from,to,services', ...lines].join('\n');
const all = { filter: { imported: true }, sort: { by: 'change', descending: false }, offset: 0, limit: 10 } as const;

async function stage(desk: TestDesk, lines: readonly string[]): Promise<string> {
  return (await desk.ask('imports.stage', { name: 'log.csv', text: log(lines) })).staged;
}

test('an import is one commit, shows its changes, and its report names what was left out', async (t) => {
  const desk = await openTestDesk(t);
  const before = (await desk.ask('ledger.health', {})).commits;
  const staged = await stage(desk, [...rows(600), 'C9000,Backwards,2013-05-02 10:00,2013-05-01 10:00,WBS1']);
  const preview = await desk.ask('imports.preview', { staged, mapping });
  assert.deepEqual([preview.rows, preview.changes, preview.newServices], [601, 600, 7]);
  const { job } = await desk.ask('imports.run', { staged, mapping });
  const done = await ended(desk, job);
  assert.equal(done.state, 'done', JSON.stringify(done));
  const { csv } = await desk.ask('imports.report', { job });
  assert.match(csv, /602,C9000,planned end before planned start/);
  const health = await desk.ask('ledger.health', {});
  assert.equal(health.commits, before + 1);
  assert.deepEqual(health.problems, []);
  const page = await desk.ask('changes.list', all);
  assert.equal(page.total, 600);
  assert.equal((await desk.ask('changes.list', { ...all, filter: { text: 'server 599' } })).total, 1);
  assert.ok(desk.news.some(({ kinds }) => kinds.includes('changes')));
  assert.deepEqual(desk.defects, []);

  const again = await ended(desk, (await desk.ask('imports.run', { staged, mapping })).job);
  assert.equal(again.state, 'done');
  assert.equal((await desk.ask('changes.list', all)).total, 600, 'what is here is not imported twice');
});

test('while a large import is taken in the desk answers, never with half a line', async (t) => {
  const desk = await openTestDesk(t);
  const before = await desk.ask('ledger.health', {});
  const { job } = await desk.ask('imports.run', { staged: await stage(desk, rows(1_500)), mapping });
  const heads = new Set<string>();
  let answers = 0;
  for (;;) {
    const { head, commits } = await desk.ask('ledger.health', {});
    heads.add(`${commits} ${head}`);
    answers += 1;
    const view = (await desk.ask('jobs.list', {})).find((each) => each.job === job);
    if (view?.state !== 'running') break;
    await new Promise((resolve) => setImmediate(resolve));
  }
  assert.ok(answers > 20, `${answers} answers`);
  const after = await desk.ask('ledger.health', {});
  assert.deepEqual([...heads], [`${before.commits} ${before.head}`, `${before.commits + 1} ${after.head}`]);

  const page = await desk.ask('changes.list', { ...all, limit: 500 });
  await desk.close();
  rmSync(join(desk.home, 'boards', 'sample', 'catalog.sqlite'));
  const rebuilt = await desk.restart();
  assert.deepEqual(await rebuilt.ask('changes.list', { ...all, limit: 500 }), page);
});

test('a cancelled import leaves nothing', async (t) => {
  const desk = await openTestDesk(t);
  const before = (await desk.ask('app.status', {})).head;
  const staged = await stage(desk, rows(2_000));
  const { job } = await desk.ask('imports.run', { staged, mapping });
  await desk.ask('jobs.cancel', { job });
  assert.equal((await ended(desk, job)).state, 'cancelled');
  assert.equal((await desk.ask('app.status', {})).head, before);
  assert.equal((await desk.ask('changes.list', all)).total, 0);
});

test('somebody whose records would not count cannot import', async (t) => {
  const desk = await openTestDesk(t);
  const { me } = await desk.ask('app.status', {});
  const auditor = me.canActAs.find(({ roles }) => roles.includes('auditor') && !roles.includes('change-manager'));
  assert.ok(auditor, 'the sample has an auditor');
  await desk.ask('me.actAs', { person: auditor.person });
  const { job } = await desk.ask('imports.run', { staged: await stage(desk, rows(3)), mapping });
  const { state, problem } = await ended(desk, job);
  assert.deepEqual([state, problem?.code], ['failed', 'not-entitled']);
});

test('a period becomes a pack that can be fetched, and the whole ledger can be verified', async (t) => {
  const desk = await openTestDesk(t);
  const period = { start: toInstant(desk.now() - 14 * DAY_MS), end: toInstant(desk.now()) };
  const preview = await desk.ask('audit.preview', period);
  assert.ok(preview.changes > 0 && preview.decisions > 0);
  const pack = await ended(desk, (await desk.ask('audit.export', { ...period, zone: 'Europe/Paris' })).job);
  assert.equal(pack.state, 'done', JSON.stringify(pack));
  const { name, base64 } = await desk.ask('audit.file', { job: pack.job });
  assert.match(name, /\.pdf$/);
  assert.match(Buffer.from(base64, 'base64').toString('latin1', 0, 8), /^%PDF-1/);

  const proof = await ended(desk, (await desk.ask('ledger.verify', {})).job);
  assert.equal(proof.state, 'done', JSON.stringify(proof));
  assert.equal(proof.done, proof.total);
  assert.match(proof.step, /No checkpoint was written: .* is neither admin nor auditor/);
});

async function actAsAuditor(desk: TestDesk): Promise<void> {
  const { me } = await desk.ask('app.status', {});
  await desk.ask('me.actAs', { person: me.canActAs.find(({ roles }) => roles.includes('auditor'))?.person ?? '' });
}

test('an auditor who verified everything has vouched for it, once', async (t) => {
  const desk = await openTestDesk(t);
  const { change } = await submit(desk);
  await submit(desk);
  for (const _action of [1, 2]) {
    desk.pass(MINUTE_MS);
    await desk.sendDue();
    await submit(desk);
  }
  await actAsAuditor(desk);
  const before = await desk.ask('ledger.health', {});
  const proof = await ended(desk, (await desk.ask('ledger.verify', {})).job);
  assert.equal(proof.step, 'Verified. A checkpoint was written.');
  assert.equal((await desk.ask('ledger.health', {})).checkpoint?.commit, before.head);
  assert.ok((await desk.ask('unsent.list', {})).some(({ what }) => what === 'checkpoint'));
  desk.pass(MINUTE_MS);
  await desk.sendDue();
  const after = await desk.ask('ledger.health', {});
  assert.equal(after.checkpoint?.commit, before.head);
  assert.equal(after.byKind['checkpoint'], (before.byKind['checkpoint'] ?? 0) + 1);
  const { verdict } = await desk.ask('changes.read', { change });
  assert.ok(verdict.reasons.every(({ code }) => code !== 'no-checkpoint'));
  const { ledgerFolder } = await desk.ask('app.status', {});
  const written = await checkpointsAt(ledgerFolder, after.head);
  const stated = written.find(({ record }) => record.body.commit === before.head)?.record.body.tz;
  assert.equal(stated?.version, process.versions.tz, 'it states how this machine reads the clocks');
  assert.ok(stated?.clocks.some(({ zones }) => zones.includes('Europe/Paris')));
  const again = await ended(desk, (await desk.ask('ledger.verify', {})).job);
  assert.match(again.step, /No checkpoint was written: the newest one covers all but the last commit/);
});

test('once a week the desk of one who may vouch verifies by itself', async (t) => {
  const desk = await openTestDesk(t);
  const verifications = async () => (await desk.ask('jobs.list', {})).filter(({ kind }) => kind === 'verify');
  const count = async () => (await desk.ask('ledger.health', {})).byKind['checkpoint'] ?? 0;
  const before = await count();
  desk.pass(8 * DAY_MS);
  desk.tick();
  assert.deepEqual(await verifications(), [], 'a change manager vouches for nothing');
  await actAsAuditor(desk);
  desk.tick();
  const [quiet] = await verifications();
  assert.ok(quiet);
  assert.equal((await ended(desk, quiet.job)).step, 'Verified. A checkpoint was written.');
  desk.pass(MINUTE_MS);
  await desk.sendDue();
  assert.equal(await count(), before + 1);
  desk.pass(DAY_MS);
  desk.tick();
  assert.equal((await verifications()).length, 1, 'it holds for a week');
});
