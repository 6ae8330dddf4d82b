import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WindowDraft } from '../../shared/api/windowCalls.ts';
import { TidegateError, type ErrorCode } from '../../shared/errors.ts';
import { DAY_MS, HOUR_MS, toInstant, type Ms } from '../../shared/time/instant.ts';
import { openTestDesk, type TestDesk } from '../support/desk.ts';

const refused = (code: ErrorCode) => (error: unknown) => error instanceof TidegateError && error.code === code;
const wall = (at: Ms) => toInstant(at).slice(0, 16);

async function freezeOf(desk: TestDesk, more: Partial<WindowDraft> = {}): Promise<WindowDraft> {
  const { me } = await desk.ask('app.status', {});
  return {
    title: 'Stock count at the end of the year',
    effect: 'freeze',
    closedOutside: false,
    owner: me.person,
    ownerRole: 'change-manager',
    reason: 'Counting needs the numbers to stand still.',
    scope: { everything: true },
    reach: 'direct',
    zone: 'UTC',
    schedule: { form: 'once', start: wall(desk.now() + HOUR_MS), end: wall(desk.now() + 10 * DAY_MS) },
    edge: 'finish',
    ...more,
  };
}

test('a freeze says what it stops before it is published, and then stops it', async (t) => {
  const desk = await openTestDesk(t);
  const draft = await freezeOf(desk);
  const preview = await desk.ask('windows.preview', { window: null, draft });
  assert.deepEqual(preview.problems, []);
  assert.equal(preview.mayPublish, true);
  assert.equal(preview.firstBlocked, desk.now() + HOUR_MS);
  assert.equal(preview.lastBlocked, desk.now() + 10 * DAY_MS - 60_000);
  const { impact } = preview;
  assert.ok(impact.planned > 0 && impact.within48Hours > 0);
  assert.equal(impact.hits.length, impact.planned);
  const [first] = impact.hits;
  assert.ok(first);

  const hitsOf = async () =>
    (await desk.ask('changes.read', { change: first.row.change })).hits.filter(({ title }) => title === draft.title);
  assert.equal((await hitsOf()).length, 0);
  const { window, row } = await desk.ask('windows.save', { window: null, draft, standing: 'published' });
  assert.equal((await hitsOf()).length, 1);
  assert.equal((await desk.ask('windows.read', { window })).revisions[0]?.unsent, true);
  // Publishing it again as it stands would hit nothing new.
  assert.equal((await desk.ask('windows.preview', { window, draft })).impact.planned, 0);
  await desk.ask('unsent.undo', { row });
  assert.equal((await hitsOf()).length, 0);
  await assert.rejects(desk.ask('windows.read', { window }), refused('window-not-found'));
});

test('a proposed freeze is on the calendar and stops nothing until it is published', async (t) => {
  const desk = await openTestDesk(t);
  const draft = await freezeOf(desk);
  const { window } = await desk.ask('windows.save', { window: null, draft, standing: 'proposed' });
  const list = await desk.ask('windows.list', {});
  assert.equal(list.find((each) => each.window === window)?.standing, 'proposed');
  const month = toInstant(desk.now()).slice(0, 7);
  const { spans } = await desk.ask('calendar.month', { month, zone: 'UTC', filter: {} });
  assert.equal(spans.find((span) => span.window === window)?.proposed, true);
  const { rows } = await desk.ask('changes.list', {
    filter: { states: ['scheduled', 'authorization'] },
    sort: { by: 'start', descending: false },
    offset: 0,
    limit: 100,
  });
  for (const { change } of rows) {
    const { hits } = await desk.ask('changes.read', { change });
    assert.ok(hits.every(({ span }) => span.window !== window));
  }
  await desk.ask('windows.save', { window, draft, standing: 'published' });
  assert.equal((await desk.ask('windows.read', { window })).revisions.length, 2);
  await desk.ask('windows.withdraw', { window });
  assert.equal((await desk.ask('windows.read', { window })).row.standing, 'withdrawn');
});

test('beyond the reach of their roles an owner can only propose', async (t) => {
  const desk = await openTestDesk(t);
  const { me } = await desk.ask('app.status', {});
  const owner = await someoneBeyondReach(desk);
  assert.ok(owner, 'the sample has an owner whose reach is not everything');
  const { draft } = owner;
  await assert.rejects(
    desk.ask('windows.save', { window: null, draft, standing: 'published' }),
    refused('not-entitled'),
  );
  const { window } = await desk.ask('windows.save', { window: null, draft, standing: 'proposed' });
  const shown = (await desk.ask('windows.list', {})).find((each) => each.window === window);
  assert.equal(shown?.standing, 'proposed');
  assert.equal((await desk.ask('windows.read', { window })).mayRevise, false);

  await desk.ask('me.actAs', { person: me.person });
  assert.equal((await desk.ask('windows.preview', { window, draft })).mayPublish, true);
  await desk.ask('windows.save', { window, draft, standing: 'published' });
  const published = await desk.ask('windows.read', { window });
  assert.equal(published.row.standing, 'published');
  assert.equal(published.row.forked, false);
  desk.pass(9_000);
  await desk.sendDue();
  const sent = await desk.ask('windows.read', { window });
  assert.deepEqual([sent.row.standing, sent.revisions.length, sent.revisions[0]?.unsent], ['published', 2, false]);
});

test('the editor is answered while the draft is still wrong', async (t) => {
  const desk = await openTestDesk(t);
  const draft = await freezeOf(desk);
  const problems = async (given: unknown) =>
    (await desk.ask('windows.preview', { window: null, draft: given })).problems;
  assert.ok((await problems(null)).length > 0);
  assert.ok(
    (await problems({ ...draft, scope: { everything: false } })).some(({ field }) => field.startsWith('scope')),
  );
  assert.ok((await problems({ ...draft, zone: 'Mars/Olympus' })).some(({ field }) => field === 'zone'));
  const nowhere = { ...draft, scope: { everything: false, sites: ['atlantis'] } };
  assert.deepEqual(
    (await problems(nowhere)).map(({ field }) => field),
    ['scope.sites'],
  );
  await assert.rejects(
    desk.ask('windows.save', { window: null, draft: nowhere, standing: 'published' }),
    refused('input-rejected'),
  );
});

async function someoneBeyondReach(desk: TestDesk): Promise<{ person: string; draft: WindowDraft } | null> {
  const { me } = await desk.ask('app.status', {});
  for (const { person, roles } of me.canActAs) {
    if (!roles.includes('business-owner') || roles.includes('change-manager')) continue;
    await desk.ask('me.actAs', { person });
    const draft = await freezeOf(desk, { ownerRole: 'business-owner' });
    if (!(await desk.ask('windows.preview', { window: null, draft })).mayPublish) return { person, draft };
  }
  return null;
}

test('an owner’s new freeze can start with the sites and processes that are theirs', async (t) => {
  const desk = await openTestDesk(t);
  assert.deepEqual(
    (await desk.ask('app.status', {})).me.owns,
    { sites: [], processes: [] },
    'a change manager has none',
  );
  const { owns } = await desk.ask('me.actAs', { person: 'daniel-achebe' });
  assert.ok(owns.sites.length > 0);
  assert.ok(owns.processes.includes('store-checkout'));
});
