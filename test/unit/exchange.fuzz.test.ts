import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { readArgo } from '../../shared/exchange/argocd/readArgo.ts';
import { readGitlab } from '../../shared/exchange/gitlab/readGitlab.ts';
import { guessFormat } from '../../shared/exchange/guessFormat.ts';
import { readHolidayList } from '../../shared/exchange/holidays/readHolidayList.ts';
import { readIcs } from '../../shared/exchange/ics/readIcs.ts';
import { readKubernetes } from '../../shared/exchange/kubernetes/readKubernetes.ts';
import type { WindowReading } from '../../shared/exchange/windowReading.ts';
import { windowBody } from '../../shared/record/body/windowBody.ts';
import { scheduleProblems } from '../../shared/window/scheduleProblems.ts';
import { asBody } from '../support/exchangeBuild.ts';
import { rounds, seed } from '../support/seed.ts';

const names = [
  'DTSTART',
  'DTEND',
  'DURATION',
  'RRULE',
  'EXRULE',
  'EXDATE',
  'RDATE',
  'RECURRENCE-ID',
  'UID',
  'SEQUENCE',
];
const values = [
  '20260101',
  '20260329T023000',
  '20260329T013000Z',
  '20261399T256199',
  '00010101T000000Z',
  'PT1H',
  '-PT1H',
  'P99999W',
  'FREQ=DAILY',
  'FREQ=SECONDLY',
  'FREQ=MINUTELY;INTERVAL=7;COUNT=999999',
  'FREQ=HOURLY;BYMINUTE=1,2,3,4,5;UNTIL=20991231',
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31',
  'FREQ=WEEKLY;BYDAY=MO;COUNT=100000',
  'FREQ=MONTHLY;BYSETPOS=-1;BYDAY=MO,TU;COUNT=3;UNTIL=2027',
  '20260101T000000Z/PT1H,20260102T000000Z/20260102T050000Z',
  '20260101,20260102,rubbish,20260108T100000',
  'one',
  '7',
];
const params = [
  '',
  ';VALUE=DATE',
  ';TZID=Europe/Paris',
  ';TZID="Moon/Base"',
  ';RANGE=THISANDFUTURE',
  ';VALUE=PERIOD',
  ';X="',
];
const line = fc
  .tuple(fc.constantFrom(...names), fc.constantFrom(...params), fc.oneof(fc.constantFrom(...values), fc.string()))
  .map(([name, param, value]) => `${name}${param}:${value.replace(/[\r\n]/g, ' ')}`);
const event = fc
  .tuple(fc.array(line, { maxLength: 9 }), fc.boolean())
  .map(([lines, ended]) => [
    'BEGIN:VEVENT',
    'DTSTART:20260101T100000',
    'DURATION:PT1H',
    ...lines,
    ...(ended ? ['END:VEVENT'] : []),
  ]);
const file = fc
  .tuple(fc.array(event, { minLength: 1, maxLength: 4 }), fc.constantFrom('\r\n', '\n', '\r'))
  .map(([events, end]) => ['BEGIN:VCALENDAR', ...events.flat(), 'END:VCALENDAR'].join(end));

/** Everything said is a record's, and everything there is stands somewhere. */
function sound(reading: WindowReading, places: readonly string[] = []): void {
  for (const window of reading.windows) {
    const body = asBody(window, { origin: { from: 'ics', key: window.key } });
    assert.deepEqual(windowBody.safeParse(body).error?.issues ?? [], []);
    assert.deepEqual(scheduleProblems(body), []);
  }
  for (const { title, reason, where } of reading.refused)
    assert.ok(reason.endsWith('.') && reason.length < 300 && title.length <= 240 && where !== '');
  const keys = reading.windows.map(({ key }) => key);
  assert.equal(new Set(keys).size, keys.length, keys.join());
  const said = new Set([
    ...reading.windows.flatMap(({ where }) => where),
    ...reading.refused.map(({ where }) => where),
  ]);
  assert.deepEqual(
    places.filter((place) => !said.has(place)),
    [],
  );
}

test('whatever events a calendar holds, each becomes a window that can be signed, or says why not', () => {
  fc.assert(
    fc.property(file, (text) => {
      const lines = text.split(/\r\n|\n|\r/);
      const places = lines.flatMap((each, index) => (each === 'BEGIN:VEVENT' ? [`line ${index + 1}`] : []));
      sound(readIcs(text), places);
    }),
    { seed, numRuns: rounds(150, 4_000) },
  );
});

test('no bytes make a reader throw', () => {
  const readers = [readIcs, readArgo, readGitlab, readKubernetes, readHolidayList];
  const json = fc.json({ maxDepth: 4 });
  const begun = fc.string({ unit: 'binary' }).map((text) => `BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:${text}`);
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), json, begun), (text) => {
      for (const read of readers) sound(read(text));
      guessFormat(text, text);
    }),
    { seed, numRuns: rounds(200, 5_000) },
  );
});

test('whatever an item of a list says, it becomes windows or says why not', () => {
  const cron = fc
    .array(fc.constantFrom('*', '0', '*/5', '1-5', '20-8', '31', '2', 'MON-FRI', '*/0', 'x', '0,30', '7', '5/15'), {
      minLength: 4,
      maxLength: 6,
    })
    .map((parts) => parts.join(' '));
  const text = fc.oneof(
    cron,
    fc.constantFrom('24h', '10m', '1.5h', '0', '-1h', '99999h', '2d', 'Europe/Paris', 'deny'),
  );
  const key = fc.constantFrom('kind', 'schedule', 'duration', 'timeZone', 'freeze_start', 'freeze_end', '__proto__');
  const other = fc.constantFrom('start_time', 'end_time', 'recurrence', 'start', 'end', 'rebootDays', 'exclusions');
  const item = fc.dictionary(fc.oneof(key, other), fc.oneof(text, fc.jsonValue()), { maxKeys: 6 });
  const argo = fc.record({ kind: fc.constantFrom('allow', 'deny'), schedule: cron, duration: text, timeZone: text });
  fc.assert(
    fc.property(fc.array(fc.oneof(item, argo), { minLength: 1, maxLength: 4 }), (items) => {
      const places = items.map((_, index) => `item ${index + 1}`);
      for (const read of [readArgo, readKubernetes, readGitlab]) sound(read(JSON.stringify(items)), places);
    }),
    { seed, numRuns: rounds(150, 4_000) },
  );
});
