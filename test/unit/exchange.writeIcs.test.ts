import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { readIcs } from '../../shared/exchange/ics/readIcs.ts';
import { writeIcs, type Exported } from '../../shared/exchange/ics/writeIcs.ts';
import type { Schedule } from '../../shared/record/body/scheduleBody.ts';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import { asBody, covered } from '../support/exchangeBuild.ts';
import { rounds, seed } from '../support/seed.ts';
import { aSite, at, aWindow, lasting, once, sixZones, until } from '../support/windowBuild.ts';

const period = { start: at('2026-01-01T00:00'), end: at('2028-01-01T00:00') };
const sites = new Map(
  [aSite('lyon'), aSite('newark', 'America/New_York'), aSite('sydney', 'Australia/Sydney')].map((each) => [
    each.site,
    each,
  ]),
);

function exported(bodies: readonly WindowBody[], given: Partial<Exported> = {}): string {
  return writeIcs({
    name: 'Freezes',
    windows: bodies.map((body) => ({ body, owner: 'Ana', scope: 'Freezes everything.', sequence: 1 })),
    changes: [],
    sites,
    period,
    now: at('2026-11-20T00:00'),
    zone: 'Europe/Paris',
    ...given,
  });
}

const isWhole = (each: string) => each > '2026-01-03' && each < '2027-12-28';
const wall = fc
  .tuple(fc.integer({ min: 0, max: 700 }), fc.constantFrom(0, 30, 60, 90, 120, 150, 180, 600, 1_320, 1_410))
  .map(([day, minute]) =>
    new Date(at('2026-01-01T00:00') + day * 86_400_000 + minute * 60_000).toISOString().slice(0, 16),
  );
const rule = fc.constantFrom(
  'FREQ=DAILY',
  'FREQ=DAILY;INTERVAL=3',
  'FREQ=WEEKLY;BYDAY=SA,SU',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU',
  'FREQ=MONTHLY;BYDAY=-1SU',
  'FREQ=MONTHLY;BYMONTHDAY=1,29,31',
  'FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU',
  'FREQ=DAILY;BYHOUR=1,2,3',
  'FREQ=WEEKLY;BYDAY=SU;UNTIL=20270401',
  'FREQ=WEEKLY;BYDAY=SU;COUNT=50',
  'FREQ=YEARLY;BYWEEKNO=13,43',
);
const length = fc.constantFrom('PT30M', 'PT1H', 'PT2H', 'PT8H', 'P1D', 'P2DT4H');
const schedules: fc.Arbitrary<Schedule> = fc.oneof(
  fc.tuple(wall, rule, length).map((given) => lasting(...given)),
  fc.tuple(wall, rule, length, fc.array(wall, { maxLength: 3 })).map(([from, text, duration, starts]): Schedule => {
    const additions = starts.map((start) => ({
      start,
      end: new Date(Date.parse(`${start}Z`) + 5_400_000).toISOString().slice(0, 16),
    }));
    return { form: 'rule', start: { from, rule: text }, end: { duration }, exceptions: [from], additions };
  }),
  fc.tuple(wall, rule).map(([from, text]) => until(from, text, '2026-01-01T02:30', 'FREQ=WEEKLY;BYDAY=SU,WE')),
  fc
    .tuple(wall, rule, length)
    .map(([from, text, elapsed]): Schedule => ({ form: 'rule', start: { from, rule: text }, end: { elapsed } })),
  fc.tuple(wall, wall, length).map(([from, to, duration]): Schedule => ({
    form: 'rule',
    start: { from, rule: 'FREQ=WEEKLY' },
    end: { duration },
    moved: [{ from, start: to, end: new Date(Date.parse(`${to}Z`) + 5_400_000).toISOString().slice(0, 16) }],
  })),
  fc.array(wall, { minLength: 1, maxLength: 6 }).map((starts): Schedule => ({
    form: 'dates',
    spans: starts.map((start) => ({
      start,
      end: new Date(Date.parse(`${start}Z`) + 7_200_000).toISOString().slice(0, 16),
      name: 'Day',
    })),
  })),
);

test('what is written covers, read again, the same moments, clock-change nights included', () => {
  const effect = fc.constantFrom('freeze' as const, 'maintenance' as const);
  fc.assert(
    fc.property(schedules, fc.constantFrom(...sixZones, 'site', 'UTC'), effect, (schedule, zone, which) => {
      const body = aWindow({ schedule, zone, effect: which });
      const read = readIcs(exported([body]));
      const again = read.windows.map((window) => asBody(window, { effect: which }));
      assert.deepEqual(covered(again, period), covered([body], period));
    }),
    { seed, numRuns: rounds(80, 3_000) },
  );
});

test('ical.js, which shares no code with the board, reads the same moments out of what is written', () => {
  for (const zone of ['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe']) {
    const body = aWindow({ zone, schedule: lasting('2026-01-01T22:00', 'FREQ=DAILY', 'PT8H') });
    const root = new ICAL.Component(ICAL.parse(exported([body])));
    const own = root.getAllSubcomponents('vtimezone').map((each) => new ICAL.Timezone(each));
    assert.deepEqual(
      own.map(({ tzid }) => tzid),
      [zone],
    );
    ICAL.TimezoneService.register(own[0] as ICAL.Timezone);
    const events = root.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
    const series = events.find((event) => !event.isRecurrenceException());
    assert.ok(series);
    const spans: string[] = [];
    const iterator = series.iterator();
    for (let next = iterator.next(); next && next.year < 2028; next = iterator.next()) {
      const { startDate, endDate } = series.getOccurrenceDetails(next);
      const [start, end] = [startDate, endDate].map((time) => new Date(time.toUnixTime() * 1_000).toISOString());
      spans.push(`${start}/${end}`);
    }
    ICAL.TimezoneService.remove(zone);
    const inside = { start: at('2026-01-02T23:00'), end: at('2027-12-29T00:00') };
    assert.deepEqual(spans.filter(isWhole), covered([body], inside).filter(isWhole));
  }
});

test('lines are 75 octets at most, end with CR LF, and no text of a record acts in them', () => {
  const title = `Ünïcode ${'😀é'.repeat(60)}\u202e\u0007;,\\`;
  const text = exported([
    aWindow({ title, reason: 'One\r\nBEGIN:VEVENT\nTwo', schedule: once('2026-03-01T10:00', '2026-03-01T12:00') }),
  ]);
  const lines = text.split('\r\n');
  assert.equal(lines.at(-1), '');
  assert.ok(lines.every((line) => new TextEncoder().encode(line).length <= 75 && !/[\p{Cc}\p{Cf}]/u.test(line)));
  assert.equal(lines.filter((line) => line === 'BEGIN:VEVENT').length, 1);
  const [read] = readIcs(text).windows;
  assert.ok(read?.title.startsWith('Ünïcode 😀é'));
});

test('a proposal is tentative, a change is an event, and a window on site clocks is a series for each clock', () => {
  const weekly = lasting('2026-01-01T22:00', 'FREQ=WEEKLY;BYDAY=SA', 'PT8H');
  const text = exported([aWindow({ zone: 'site', standing: 'proposed', schedule: weekly })], {
    changes: [
      {
        change: 'CHG-2026-0000001',
        title: 'New tax table',
        start: at('2026-11-27T10:00'),
        end: at('2026-11-27T11:00'),
        zone: 'Europe/Paris',
        words: ['scheduled', 'ERP at Lyon'],
        tentative: false,
        sequence: 4,
      },
    ],
  });
  assert.equal(text.match(/^STATUS:TENTATIVE/gm)?.length, text.match(/^UID:window-/gm)?.length);
  const series = readIcs(text).windows.filter(({ schedule }) => schedule.form === 'rule');
  assert.deepEqual(series.map(({ zone }) => zone).toSorted(), ['America/New_York', 'Australia/Sydney', 'Europe/Paris']);
  assert.match(
    text,
    /UID:CHG-2026-0000001@tidegate\r\nDTSTAMP:20261120T000000Z\r\nSEQUENCE:4\r\nDTSTART;TZID=Europe\/Paris:20261127T110000/,
  );
});

test('what lies outside the period is not written', () => {
  const text = exported([aWindow({ schedule: once('2031-03-01T10:00', '2031-03-01T12:00') })]);
  assert.doesNotMatch(text, /VEVENT|VTIMEZONE/);
});
