import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SuggestionRow } from '../../shared/api/suggestionCalls.ts';
import { openTestDesk, type TestDesk } from '../support/desk.ts';

const france = { country: 'FR', region: null } as const;

async function rowOf(
  desk: TestDesk,
  id: SuggestionRow['id'],
  place: { country: string | null; region: null } = france,
) {
  const row = (await desk.ask('suggestions.list', place)).find((each) => each.id === id);
  assert.ok(row, id);
  return row;
}

test('for France all that is meant for everywhere or for France is offered, with its next time', async (t) => {
  const desk = await openTestDesk(t);
  const rows = await desk.ask('suggestions.list', france);
  const ids = rows.map(({ id }) => id);
  assert.ok(ids.includes('winter-sales-france') && ids.includes('black-friday'));
  assert.ok(!ids.includes('buen-fin') && !ids.includes('golden-week-japan'));
  const friday = await rowOf(desk, 'black-friday');
  assert.deepEqual(
    [friday.next?.startWall, friday.next?.endWall, friday.next?.zone],
    ['2026-11-23T00:00', '2026-12-02T00:00', 'Europe/Paris'],
  );
  assert.match(friday.covers ?? '', /Store checkout.* at Lyon/);
  assert.equal((await rowOf(desk, 'campaign')).next, null, 'a campaign asks for its days');
});

test('a business owner’s suggestions begin with what is theirs', async (t) => {
  const desk = await openTestDesk(t);
  await desk.ask('me.actAs', { person: 'daniel-achebe' });
  const { draft } = await desk.ask('suggestions.draft', { id: 'black-friday', ...france });
  assert.deepEqual(draft.scope, {
    everything: false,
    processes: ['store-checkout', 'web-order'],
    sites: ['lyon-store'],
    environments: ['production'],
  });
  assert.deepEqual([draft.owner, draft.ownerRole, draft.zone], ['daniel-achebe', 'business-owner', 'Europe/Paris']);
  assert.equal(draft.title, 'Black Friday and Cyber Monday, France');
  assert.equal((await rowOf(desk, 'carrier-cut-off')).covers, null, 'no warehouse of theirs in France');

  const everywhere = await desk.ask('suggestions.draft', { id: 'black-friday', country: null, region: null });
  assert.equal(everywhere.draft.zone, 'site');
  assert.deepEqual(everywhere.draft.scope.sites, ['lyon-store', 'sao-paulo-store', 'sydney-store']);
});

test('what a finance owner adopts is theirs and on the books’ clock, whoever drew it', async (t) => {
  const desk = await openTestDesk(t);
  const { draft, notes } = await desk.ask('suggestions.draft', { id: 'month-end-close', country: null, region: null });
  assert.deepEqual([draft.owner, draft.ownerRole, draft.zone], ['sofia-lindqvist', 'finance-owner', 'Asia/Kolkata']);
  assert.equal(draft.schedule.form === 'rule' ? draft.schedule.holidays?.name : '', 'India');
  assert.match(notes.join(' '), /holidays of India are written in through 2036/);
});

test('holidays of the region are written into the draft, years ahead, and its fields are heard', async (t) => {
  const desk = await openTestDesk(t);
  const { draft } = await desk.ask('suggestions.draft', {
    id: 'month-end-close',
    country: 'DE',
    region: 'BY',
    values: { before: '4', after: '3' },
  });
  assert.ok(draft.schedule.form === 'rule');
  const { start, end, holidays } = draft.schedule;
  assert.deepEqual([start.rule, start.onHoliday], ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-4', 'not-counted']);
  assert.ok('rule' in end && end.rule.endsWith('BYSETPOS=3'));
  assert.equal(holidays?.source, 'DE-BY');
  assert.ok(holidays.days.some(({ day }) => day === '2030-01-06'));
  await assert.rejects(
    desk.ask('suggestions.draft', { id: 'month-end-close', ...france, values: { before: '99' } }),
    /input-rejected/,
  );
});

test('several are adopted by one signature, known as adopted, and taken back by one undo', async (t) => {
  const desk = await openTestDesk(t);
  const drafts = await desk.ask('suggestions.drafts', {
    ...france,
    picks: [{ id: 'black-friday' }, { id: 'month-end-close' }, { id: 'easter' }],
  });
  const { row, windows } = await desk.ask('windows.adopt', {
    entries: drafts.map(({ draft }) => ({ window: null, draft })),
    standing: 'proposed',
  });
  assert.equal(windows.length, 3);
  const adopted = async () =>
    (await desk.ask('suggestions.list', france)).filter((each) => each.adopted.length > 0).map(({ id }) => id);
  assert.deepEqual(await adopted(), ['black-friday', 'month-end-close', 'easter']);
  assert.deepEqual((await rowOf(desk, 'black-friday')).adopted, [
    { window: windows[0], title: 'Black Friday and Cyber Monday, France', proposed: true },
  ]);
  assert.deepEqual((await rowOf(desk, 'black-friday', { country: 'GB', region: null })).adopted, [], 'not in Britain');
  await desk.ask('unsent.undo', { row });
  assert.deepEqual(await adopted(), []);
});

test('where nothing on the board fits, the draft covers nothing and cannot be signed by accident', async (t) => {
  const desk = await openTestDesk(t);
  const { draft, notes } = await desk.ask('suggestions.draft', { id: 'black-friday', country: 'JP', region: null });
  assert.deepEqual(draft.scope, { everything: false });
  assert.equal(draft.zone, 'Asia/Tokyo');
  assert.match(notes[0] ?? '', /say what it covers/);
  const { problems } = await desk.ask('windows.preview', { window: null, draft });
  assert.ok(problems.some(({ field }) => field.startsWith('scope')));
});

test('every suggestion can be drafted for every country of the sample, and its schedule stands', async (t) => {
  const desk = await openTestDesk(t);
  for (const country of ['FR', 'GB', 'US', 'AU', 'BR', 'IN', 'DE', 'JP', 'AE', 'MX', null]) {
    const rows = await desk.ask('suggestions.list', { country, region: null });
    assert.ok(rows.length >= 21, `${country ?? 'everywhere'}: ${String(rows.length)}`);
    for (const { id, next, fields } of rows)
      assert.ok(next !== null || fields.some(({ kind }) => kind === 'day'), `${id} in ${country ?? 'all'}`);
  }
});

test('days off come by country and region, and what is not known is refused by its field', async (t) => {
  const desk = await openTestDesk(t);
  const countries = await desk.ask('holidays.countries', {});
  assert.ok(countries.length > 150);
  assert.ok(countries.find(({ country }) => country === 'GB')?.regions.some(({ region }) => region === 'SCT'));
  const { holidays } = await desk.ask('holidays.days', { country: 'GB', region: 'SCT', from: 2026, to: 2027 });
  assert.equal(holidays.source, 'GB-SCT');
  await assert.rejects(
    desk.ask('holidays.days', { country: 'FR', region: null, from: 2026, to: 2050 }),
    /input-rejected/,
  );
});
