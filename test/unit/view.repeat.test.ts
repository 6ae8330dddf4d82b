import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { durationText, durationWords, readDuration } from '../../shared/view/duration.ts';
import { readRepetition, untilDay, untilText } from '../../shared/view/readRepeat.ts';
import { mayStrikeOften, ruleOf, startOf, usualWeekend, weekdays } from '../../shared/view/repeat.ts';
import type { DayChoice, Limit, Repeat, Repetition } from '../../shared/view/repeat.ts';
import { listWords, ordinalWord } from '../../shared/view/repeatWords.ts';
import { repeatWords, repetitionWords } from '../../shared/view/repetitionWords.ts';
import { expandRule } from '../../shared/time/recurrence.ts';

const FROM = '2026-01-01T00:00';
const read = (rule: string, from = FROM) => readRepetition({ from, rule });

const said: readonly (readonly [Repeat, string, string])[] = [
  [{ every: 'day', interval: 1 }, 'FREQ=DAILY', 'every day'],
  [
    { every: 'week', interval: 2, on: ['WE', 'TU'] },
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,WE',
    'every 2 weeks on Tuesday and Wednesday',
  ],
  [
    { every: 'week', interval: 1, on: ['MO', 'TU', 'WE', 'TH', 'FR'] },
    'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
    'every week, Monday to Friday',
  ],
  [
    { every: 'month', interval: 1, on: { kind: 'business', nth: -2 } },
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
    'every month on the second-last business day',
  ],
  [
    { every: 'month', interval: 1, on: { kind: 'weekday', nth: 3, weekday: 'SA' } },
    'FREQ=MONTHLY;BYDAY=SA;BYSETPOS=3',
    'every month on the third Saturday',
  ],
  [
    { every: 'month', interval: 3, on: { kind: 'date', nth: -1 } },
    'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1',
    'every 3 months on the last day',
  ],
  [
    { every: 'year', months: [6, 1], on: { kind: 'weekday', nth: -1, weekday: 'SA' } },
    'FREQ=MONTHLY;BYMONTH=1,6;BYDAY=SA;BYSETPOS=-1',
    'every year in January and June on the last Saturday',
  ],
  [
    { every: 'year', months: [11], on: { kind: 'weekday-after', weekday: 'MO', date: 19 } },
    'FREQ=MONTHLY;BYMONTH=11;BYDAY=MO;BYMONTHDAY=19,20,21,22,23,24,25',
    'every year in November on the Monday on or after the 19th',
  ],
  [
    { every: 'year', months: [11], on: { kind: 'weekday-after', weekday: 'WE', date: 28 } },
    'FREQ=YEARLY;BYDAY=WE;BYYEARDAY=-34,-33,-32,-31,-30,-29,-28',
    'every year in November on the Wednesday on or after the 28th',
  ],
  [
    { every: 'year', months: [12], on: { kind: 'date', nth: 15 } },
    'FREQ=MONTHLY;BYMONTH=12;BYMONTHDAY=15',
    'every year in December on the 15th',
  ],
];

test('each repetition has its rule and its words', () => {
  for (const [repeat, rule, words] of said) {
    assert.equal(ruleOf(repeat), rule);
    assert.equal(repeatWords(repeat), words);
  }
});

const nth = fc.integer({ min: -5, max: 10 }).filter((count) => count !== 0);
const weekday = fc.constantFrom(...weekdays);
const choice: fc.Arbitrary<DayChoice> = fc.oneof(
  fc.record({ kind: fc.constant('date' as const), nth: fc.integer({ min: 1, max: 31 }) }),
  fc.record({ kind: fc.constant('weekday' as const), nth, weekday }),
  fc.record({ kind: fc.constant('weekday-after' as const), weekday, date: fc.integer({ min: 1, max: 25 }) }),
  fc.record({ kind: fc.constant('business' as const), nth }),
);
const interval = fc.integer({ min: 1, max: 52 });
const some = <T>(all: readonly T[]) => fc.subarray([...all], { minLength: 1 });
const repeats: fc.Arbitrary<Repeat> = fc.oneof(
  fc.record({ every: fc.constant('day' as const), interval }),
  fc.record({ every: fc.constant('week' as const), interval, on: some(weekdays) }),
  fc.record({ every: fc.constant('month' as const), interval, on: choice }),
  fc.record({
    every: fc.constant('year' as const),
    months: some(Array.from({ length: 12 }, (_, month) => month + 1)),
    on: choice,
  }),
);
const limits: fc.Arbitrary<Limit> = fc.oneof(
  fc.constant({ kind: 'never' as const }),
  fc.constantFrom('20271231T235900', '20271231', '20271231T225900Z').map((text) => ({ kind: 'until' as const, text })),
  fc.integer({ min: 1, max: 99 }).map((count) => ({ kind: 'count' as const, count })),
);

test('property: a repetition that is said comes back from its record as it was said', () => {
  fc.assert(
    fc.property(
      repeats,
      limits,
      fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 1, maxLength: 4 }),
      fc.constantFrom([...usualWeekend], ['FR' as const, 'SA' as const], []),
      (repeat, limit, hours, weekend) => {
        const all = hours.map((hour) => `${String(hour).padStart(2, '0')}:45`).toSorted();
        const times = mayStrikeOften(repeat) ? all : all.slice(0, 1);
        const given: Repetition = structuredClone({ from: '2026-03-05', times, repeat, limit });
        const start = startOf(given, weekend);
        assert.deepEqual(readRepetition(start, weekend), given);
        assert.deepEqual(startOf(readRepetition(start, weekend), weekend), start);
        expandRule(start, { from: '2026-01-01T00:00', to: '2028-01-01T00:00' });
        assert.doesNotMatch(repetitionWords(given), /[A-Z]{3,}|=/);
      },
    ),
  );
});

test('a said rule comes back as it was said', () => {
  for (const [repeat, rule] of said) assert.equal(ruleOf(read(rule).repeat), ruleOf(repeat));
  for (const [, rule] of said) assert.notEqual(read(rule).repeat.every, 'kept');
});

test('rules of other hands are read where the words suffice', () => {
  assert.deepEqual(read('FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15').repeat, {
    every: 'year',
    months: [12],
    on: { kind: 'date', nth: 15 },
  });
  assert.deepEqual(read('FREQ=MONTHLY;BYDAY=-1SA').repeat, {
    every: 'month',
    interval: 1,
    on: { kind: 'weekday', nth: -1, weekday: 'SA' },
  });
  assert.deepEqual(read('FREQ=YEARLY;BYMONTH=1,6;BYDAY=-1SA').repeat, {
    every: 'year',
    months: [1, 6],
    on: { kind: 'weekday', nth: -1, weekday: 'SA' },
  });
  assert.deepEqual(read('FREQ=DAILY;BYHOUR=5,13,21;BYMINUTE=45').times, ['05:45', '13:45', '21:45']);
});

test('what a rule leaves open comes from its first day', () => {
  const from = '2026-11-27T18:00';
  assert.deepEqual(read('FREQ=WEEKLY', from).repeat, { every: 'week', interval: 1, on: ['FR'] });
  assert.deepEqual(read('FREQ=MONTHLY', from).repeat, { every: 'month', interval: 1, on: { kind: 'date', nth: 27 } });
  assert.deepEqual(read('FREQ=YEARLY', from).repeat, { every: 'year', months: [11], on: { kind: 'date', nth: 27 } });
});

test('a rule beyond the fields is kept to the letter, and said all the same', () => {
  const beyond = [
    ['FREQ=MONTHLY;BYMONTHDAY=1,15', 'every month on the 1st or 15th'],
    ['FREQ=HOURLY', 'every hour'],
    ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', 'every year in week 20 on Monday'],
    ['FREQ=YEARLY;INTERVAL=2;BYMONTH=5;BYDAY=TU', 'every 2 years in May on Tuesday'],
    ['nonsense', 'by a repetition that cannot be understood'],
  ] as const;
  for (const [rule, words] of beyond) {
    const { repeat } = read(rule);
    assert.equal(repeat.every, 'kept');
    assert.equal(startOf(read(rule)).rule, rule);
    assert.equal(repeatWords(repeat), words);
  }
  const limited = 'FREQ=MONTHLY;BYMONTHDAY=1,15;COUNT=3';
  assert.equal(startOf(read(limited)).rule, limited);
});

test('the last day of a series is a day, however the rule writes it', () => {
  for (const text of ['20271231', '20271231T235900', '20271231T225900Z']) assert.equal(untilDay(text), '2027-12-31');
  assert.equal(untilText('2027-12-31'), '20271231T235900');
});

test('lengths survive the way to the record and back', () => {
  for (const text of ['P9D', 'PT5H30M', 'P1DT12H', 'PT45M']) {
    const length = readDuration(text);
    assert.ok(length !== null && durationText(length) === text);
  }
  assert.equal(durationText({ days: 0, hours: 0, minutes: 0 }), null);
  assert.equal(readDuration('PT'), null);
  assert.equal(durationWords({ days: 1, hours: 0, minutes: 30 }), '1 day 30 minutes');
});

test('ordinals and lists read as people say them', () => {
  assert.deepEqual([1, 5, -1, -2].map(ordinalWord), ['first', 'fifth', 'last', 'second-last']);
  assert.equal(listWords(['a', 'b', 'c']), 'a, b and c');
});
