import assert from 'node:assert/strict';
import { test } from 'node:test';
import { durationText, durationWords, readDuration } from '../../shared/view/duration.ts';
import { readRepeat, ruleOf, type Repeat } from '../../shared/view/repeat.ts';
import { listWords, ordinalWord, repeatWords } from '../../shared/view/repeatWords.ts';

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

test('a rule the editor wrote comes back as the same repetition', () => {
  for (const [repeat, rule] of said) assert.equal(ruleOf(readRepeat(rule) ?? repeat), rule);
  for (const [, rule] of said) assert.notEqual(readRepeat(rule), null);
});

test('rules of other hands are read where the words suffice', () => {
  assert.deepEqual(readRepeat('FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15'), {
    every: 'year',
    months: [12],
    on: { kind: 'date', nth: 15 },
  });
  assert.deepEqual(readRepeat('FREQ=MONTHLY;BYDAY=-1SA'), {
    every: 'month',
    interval: 1,
    on: { kind: 'weekday', nth: -1, weekday: 'SA' },
  });
});

test('a rule beyond the words is left as it is', () => {
  for (const rule of [
    'FREQ=YEARLY;BYMONTH=11;BYDAY=MO;BYMONTHDAY=19,20,21,22,23,24,25',
    'FREQ=DAILY;BYHOUR=5,13,21;BYMINUTE=45',
    'FREQ=WEEKLY;BYDAY=MO;COUNT=3',
    'FREQ=HOURLY',
    'nonsense',
  ]) {
    assert.equal(readRepeat(rule), null, rule);
  }
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
