import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY_MS } from '../../shared/time/instant.ts';
import { expandRule, occurrencesOf } from '../../shared/time/recurrence.ts';

const years = (from: string, rule: string) =>
  expandRule({ from, rule }, { from: '2024-01-01T00:00', to: '2031-01-01T00:00' });

test('Black Friday week starts on the Monday of Thanksgiving week, 2024 to 2030', () => {
  const starts = years('2020-01-01T00:00', 'FREQ=YEARLY;BYMONTH=11;BYDAY=MO;BYMONTHDAY=19,20,21,22,23,24,25');
  const days = ['2024-11-25', '2025-11-24', '2026-11-23', '2027-11-22', '2028-11-20', '2029-11-19', '2030-11-25'];
  assert.deepEqual(
    starts,
    days.map((day) => `${day}T00:00`),
  );
});

test('Black Friday is the day after the fourth Thursday, not the fourth Friday', () => {
  const days = years('2020-01-01T00:00', 'FREQ=YEARLY;BYMONTH=11;BYDAY=FR;BYMONTHDAY=23,24,25,26,27,28,29');
  const thanksgivings = years('2020-01-01T00:00', 'FREQ=YEARLY;BYMONTH=11;BYDAY=4TH');
  const dayAfter = thanksgivings.map((wall) => new Date(Date.parse(`${wall}:00Z`) + DAY_MS).toISOString().slice(0, 16));
  assert.deepEqual(days, dayAfter);
});

test('the second-last and the fifth business day of the months around the new year', () => {
  const period = { from: '2026-11-01T00:00', to: '2027-02-01T00:00' };
  const business = 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR';
  const second = expandRule({ from: '2026-01-01T00:00', rule: `${business};BYSETPOS=-2` }, period);
  const fifth = expandRule({ from: '2026-01-01T23:59', rule: `${business};BYSETPOS=5` }, period);
  assert.deepEqual(second, ['2026-11-27T00:00', '2026-12-30T00:00', '2027-01-28T00:00']);
  assert.deepEqual(fifth, ['2026-11-06T23:59', '2026-12-07T23:59', '2027-01-07T23:59']);
});

test('the end of the asked period is outside, its start inside', () => {
  const rule = { from: '2026-01-01T06:00', rule: 'FREQ=DAILY' };
  assert.deepEqual(expandRule(rule, { from: '2026-05-01T06:00', to: '2026-05-02T06:00' }), ['2026-05-01T06:00']);
});

test('an UNTIL in UTC is read on the place’s clock before it bounds the rule', () => {
  const period = { from: '2026-11-01T00:00', to: '2026-12-01T00:00' };
  const rule = 'FREQ=DAILY;UNTIL=20261103T080000Z';
  const last = (zone: string) => expandRule({ from: '2026-11-01T18:00', rule, zone }, period).at(-1);
  assert.equal(last('Australia/Sydney'), '2026-11-03T18:00', 'it is 19:00 there');
  assert.equal(last('Europe/Paris'), '2026-11-02T18:00', 'it is 09:00 there');
});

test('a rule far in the past is asked about today without walking there', () => {
  const rule = { from: '1990-01-01T22:00', rule: 'FREQ=DAILY' };
  assert.equal(expandRule(rule, { from: '2026-01-01T00:00', to: '2026-02-01T00:00' }).length, 31);
});

test('rules that nobody can keep are refused', () => {
  const period = { from: '2026-01-01T00:00', to: '2027-01-01T00:00' };
  const expand = (rule: string) => () => expandRule({ from: '2026-01-01T00:00', rule }, period);
  assert.throws(expand('FREQ=MINUTELY'), { code: 'schedule-endless' });
  assert.throws(expand('FREQ=SECONDLY'), { code: 'rule-unreadable' });
  assert.throws(expand('FREQ=MINUTELY;UNTIL=20991231'), { code: 'schedule-endless' });
});

test('rules that the expander would half read are refused', () => {
  const period = { from: '2026-01-01T00:00', to: '2027-01-01T00:00' };
  const unreadable = [
    'FREQ=FORTNIGHTLY',
    'BYDAY=MO',
    'FREQ=DAILY;BYHOUR=99',
    'FREQ=DAILY;COUNT=0',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=DAILY;X-FOO=1',
    'FREQ=DAILY;BYDAY=',
    'FREQ=DAILY;FREQ=DAILY',
    'FREQ=DAILY;COUNT=3;UNTIL=20260301',
    'FREQ=DAILY;UNTIL=20261399T000000Z',
    'FREQ=DAILY\nEXDATE:20260101T000000Z',
    'FREQ=DAILY;BYSECOND=30',
    'RRULE:FREQ=DAILY',
  ];
  for (const rule of unreadable)
    assert.throws(() => expandRule({ from: '2026-01-01T00:00', rule }, period), { code: 'rule-unreadable' }, rule);
});

test('hours, minutes and seconds are counted from midnight also before 1970', () => {
  const first = Date.UTC(1900, 1, 3, 13, 59);
  const period = { start: first, end: first + 4 * DAY_MS };
  const found = (rule: string) => occurrencesOf({ first, rule }, period).map((at) => new Date(at).toISOString());
  assert.deepEqual(found('FREQ=SECONDLY;BYHOUR=6;BYMINUTE=30;BYSECOND=27;BYMONTHDAY=6'), ['1900-02-06T06:30:27.000Z']);
  assert.deepEqual(found('FREQ=MINUTELY;BYHOUR=17;BYMINUTE=3;COUNT=1'), ['1900-02-03T17:03:00.000Z']);
});

test('the last year that a wall can be written in ends every rule', () => {
  const first = Date.UTC(9998, 4, 7);
  const found = occurrencesOf({ first, rule: 'FREQ=YEARLY;COUNT=22' }, { start: first, end: first + 9_000 * DAY_MS });
  assert.equal(found.length, 2);
});
