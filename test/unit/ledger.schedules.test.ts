import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Schedule } from '../../shared/record/body/scheduleBody.ts';
import { decodeFile } from '../../shared/record/codec.ts';
import { schemaFiles } from '../../shared/record/schemas.ts';
import { scheduleProblems } from '../../shared/window/scheduleProblems.ts';
import { windowOf } from '../support/ledgerBodies.ts';
import { startLine } from '../support/ledgerLine.ts';
import { holidays, lasting, once, until } from '../support/windowBuild.ts';

type Ruled = Extract<Schedule, { form: 'rule' }>;
type Fiscal = Extract<Schedule, { form: 'fiscal' }>;

const line = startLine();
const { text: schema = '' } = schemaFiles().find(({ path }) => path.endsWith('/window.schema.json')) ?? {};
const validate = new Ajv2020({ strict: false, formats: {} }).compile(JSON.parse(schema) as object);

const weekly = lasting('2026-06-01T08:00', 'FREQ=WEEKLY;BYDAY=MO', 'PT2H') as Ruled;
const span = { start: '2026-06-09T08:00', end: '2026-06-09T10:00' };
const fiscal: Fiscal = {
  form: 'fiscal',
  year: { pattern: '4-5-4', endsOn: { weekday: 'SA', month: 1, which: 'nearest-to-month-end' } },
  of: 'quarter',
  start: { days: -2, count: 'business-days', time: '18:00' },
  end: { days: 5, count: 'days', time: '24:00' },
};

const sound: readonly (readonly [string, Schedule])[] = [
  ['once', once('2026-11-27T08:00', '2026-11-27T18:00')],
  ['a list of dates', { form: 'dates', spans: [{ ...span, name: 'Whit Tuesday' }, span] }],
  ['a rule with a length', weekly],
  ['a rule with an exact length', { ...weekly, end: { elapsed: 'PT90M' } }],
  [
    'a rule with an end rule',
    until('2026-01-01T12:00', 'FREQ=WEEKLY;BYDAY=FR', '2026-01-01T06:00', 'FREQ=WEEKLY;BYDAY=MO'),
  ],
  ['a rule with holidays', { ...weekly, start: { ...weekly.start, onHoliday: 'next-business-day' }, holidays }],
  [
    'a rule with single occurrences changed',
    {
      ...weekly,
      exceptions: ['2026-06-15T08:00'],
      additions: [span],
      moved: [{ from: '2026-06-08T08:00', ...span }],
    },
  ],
  ['a fiscal close', fiscal],
  ['a fiscal close with holidays and changes', { ...fiscal, holidays, additions: [span] }],
];
for (const [what, schedule] of sound)
  test(`${what} is read back from its record as it was written, fits the published schema and has no problem`, () => {
    const sealed = line.sign('window', windowOf({ schedule }), { by: 'bruno' });
    const decoded = decodeFile(sealed.path, sealed.text);
    assert.ok(decoded.ok);
    assert.deepEqual(decoded.record.body, sealed.record.body);
    assert.ok(validate(JSON.parse(sealed.text)), JSON.stringify(validate.errors));
    assert.deepEqual(scheduleProblems({ zone: 'Europe/Paris', schedule }), []);
  });

const broken: readonly (readonly [string, unknown])[] = [
  ['an empty list of dates', { form: 'dates', spans: [] }],
  ['a date that ends before it starts', { form: 'dates', spans: [{ start: span.end, end: span.start }] }],
  ['a day that does not exist', { form: 'dates', spans: [{ start: '2026-02-30T08:00', end: '2026-03-02T08:00' }] }],
  ['two kinds of length', { ...weekly, end: { duration: 'PT2H', elapsed: 'PT2H' } }],
  [
    'a weekend of seven days',
    { ...weekly, holidays: { ...holidays, weekend: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] } },
  ],
  ['a holiday that is no day', { ...weekly, holidays: { ...holidays, days: [{ day: '2026-12-32' }] } }],
  ['another pattern of weeks', { ...fiscal, year: { ...fiscal.year, pattern: '3-5-5' } }],
  ['a time after midnight', { ...fiscal, end: { ...fiscal.end, time: '24:01' } }],
  ['a move without an end', { ...weekly, moved: [{ from: '2026-06-08T08:00', start: span.start }] }],
];
for (const [what, schedule] of broken)
  test(`a record with ${what} is not a record`, () => {
    const body = windowOf({ schedule: schedule as Schedule });
    assert.throws(() => line.sign('window', body, { by: 'bruno' }), /record-malformed .*"schema".*body\.schedule/);
  });
