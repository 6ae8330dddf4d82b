import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WindowDraft } from '../../shared/api/windowCalls.ts';
import { TidegateError } from '../../shared/errors.ts';
import { DAY_MS, HOUR_MS, toInstant, type Ms } from '../../shared/time/instant.ts';
import { openTestDesk, type TestDesk } from '../support/desk.ts';

const wall = (at: Ms) => toInstant(at).slice(0, 16);

/** A freeze in force at once, owned by somebody who is no change manager; drawn and left acting as `owner`. */
async function drawnBy(
  desk: TestDesk,
): Promise<{ manager: string; owner: string; window: string; draft: WindowDraft }> {
  const { me } = await desk.ask('app.status', {});
  const owner = 'daniel-achebe';
  const { owns } = await desk.ask('me.actAs', { person: owner });
  const draft: WindowDraft = {
    title: 'Stock count',
    effect: 'freeze',
    closedOutside: false,
    owner,
    ownerRole: 'business-owner',
    reason: '',
    scope: { everything: false, sites: owns.sites.slice(0, 1) },
    reach: 'direct',
    zone: 'UTC',
    schedule: { form: 'once', start: wall(desk.now() - HOUR_MS), end: wall(desk.now() + 10 * DAY_MS) },
    edge: 'finish',
  };
  const { window } = await desk.ask('windows.save', { window: null, draft, standing: 'published' });
  return { manager: me.person, owner, window, draft };
}

test('a revision that loosens says so before it is signed, and the earlier text is shown until it runs out', async (t) => {
  const desk = await openTestDesk(t);
  const { window, draft } = await drawnBy(desk);
  const shorter = {
    ...draft,
    schedule: { form: 'once' as const, start: wall(desk.now() - HOUR_MS), end: wall(desk.now()) },
  };
  const same = await desk.ask('windows.preview', { window, draft: { ...draft, title: 'Counting' } });
  assert.equal(same.loosens, null);
  const { loosens } = await desk.ask('windows.preview', { window, draft: shorter });
  const until = desk.now() + 48 * HOUR_MS;
  assert.equal(loosens?.until, until);
  assert.equal(loosens.sentence, same.sentence);
  assert.deepEqual(
    loosens.needs.map(({ role }) => role),
    ['change-manager'],
  );
  await desk.ask('windows.save', { window, draft: shorter, standing: 'published' });
  const { fading, fadingNeeds } = await desk.ask('windows.read', { window });
  assert.deepEqual(
    fading.map((text) => [text.until, text.sentence]),
    [[until, same.sentence]],
  );
  assert.equal(fadingNeeds.length, 1);
});

test('a withdrawn freeze goes on until the change manager agrees as well', async (t) => {
  const desk = await openTestDesk(t);
  const { window, manager } = await drawnBy(desk);
  const before = await desk.ask('windows.read', { window });
  assert.equal(before.withdrawal?.needs[0]?.role, 'change-manager');
  await desk.ask('windows.withdraw', { window });
  const isFrozen = async () => (await desk.ask('app.status', {})).frozenNow.some((freeze) => freeze.window === window);
  assert.equal(await isFrozen(), true);
  const shown = async () => {
    const period = { start: desk.now(), end: desk.now() + 5 * DAY_MS };
    const { bands } = await desk.ask('calendar.timeline', { ...period, by: 'site', filter: {} });
    return bands.filter((band) => band.window === window).map(({ title, end }) => [title, end - desk.now()]);
  };
  assert.deepEqual(await shown(), [['Stock count, its earlier text', 48 * HOUR_MS]]);
  const mine = await desk.ask('windows.read', { window });
  assert.equal(mine.agreement, null, 'the owner has signed already');
  assert.equal(mine.fading.length, 1);

  await desk.ask('me.actAs', { person: manager });
  const { agreement } = await desk.ask('windows.read', { window });
  assert.equal(agreement?.to, 'loosen');
  await assert.rejects(
    desk.ask('windows.agree', { window, digest: `sha256:${'a'.repeat(64)}` }),
    (error) => error instanceof TidegateError && error.code === 'stale-record',
  );
  await desk.ask('windows.agree', { window, digest: agreement.digest });
  assert.equal(await isFrozen(), false);
  assert.deepEqual(await shown(), []);
  const after = await desk.ask('windows.read', { window });
  assert.deepEqual([after.fading, after.agreement], [[], null]);
});

test('what was proposed beyond its author’s reach is put in force by the change manager’s agreement', async (t) => {
  const desk = await openTestDesk(t);
  const { manager, draft } = await drawnBy(desk);
  const wide = { ...draft, title: 'Everywhere', scope: { everything: true } };
  const { window } = await desk.ask('windows.save', { window: null, draft: wide, standing: 'proposed' });
  assert.equal((await desk.ask('windows.read', { window })).agreement, null);
  await desk.ask('me.actAs', { person: manager });
  const { agreement } = await desk.ask('windows.read', { window });
  assert.equal(agreement?.to, 'publish');
  await desk.ask('windows.agree', { window, digest: agreement.digest });
  assert.equal((await desk.ask('windows.read', { window })).row.standing, 'published');
});

test('a proposal to change a published freeze leaves it in force, and can be published from its page', async (t) => {
  const desk = await openTestDesk(t);
  const { window, draft } = await drawnBy(desk);
  const longer = {
    ...draft,
    schedule: { form: 'once' as const, start: wall(desk.now() - HOUR_MS), end: wall(desk.now() + 20 * DAY_MS) },
  };
  await desk.ask('windows.save', { window, draft: longer, standing: 'proposed' });
  const asked = await desk.ask('windows.read', { window });
  assert.equal(asked.row.standing, 'published');
  assert.equal(asked.row.forked, false);
  const [proposal, ...others] = asked.proposals;
  assert.deepEqual(others, []);
  assert.equal(proposal?.mayPublish, true);
  const { window: _w, standing: _s, follows: _f, ...proposed } = proposal.body;
  await desk.ask('windows.save', { window, draft: proposed, standing: 'published' });
  const published = await desk.ask('windows.read', { window });
  assert.deepEqual([published.proposals, published.body.schedule], [[], longer.schedule]);
});

test('a freeze says how many approvals it voids and which maintenance it swallows', async (t) => {
  const desk = await openTestDesk(t);
  const { me } = await desk.ask('app.status', {});
  const draft = {
    title: '',
    effect: 'freeze',
    closedOutside: false,
    owner: me.person,
    ownerRole: 'change-manager',
    reason: '',
    scope: { everything: true },
    reach: 'direct',
    zone: 'UTC',
    schedule: { form: 'once', start: wall(desk.now()), end: wall(desk.now() + 21 * DAY_MS) },
    edge: 'finish',
  };
  const { impact, problems, occurrences, sentence } = await desk.ask('windows.preview', { window: null, draft });
  assert.deepEqual(
    problems.map(({ field }) => field),
    ['title'],
    'a title that is missing hides nothing else',
  );
  assert.ok(sentence !== '' && occurrences.length === 1 && impact.planned > 0);
  assert.ok(impact.changesVoided > 0 && impact.approvalsVoided >= impact.changesVoided);
  assert.ok(impact.changesVoided <= impact.approved);
  assert.ok(impact.maintenanceCount > 0);
  assert.ok(impact.maintenanceSwallowed.some(({ whole }) => whole));
  const half = await desk.ask('windows.preview', { window: null, draft: { ...draft, title: 'T', schedule: null } });
  assert.ok(half.sentence !== '' && half.problems.some(({ field }) => field.startsWith('schedule')));
});
