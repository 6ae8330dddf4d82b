import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createHolidayDesk } from '../../electron/app/holidayService.ts';
import { easters, frenchHolidays, nth, plus, thanksgiving } from '../support/calendarFacts.ts';

const desk = createHolidayDesk();

async function daysOf(country: string, region: string | null, year: number): Promise<string[]> {
  const { days } = await desk.days({ country, region, from: year, to: year });
  return days.map(({ day }) => day);
}
const weekendAt = async (country: string, region: string | null = null) =>
  (await desk.days({ country, region, from: 2026, to: 2026 })).weekend.join(',');
const has = async (country: string, day: string) => (await daysOf(country, null, 2026)).includes(day);
const inYear = (year: number, dates: string) => dates.split(' ').map((date) => `${String(year)}-${date}`);

test('France: eleven days a year, Easter 2023 to 2031 among them', async () => {
  for (const year of Object.keys(easters).map(Number))
    assert.deepEqual(await daysOf('FR', null, year), frenchHolidays(year), String(year));
});

test('Alsace has Good Friday and Saint Stephen’s day besides', async () => {
  const alsace = (await desk.countries())
    .find(({ country }) => country === 'FR')
    ?.regions.find(({ name }) => /Alsace|Bas-Rhin/.test(name));
  assert.ok(alsace, 'Alsace is a region of its own');
  const days = await daysOf('FR', alsace.region, 2026);
  assert.ok(days.includes('2026-04-03') && days.includes('2026-12-26'));
});

test('England: substitute days count, Boxing Day 2026 and Christmas 2027 among them', async () => {
  assert.deepEqual(
    await daysOf('GB', 'ENG', 2026),
    inYear(2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26 12-28'),
  );
  const next = await daysOf('GB', 'ENG', 2027);
  assert.ok(next.includes('2027-12-27') && next.includes('2027-12-28'), 'Christmas Day is a Saturday');
  assert.ok((await daysOf('GB', 'SCT', 2026)).includes('2026-01-02'));
  assert.ok(!(await daysOf('GB', 'SCT', 2026)).includes('2026-04-06'), 'no Easter Monday in Scotland');
});

test('Bavaria keeps the Epiphany, Corpus Christi and All Saints; Berlin the eighth of March', async () => {
  const [bavaria, berlin] = [await daysOf('DE', 'BY', 2026), await daysOf('DE', 'BE', 2026)];
  const both = inYear(2026, '01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26');
  assert.deepEqual(bavaria, [...both, ...inYear(2026, '01-06 06-04 11-01')].toSorted());
  assert.deepEqual(berlin, [...both, '2026-03-08'].toSorted());
  assert.ok((await daysOf('DE', 'BY-KATH', 2026)).includes('2026-08-15'));
});

test('a holiday that begins at two in the afternoon is no day off', async () => {
  assert.ok(!(await daysOf('DE', null, 2026)).includes('2026-12-24'));
});

test('the United States: Thanksgiving is the fourth Thursday, and a Saturday is kept on Friday', async () => {
  for (let year = 2024; year <= 2030; year++) {
    const days = await daysOf('US', null, year);
    assert.ok(days.includes(thanksgiving(year)), `Thanksgiving ${String(year)}`);
    assert.ok(days.includes(nth(year, 1, 1, 3)) && days.includes(nth(year, 5, 1, -1)), `Mondays of ${String(year)}`);
  }
  assert.ok((await daysOf('US', null, 2026)).includes('2026-07-03'));
});

test('Japan: Golden Week with its substitute, the days between two, the banks’ New Year', async () => {
  const days = await daysOf('JP', null, 2026);
  for (const each of inYear(
    2026,
    '01-01 01-02 01-03 02-23 04-29 05-03 05-04 05-05 05-06 09-21 09-22 09-23 11-23 12-31',
  ))
    assert.ok(days.includes(each), each);
});

test('Brazil: Carnival by its banks, Corpus Christi, Black Awareness Day', async () => {
  const days = await daysOf('BR', null, 2026);
  for (const each of inYear(2026, '02-16 02-17 04-03 04-21 06-04 09-07 10-12 11-02 11-15 11-20 12-25'))
    assert.ok(days.includes(each), each);
});

test('India: the three national days; Saturday and Sunday off', async () => {
  const { days, weekend } = await desk.days({ country: 'IN', region: null, from: 2026, to: 2026 });
  const dates = days.map(({ day }) => day);
  for (const each of inYear(2026, '01-26 08-15 10-02')) assert.ok(dates.includes(each), each);
  assert.deepEqual(weekend, ['SA', 'SU']);
});

test('New South Wales: Easter whole, Anzac Day and its Monday, Labour Day', async () => {
  const days = await daysOf('AU', 'NSW', 2026);
  for (const each of inYear(2026, '01-26 04-03 04-04 04-05 04-06 04-25 04-27 06-08 10-05 12-28'))
    assert.ok(days.includes(each), each);
});

test('Lunar New Year and Eid, as far ahead as anybody publishes them', async () => {
  assert.deepEqual(
    await desk.feast('lunar-new-year', 2024, 2030),
    '2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-03'.split(' '),
  );
  assert.deepEqual((await desk.feast('eid-al-fitr', 2024, 2026)).join(' '), '2024-04-10 2025-03-30 2026-03-20');
  assert.deepEqual((await desk.feast('eid-al-adha', 2024, 2026)).join(' '), '2024-06-16 2025-06-06 2026-05-27');
  assert.equal((await desk.feast('eid-al-fitr', 2033, 2033)).length, 2, 'two in 2033');
});

test('a feast of several days takes each of them', async () => {
  const turkey = await daysOf('TR', null, 2026);
  for (const each of inYear(2026, '03-20 03-21 03-22 05-27 05-28 05-29 05-30')) assert.ok(turkey.includes(each), each);
  const singapore = await daysOf('SG', null, 2026);
  for (const each of inYear(2026, '02-17 02-18 03-21 05-27')) assert.ok(singapore.includes(each), each);
});

test('weekends lie where the country has them', async () => {
  assert.deepEqual(await Promise.all(['FR', 'AE', 'SA', 'EG', 'IL'].map((each) => weekendAt(each))), [
    'SA,SU',
    'SA,SU',
    'FR,SA',
    'FR,SA',
    'FR,SA',
  ]);
  assert.deepEqual([await weekendAt('MY', '03'), await weekendAt('MY', '10')], ['FR,SA', 'SA,SU']);
  assert.equal(await weekendAt('IR'), 'FR');
});

test('where a weekend is not Saturday and Sunday, ICU’s week data agrees, save where we say why', async () => {
  const names: Record<number, string> = { 1: 'MO', 2: 'TU', 3: 'WE', 4: 'TH', 5: 'FR', 6: 'SA', 7: 'SU' };
  type WithWeek = Intl.Locale & { getWeekInfo: () => { weekend: number[] } };
  const differ = [];
  for (const { country } of await desk.countries()) {
    const week = (new Intl.Locale(`en-${country}`) as WithWeek).getWeekInfo();
    if ((await weekendAt(country)) !== week.weekend.map((number) => names[number]).join(',')) differ.push(country);
  }
  assert.deepEqual(differ.toSorted(), ['BD', 'BN', 'IN', 'UG']);
});

test('every country’s days fit a record, fifteen years of them, each once and in order', async () => {
  for (const { country } of await desk.countries()) {
    const { days } = await desk.days({ country, region: null, from: 2026, to: 2027 });
    assert.ok(days.length * 7.5 <= 1_000, `${country}: ${String(days.length)}`);
    const dates = days.map(({ day }) => day);
    assert.deepEqual(dates, [...new Set(dates)].toSorted(), country);
  }
});

test('a country or region that is not known is refused by name', async () => {
  await assert.rejects(desk.days({ country: 'XX', region: null, from: 2026, to: 2026 }), /input-rejected/);
  await assert.rejects(desk.days({ country: 'FR', region: 'ZZZ', from: 2026, to: 2026 }), /input-rejected/);
});

test('a set says its name, its source and its last day', async () => {
  const set = await desk.days({ country: 'DE', region: 'BY', from: 2026, to: 2030 });
  assert.deepEqual([set.name, set.source, set.through], ['Germany, Bayern', 'DE-BY', '2030-12-31']);
  assert.equal(set.days.find(({ day }) => day === plus('2026-04-05', 1))?.name, 'Easter Monday');
});

test('what date-holidays 3.37 has wrong, as docs/windows.md says: an update that mends it shows here', async () => {
  const wrong = {
    'Seollal’s eve in Korea': !(await has('KR', '2026-02-16')),
    'a day after Seollal too many': await has('KR', '2026-02-19'),
    'third day of the Spring Festival in China': !(await has('CN', '2026-02-19')),
    'second day of Labour Day in China': !(await has('CN', '2026-05-02')),
    'Children’s Day in China, which is for children': await has('CN', '2026-06-01'),
    'second day of the National Day of the Emirates': !(await has('AE', '2026-12-03')),
    'the first of Ramadan in the Emirates, a working day': await has('AE', '2026-02-18'),
  };
  assert.deepEqual(
    Object.entries(wrong)
      .filter(([, stands]) => !stands)
      .map(([fact]) => fact),
    [],
  );
});
