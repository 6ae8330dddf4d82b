import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TidegateError, type ErrorCode } from '../../shared/errors.ts';
import { toInstant } from '../../shared/time/instant.ts';
import { openTestDesk, type TestDesk } from '../support/desk.ts';

const HOUR = 3_600_000;
const refused = (code: ErrorCode) => (error: unknown) => error instanceof TidegateError && error.code === code;

/** The sample's waiver that waits for the change manager, who acts on a new desk. */
async function waiting(desk: TestDesk) {
  const { duties } = await desk.ask('today.read', {});
  const change = duties.find(({ what }) => what === 'cosign')?.change ?? '';
  const { waivers } = await desk.ask('changes.read', { change });
  return { change, waiver: waivers.at(-1)! };
}

test('a waiver that waits for me is signed once, and what waited for me is gone', async (t) => {
  const desk = await openTestDesk(t);
  const { change, waiver } = await waiting(desk);
  assert.deepEqual([waiver.state, waiver.maySign], ['unsigned', ['change-manager']]);
  const sign = () => desk.ask('waivers.cosign', { change, waiver: waiver.digest, voice: 'change-manager' });
  await assert.rejects(
    desk.ask('waivers.cosign', { change, waiver: waiver.digest, voice: 'owner' }),
    refused('not-entitled'),
  );
  await sign();
  const after = (await desk.ask('changes.read', { change })).waivers.at(-1)!;
  assert.ok(['in-force', 'ahead'].includes(after.state) || after.missing.includes('a director'), after.state);
  assert.ok(!after.missing.includes('a change manager'));
  assert.deepEqual(after.maySign, []);
  await assert.rejects(sign(), refused('not-entitled'));
  const { duties } = await desk.ask('today.read', {});
  assert.ok(!duties.some((duty) => duty.what === 'cosign' && duty.change === change));
  assert.deepEqual(desk.defects, []);
});

test('whoever asks for the change signs no waiver of it, and may take a waiver back', async (t) => {
  const desk = await openTestDesk(t);
  const { change, waiver } = await waiting(desk);
  await desk.ask('me.actAs', { person: waiver.by });
  await assert.rejects(
    desk.ask('waivers.cosign', { change, waiver: waiver.digest, voice: 'change-manager' }),
    refused('not-entitled'),
  );
  const detail = await desk.ask('changes.read', { change });
  assert.deepEqual([detail.waivers.at(-1)?.mayWithdraw, detail.mayWaive], [true, true]);
  await desk.ask('waivers.withdraw', { change, waiver: waiver.digest });
  const states = (await desk.ask('changes.read', { change })).waivers.map(({ state }) => state);
  assert.deepEqual(states, ['withdrawn', 'withdrawn']);
});

test('a waiver is asked for the text that was read, before it ends, and glass is not broken without an incident', async (t) => {
  const desk = await openTestDesk(t);
  const { change, waiver } = await waiting(desk);
  await desk.ask('me.actAs', { person: waiver.by });
  const { material, liftable } = await desk.ask('changes.read', { change });
  const asked = {
    change,
    material: material.digest,
    windows: liftable.map(({ window }) => window),
    sites: [],
    expires: toInstant(desk.now() + 12 * HOUR),
    reason: 'The bank switches over',
    rollbackProof: 'Rehearsed',
    breakGlass: false,
  };
  await assert.rejects(
    desk.ask('waivers.propose', { ...asked, material: `sha256:${'0'.repeat(64)}` }),
    refused('stale-record'),
  );
  await assert.rejects(
    desk.ask('waivers.propose', { ...asked, expires: toInstant(desk.now() - HOUR) }),
    refused('input-rejected'),
  );
  await assert.rejects(desk.ask('waivers.propose', { ...asked, breakGlass: true }), refused('input-rejected'));
  await desk.ask('waivers.propose', asked);
  const { waivers } = await desk.ask('changes.read', { change });
  assert.deepEqual([waivers.length, waivers.at(-1)?.state, waivers.at(-1)?.unsent], [2, 'unsigned', true]);
});

test('everybody sees broken glass, and its signatures are owed', async (t) => {
  const desk = await openTestDesk(t);
  const { broken, duties, numbers } = await desk.ask('today.read', {});
  assert.equal(broken.length, 1);
  assert.deepEqual([numbers.brokenGlass, numbers.quarter], [1, 'Q4 2026']);
  const debt = duties.find(({ what }) => what === 'debt');
  assert.equal(debt?.change, broken[0]?.change);
  const { waivers } = await desk.ask('changes.read', { change: debt?.change ?? '' });
  const glass = waivers.find(({ isBreakGlass }) => isBreakGlass)!;
  assert.deepEqual([glass.state, glass.maySign], ['used', ['change-manager']]);
  await desk.ask('waivers.cosign', { change: debt?.change ?? '', waiver: glass.digest, voice: 'change-manager' });
  await desk.ask('me.actAs', { person: 'beatrix-oduya' });
  assert.equal((await desk.ask('today.read', {})).broken.length, 1, 'an auditor sees it as well');
  desk.pass(45 * 24 * HOUR);
  const { numbers: later } = await desk.ask('today.read', {});
  assert.deepEqual(
    [later.brokenGlass, later.quarter],
    [0, 'Q1 2027'],
    'glass of the last quarter is of the last quarter',
  );
});

test('a review closes what it was asked for, and comments stand as they were written', async (t) => {
  const desk = await openTestDesk(t);
  const { duties } = await desk.ask('today.read', {});
  const change = duties.find(({ what }) => what === 'review')?.change ?? '';
  await desk.ask('reviews.write', {
    change,
    outcome: 'successful-with-issues',
    summary: 'The second try held',
    causes: '',
    actions: ['Rehearse it on a copy'],
  });
  const hostile = '<img src=x onerror=alert(1)>\u001b[31m\u202e';
  await desk.ask('comments.write', { change, text: hostile });
  await desk.ask('comments.write', { change, text: 'Told the shift lead' });
  const detail = await desk.ask('changes.read', { change });
  assert.equal(detail.reviews[0]?.summary, 'The second try held');
  assert.notEqual(detail.lifecycle.because, 'the work is done and its review is open');
  assert.deepEqual(
    detail.comments.map(({ text }) => text),
    [hostile, 'Told the shift lead'],
  );
});
