import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readIcs } from '../../shared/exchange/ics/readIcs.ts';
import { asBody, calendar, covered } from '../support/exchangeBuild.ts';
import { at } from '../support/windowBuild.ts';

const year = { start: at('2026-01-01T00:00'), end: at('2027-01-01T00:00') };

function only(...lines: readonly string[]) {
  const { windows, refused } = readIcs(calendar(['UID:one', 'SUMMARY:Freeze', ...lines]));
  assert.deepEqual(refused, []);
  assert.equal(windows.length, 1);
  const [window] = windows;
  assert.ok(window);
  return window;
}

function spans(text: string, period = year): string[] {
  return covered(
    readIcs(text).windows.map((window) => asBody(window)),
    period,
  ).map((each) => each.replaceAll(':00.000Z', ''));
}

function reasons(text: string): string[] {
  return readIcs(text).refused.map(({ where, reason }) => `${where}: ${reason}`);
}

const zoneOf = (line: string) => only(line, 'DURATION:PT1H').zone;
const zoneBlock = (name: string, winter: string, summer: string) =>
  [
    'BEGIN:VTIMEZONE',
    `TZID:${name}`,
    'BEGIN:STANDARD',
    'DTSTART:19701025T030000',
    `TZOFFSETFROM:${summer}`,
    `TZOFFSETTO:${winter}`,
    'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
    'END:STANDARD',
    'BEGIN:DAYLIGHT',
    'DTSTART:19700329T020000',
    `TZOFFSETFROM:${winter}`,
    `TZOFFSETTO:${summer}`,
    'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
    'END:DAYLIGHT',
    'END:VTIMEZONE',
    'BEGIN:VEVENT',
  ].join('\r\n');
const eventIn = (name: string) => calendar([`DTSTART;TZID=${name}:20261127T100000`, 'DURATION:PT1H']);
const later = (...lines: readonly string[]) => [
  'UID:s',
  'SUMMARY:New',
  'RECURRENCE-ID;RANGE=THISANDFUTURE:20260119T100000Z',
  ...lines,
];
const version = (sequence: number, day: string) => ['UID:v', `SEQUENCE:${sequence}`, `DTSTART;VALUE=DATE:${day}`];

test('a day without an end is that day, a time without one is nothing', () => {
  assert.deepEqual(only('DTSTART;VALUE=DATE:20261127').schedule, {
    form: 'once',
    start: '2026-11-27T00:00',
    end: '2026-11-28T00:00',
  });
  assert.deepEqual(reasons(calendar(['DTSTART:20261127T100000Z'])), [
    'line 4: It has no length: neither end nor duration is given.',
  ]);
  assert.deepEqual(reasons(calendar(['DTSTART:20261127T100000Z', 'DTEND:20261127T090000Z'])), [
    'line 4: It ends before it starts.',
  ]);
});

test('zones: IANA with a path before it, Windows names, the calendar’s own, UTC, and none', () => {
  assert.equal(zoneOf('DTSTART;TZID=/mozilla.org/20070129_1/Europe/Berlin:20261127T100000'), 'Europe/Berlin');
  assert.equal(zoneOf('DTSTART;TZID="W. Europe Standard Time":20261127T100000'), 'Europe/Berlin');
  assert.equal(zoneOf('DTSTART:20261127T100000Z'), 'UTC');
  assert.equal(zoneOf('DTSTART:20261127T100000'), null);
  const own = calendar(['DTSTART:20261127T100000', 'DURATION:PT1H']).replace(
    'VERSION:2.0',
    'X-WR-TIMEZONE:Asia/Kolkata',
  );
  assert.equal(readIcs(own).windows[0]?.zone, 'Asia/Kolkata');
});

test('a zone under a name of the file’s own is the one whose clocks it keeps, and an unknown one is never UTC', () => {
  const known = eventIn('Head office').replace('BEGIN:VEVENT', zoneBlock('Head office', '+0100', '+0200'));
  assert.equal(readIcs(known).windows[0]?.zone, 'Europe/Paris');
  assert.match(readIcs(known).windows[0]?.notes.join() ?? '', /“Head office” keeps the clocks of Europe\/Paris/);
  const odd = eventIn('Moon').replace('BEGIN:VEVENT', zoneBlock('Moon', '+0107', '+0207'));
  assert.match(reasons(odd).join(), /zone “Moon”, which is not known here/);
  assert.match(reasons(eventIn('IST')).join(), /zone “IST”, which is not known here/);
});

test('what is left out, added and moved happens so, whatever clock it is written on', () => {
  const text = calendar(
    [
      'UID:s',
      'DTSTART;TZID=Europe/Paris:20260105T220000',
      'DTEND;TZID=Europe/Paris:20260106T000000',
      'RRULE:FREQ=WEEKLY;COUNT=6',
      'EXDATE:20260112T210000Z',
      'EXDATE;VALUE=DATE:20260119',
      'RDATE;VALUE=PERIOD:20260201T100000Z/PT3H,20260203T100000Z/20260203T110000Z',
    ],
    ['UID:s', 'RECURRENCE-ID:20260126T210000Z', 'DTSTART:20260127T080000Z', 'DTEND:20260127T090000Z', 'SUMMARY:Other'],
    [
      'UID:s',
      'RECURRENCE-ID;TZID=Europe/Paris:20260202T220000',
      'DTSTART:20260202T210000Z',
      'DURATION:PT1H',
      'STATUS:CANCELLED',
    ],
  );
  assert.deepEqual(spans(text), [
    '2026-01-05T21:00/2026-01-05T23:00',
    '2026-01-27T08:00/2026-01-27T09:00',
    '2026-02-01T10:00/2026-02-01T13:00',
    '2026-02-03T10:00/2026-02-03T11:00',
    '2026-02-09T21:00/2026-02-09T23:00',
  ]);
  assert.deepEqual(readIcs(text).windows[0]?.where, ['line 4', 'line 13', 'line 20']);
});

test('this and all later occurrences are another series, by the hour and by the day', () => {
  const series = [
    'UID:s',
    'SUMMARY:Old',
    'DTSTART:20260105T100000Z',
    'DTEND:20260105T110000Z',
    'RRULE:FREQ=WEEKLY;COUNT=4',
  ];
  assert.deepEqual(spans(calendar(series, later('DTSTART:20260119T140000Z', 'DTEND:20260119T160000Z'))), [
    '2026-01-05T10:00/2026-01-05T11:00',
    '2026-01-12T10:00/2026-01-12T11:00',
    '2026-01-19T14:00/2026-01-19T16:00',
    '2026-01-26T14:00/2026-01-26T16:00',
  ]);
  assert.deepEqual(spans(calendar(series, later('DTSTART:20260120T100000Z', 'DTEND:20260120T110000Z'))).slice(2), [
    '2026-01-20T10:00/2026-01-20T11:00',
    '2026-01-27T10:00/2026-01-27T11:00',
  ]);
});

test('the newest of several versions counts, and the older is named', () => {
  const text = calendar(version(2, '20260302'), version(1, '20260301'));
  assert.deepEqual(spans(text), ['2026-03-02T00:00/2026-03-03T00:00']);
  assert.deepEqual(reasons(text), ['line 9: The entry at line 4 is a newer version of it.']);
  assert.equal(readIcs(calendar(version(1, '20260301'), version(1, '20260401'))).windows.length, 2);
});

test('a series that is too fast or too long for a window is folded or bounded, and says so', () => {
  const fast = only('DTSTART:20260101T000000Z', 'DURATION:PT30S', 'RRULE:FREQ=SECONDLY;INTERVAL=20;COUNT=100');
  assert.deepEqual(fast.schedule, { form: 'once', start: '2026-01-01T00:00', end: '2026-01-01T00:34' });
  assert.match(fast.notes.join(), /100 occurrences are joined into one stretch/);
  const always = only('DTSTART:20260101T000000Z', 'DURATION:PT2M', 'RRULE:FREQ=MINUTELY');
  assert.deepEqual(always.schedule, {
    form: 'rule',
    start: { from: '2026-01-01T00:00', rule: 'FREQ=DAILY' },
    end: { duration: 'P1D' },
  });
  const gaps = only('DTSTART:20260101T000000Z', 'DURATION:PT2M', 'RRULE:FREQ=MINUTELY;INTERVAL=10');
  assert.match(gaps.notes.join(), /followed no further than 2026-/);
  const yearly = only('DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=YEARLY;COUNT=90000');
  assert.match(JSON.stringify(yearly.schedule), /UNTIL=2146/);
  assert.match(
    reasons(calendar(['DTSTART:20260101T000000Z', 'DTEND:20300101T000000Z', 'RRULE:FREQ=YEARLY'])).join(),
    /999 days/,
  );
});

test('two rules are two windows, and a first date beside the rule is kept', () => {
  const text = calendar([
    'DTSTART;TZID=Europe/London:20260112T100000',
    'DURATION:PT1H',
    'RRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=2',
    'RRULE:FREQ=MONTHLY;BYDAY=2TU;COUNT=1',
  ]);
  assert.equal(readIcs(text).windows.length, 2);
  assert.deepEqual(spans(text), [
    '2026-01-12T10:00/2026-01-12T11:00',
    '2026-01-13T10:00/2026-01-13T11:00',
    '2026-01-15T10:00/2026-01-15T11:00',
    '2026-01-22T10:00/2026-01-22T11:00',
  ]);
});

test('busy time blocks; tasks, journals and cancelled entries say why they do not', () => {
  const text = calendar(['DTSTART;VALUE=DATE:20260101', 'STATUS:CANCELLED']).replace(
    'END:VCALENDAR',
    'BEGIN:VTODO\r\nSUMMARY:Do\r\nEND:VTODO\r\nBEGIN:VFREEBUSY\r\nFREEBUSY;FBTYPE=BUSY:20260101T100000Z/PT2H\r\nFREEBUSY;FBTYPE=FREE:20260102T100000Z/PT2H\r\nEND:VFREEBUSY\r\nEND:VCALENDAR',
  );
  assert.deepEqual(spans(text), ['2026-01-01T10:00/2026-01-01T12:00']);
  assert.deepEqual(reasons(text), ['line 8: It is a task; only events block time.', 'line 4: It is cancelled.']);
});

test('broken files are read as far as they go: no END, two calendars, any line end, a byte order mark', () => {
  const event = 'BEGIN:VEVENT\rSUMMARY:A\rDTSTART;VALUE=DATE:20260101\r';
  const text = `\ufeffBEGIN:VCALENDAR\r${event}${event.replace(':A', ':B')}END:VEVENT\rEND:VCALENDAR\rBEGIN:VCALENDAR\r${event.replace(':A', ':C')}`;
  const { windows, refused } = readIcs(text);
  assert.deepEqual(
    windows.map(({ title }) => title),
    ['A', 'B', 'C'],
  );
  assert.match(windows[0]?.notes.join() ?? '', /Its end is missing/);
  assert.deepEqual(refused, []);
});

test('titles show what would hide in them, and keys of every shape are kept apart', () => {
  const hostile = calendar(
    ['UID:__proto__', 'SUMMARY:pay\u202eroll\u0007\\nline', 'DTSTART;VALUE=DATE:20260101'],
    ['UID:constructor', `SUMMARY:${'x'.repeat(5_000)}`, 'DTSTART;VALUE=DATE:20260102'],
    [`UID:${'u'.repeat(3_000)}`, 'SUMMARY:', 'DTSTART;VALUE=DATE:20260103'],
  );
  const { windows } = readIcs(hostile);
  assert.equal(windows[0]?.title, 'pay<U+202E>roll<U+0007> line');
  assert.ok(windows.every(({ title, key }) => title.length <= 240 && key.length <= 240));
  assert.equal(new Set(windows.map(({ key }) => key)).size, 3);
});
