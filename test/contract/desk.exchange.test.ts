import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingOf } from '../../electron/app/readingOf.ts';
import type { WindowDraft } from '../../shared/api/windowCalls.ts';
import { TidegateError, type ErrorCode } from '../../shared/errors.ts';
import type { ReadWindow } from '../../shared/exchange/windowReading.ts';
import { DAY_MS } from '../../shared/time/instant.ts';
import { openTestDesk, type TestDesk } from '../support/desk.ts';

const refused = (code: ErrorCode) => (error: unknown) => error instanceof TidegateError && error.code === code;
const event = (n: number) =>
  `BEGIN:VEVENT\r\nUID:n${String(n)}\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:Night ${String(n)}\r\n` +
  `DTSTART;TZID=Europe/Paris:20260105T220000\r\nDURATION:PT4H\r\nRRULE:FREQ=WEEKLY;BYDAY=TU\r\nEND:VEVENT\r\n`;

const days = '2026-12-25, Christmas Day\n2026-12-26, Boxing Day\n2027-01-01, New Year\nnonsense';

async function draftOf(desk: TestDesk, read: ReadWindow): Promise<WindowDraft> {
  const { me } = await desk.ask('app.status', {});
  return {
    title: read.title,
    effect: read.effect,
    closedOutside: false,
    owner: me.person,
    ownerRole: 'change-manager',
    reason: '',
    scope: { everything: true },
    reach: 'direct',
    zone: read.zone ?? 'Europe/Paris',
    schedule: read.schedule,
    edge: 'finish',
    origin: { from: 'holidays', key: read.key },
  };
}

test('a list of holidays becomes one window, is signed, and is known when it is read again', async (t) => {
  const desk = await openTestDesk(t);
  const asked = { name: 'Closing days.txt', text: days, format: null, zone: 'Europe/Paris', join: true };
  const view = await desk.ask('windows.readFile', asked);
  assert.equal(view.format, 'holidays');
  assert.equal(view.refused.length, 1);
  assert.equal(view.windows.length, 1);
  const [read] = view.windows;
  assert.ok(read);
  assert.deepEqual(read.schedule.form === 'dates' && read.schedule.spans.map(({ name }) => name), [
    'Christmas Day',
    'Boxing Day',
    'New Year',
  ]);
  assert.equal(read.known, null);

  const entries = [{ window: null, draft: await draftOf(desk, read) }];
  const preview = await desk.ask('windows.previewAdoption', { entries });
  assert.deepEqual(preview.problems, []);
  assert.equal(preview.mayPublish, true);
  const { windows, row } = await desk.ask('windows.adopt', { entries, standing: 'published' });
  assert.equal(windows.length, 1);
  const again = await desk.ask('windows.readFile', asked);
  assert.equal(again.windows[0]?.known?.window, windows[0]);
  await desk.ask('unsent.undo', { row });
  assert.equal((await desk.ask('windows.readFile', asked)).windows[0]?.known, null);
});

test('several windows are signed by one row, all or none', async (t) => {
  const desk = await openTestDesk(t);
  const view = await desk.ask('windows.readFile', {
    name: 'windows.json',
    text: JSON.stringify([
      { kind: 'deny', schedule: '0 22 * * *', duration: '1h', timeZone: 'Europe/Paris' },
      { kind: 'allow', schedule: '0 6 * * 6', duration: '4h' },
    ]),
    format: 'argocd',
    zone: 'UTC',
    join: true,
  });
  assert.deepEqual(
    view.windows.map(({ effect, zone }) => [effect, zone]),
    [
      ['freeze', 'Europe/Paris'],
      ['maintenance', 'UTC'],
    ],
  );
  const drafts = await Promise.all(view.windows.map((read) => draftOf(desk, read)));
  const entries = drafts.map((draft) => ({ window: null, draft }));
  const before = (await desk.ask('windows.list', {})).length;
  const broken = entries.map(({ draft }, index) => ({
    window: null,
    draft: index === 1 ? { ...draft, scope: { everything: false, sites: ['nowhere'] } } : draft,
  }));
  await assert.rejects(desk.ask('windows.adopt', { entries: broken, standing: 'proposed' }), refused('input-rejected'));
  assert.equal((await desk.ask('windows.list', {})).length, before);
  const { windows } = await desk.ask('windows.adopt', { entries, standing: 'proposed' });
  assert.equal(new Set(windows).size, 2);
  assert.equal((await desk.ask('unsent.list', {})).length, 1);
  assert.equal((await desk.ask('windows.list', {})).length, before + 2);
});

test('a view is written as an iCalendar file with its windows and changes', async (t) => {
  const desk = await openTestDesk(t);
  const asked = { name: 'Board: stores', start: desk.now(), end: desk.now() + 60 * DAY_MS, zone: 'Europe/Paris' };
  const whole = await desk.ask('calendar.export', {
    ...asked,
    changes: {},
    effects: ['freeze', 'soft-freeze', 'maintenance', 'peak'],
  });
  assert.equal(whole.name, 'Board-stores.ics');
  assert.match(whole.text, /^BEGIN:VCALENDAR\r\n/);
  assert.ok(whole.events > 10);
  const bare = await desk.ask('calendar.export', { ...asked, changes: null, effects: [] });
  assert.equal(bare.events, 0);
  await assert.rejects(
    desk.ask('calendar.export', { ...asked, end: asked.start, changes: null, effects: [] }),
    refused('input-rejected'),
  );
});

test('a window that is read again is known with its text; a revision keeps one window and follows the old text', async (t) => {
  const desk = await openTestDesk(t);
  const asked = { name: 'Closing days.txt', text: days, format: null, zone: 'Europe/Paris', join: true };
  const [read] = (await desk.ask('windows.readFile', asked)).windows;
  assert.ok(read);
  const first = { window: null, draft: await draftOf(desk, read) };
  const { windows } = await desk.ask('windows.adopt', { entries: [first], standing: 'proposed' });
  const text = `${days}\n2027-05-01, Labour Day`;
  const [again] = (await desk.ask('windows.readFile', { ...asked, text })).windows;
  assert.ok(again?.known);
  assert.equal(again.known.standing, 'proposed');
  assert.equal(again.known.schedule.form === 'dates' && again.known.schedule.spans.length, 3);
  const revision = { window: again.known.window, draft: { ...first.draft, schedule: again.schedule } };
  const before = (await desk.ask('windows.list', {})).length;
  await desk.ask('windows.adopt', { entries: [revision], standing: 'published' });
  assert.equal((await desk.ask('windows.list', {})).length, before);
  const { body, proposals } = await desk.ask('windows.read', { window: windows[0] ?? '' });
  assert.equal(body.standing, 'published');
  assert.equal(body.schedule.form === 'dates' && body.schedule.spans.length, 4);
  assert.deepEqual(proposals, []);
});

test('a revision that opens what is about to hold says so before it is signed', async (t) => {
  const desk = await openTestDesk(t);
  const [read] = (
    await desk.ask('windows.readFile', {
      name: 'soon.txt',
      text: '2026-11-18, Stocktaking',
      format: 'holidays',
      zone: 'Europe/Paris',
      join: true,
    })
  ).windows;
  assert.ok(read);
  const draft = await draftOf(desk, read);
  const preview = await desk.ask('windows.previewAdoption', { entries: [{ window: null, draft }] });
  assert.ok(preview.impact.within48Hours > 0, 'the sample board has work tomorrow');
  assert.deepEqual(preview.loosens, []);
  const { windows } = await desk.ask('windows.adopt', { entries: [{ window: null, draft }], standing: 'published' });
  const later = { ...draft, schedule: { form: 'once', start: '2027-03-01T00:00', end: '2027-03-02T00:00' } as const };
  const revised = await desk.ask('windows.previewAdoption', {
    entries: [{ window: windows[0] ?? '', draft: later }],
  });
  assert.deepEqual(
    revised.loosens.map(({ title }) => title),
    ['soon'],
  );
});

test('more windows than one signature takes are refused whole; the host answers while a long file is read', async (t) => {
  const desk = await openTestDesk(t);
  const text = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${Array.from({ length: 2_000 }, (_, n) => event(n)).join('')}END:VCALENDAR\r\n`;
  const asked = { name: 'nights.ics', text, format: null, zone: 'UTC', join: true };
  const order: string[] = [];
  const reading = desk.ask('windows.readFile', asked).then((view) => {
    order.push('read');
    return view;
  });
  await desk.ask('app.status', {}).then(() => order.push('status'));
  const { windows } = await reading;
  assert.deepEqual(order, ['status', 'read']);
  assert.equal(windows.length, 2_000);
  const [first] = windows;
  assert.ok(first);
  const draft = await draftOf(desk, first);
  const entries = Array.from({ length: 501 }, (_, n) => ({ window: null, draft: { ...draft, title: `Night ${n}` } }));
  await assert.rejects(desk.ask('windows.adopt', { entries, standing: 'proposed' }), refused('input-rejected'));
});

test('an export keeps to the windows and sites it is asked for', async (t) => {
  const desk = await openTestDesk(t);
  const asked = { name: 'One', start: desk.now(), end: desk.now() + 400 * DAY_MS, zone: 'Europe/Paris', changes: null };
  const list = await desk.ask('windows.list', {});
  const one = list.find(({ sites, next, standing }) => sites !== null && next && standing === 'published');
  assert.ok(one);
  const alone = await desk.ask('calendar.export', { ...asked, effects: [], only: [one.window] });
  assert.ok(alone.events > 0);
  assert.ok(alone.text.replaceAll('\r\n ', '').includes(`SUMMARY:`));
  const every = { ...asked, effects: ['freeze', 'soft-freeze', 'maintenance', 'peak'] as const };
  const whole = await desk.ask('calendar.export', { ...every, effects: [...every.effects] });
  const nowhere = await desk.ask('calendar.export', { ...every, effects: [...every.effects], sites: ['no-such-site'] });
  assert.ok(nowhere.events < whole.events);
});

test('two lists without a name are two windows unless they come from a file of one name', () => {
  const asked = { format: 'holidays', zone: 'Europe/Paris', join: true, now: 0 } as const;
  const keyOf = (name: string, text: string) =>
    readingOf({ ...asked, name, text })
      .windows.map(({ key }) => key)
      .join(' ');
  const other = days.replace('2026-12-26, Boxing Day', '2026-12-27, Another');
  assert.equal(keyOf('a.txt', days), keyOf('a.txt', other));
  assert.notEqual(keyOf('a.txt', days), keyOf('b.txt', days));
  assert.equal(keyOf('', days), keyOf('', days));
  assert.notEqual(keyOf('', days), keyOf('', other));
});
