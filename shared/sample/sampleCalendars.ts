import type { Holidays, Schedule } from '../record/body/scheduleBody.ts';
import { DAY_MS, toInstant, type Ms } from '../time/instant.ts';
import { base, camille, oliver, sofia, type WindowGiven } from './windowGiven.ts';

/**
 * The windows that follow a calendar of their own: the books by business days and by retail weeks, public holidays, a
 * count with one moved Sunday, a transfer of so many hours.
 */
export function calendarWindows(now: Ms): WindowGiven[] {
  const year = Number(toInstant(now).slice(0, 4));
  const years = [year - 1, year, year + 1, year + 2];
  return [
    {
      ...base,
      ...sofia,
      window: 'month-end-close',
      title: 'Month-end close',
      effect: 'freeze',
      reason: 'No posting changes from the second-last business day until the books are closed.',
      scope: { everything: false, processes: ['month-end-close'], environments: ['production'] },
      zone: 'Asia/Kolkata',
      schedule: monthEnd(indianHolidays(years)),
    },
    {
      ...base,
      ...sofia,
      window: 'newark-period-close',
      title: 'Retail period close, Newark',
      effect: 'freeze',
      reason: 'The American books close by retail weeks. Postings of the hub rest until its period is reported.',
      scope: { everything: false, sites: ['newark-hub'], processes: ['month-end-close'] },
      zone: 'America/New_York',
      schedule: {
        form: 'fiscal',
        year: { pattern: '4-5-4', endsOn: { weekday: 'SA', month: 1, which: 'nearest-to-month-end' } },
        of: 'period',
        start: { days: 0, count: 'days', time: '18:00' },
        end: { days: 2, count: 'business-days', time: '24:00' },
      },
    },
    {
      ...base,
      ...camille,
      window: 'lyon-public-holidays',
      title: 'Public holidays, Lyon',
      effect: 'peak',
      reason: 'No carrier collects. What was ordered leaves the next morning, with everything of that day.',
      scope: { everything: false, sites: ['lyon-dc'], processes: ['dispatch'] },
      zone: 'Europe/Paris',
      schedule: { form: 'dates', spans: years.flatMap(frenchHolidays) },
    },
    {
      ...base,
      ...camille,
      window: 'leeds-cycle-count',
      title: 'Sunday count, Leeds',
      effect: 'soft-freeze',
      reason: 'One aisle is counted each week; the scanners must keep up with the counters.',
      scope: { everything: false, sites: ['leeds-dc'], services: ['handheld-scanners'] },
      zone: 'Europe/London',
      schedule: sundayCount(now),
    },
    {
      ...base,
      ...oliver,
      window: 'nightly-edi',
      title: 'Nightly supplier files',
      effect: 'freeze',
      reason: 'Orders and despatch notes are exchanged with 140 suppliers; the transfer takes two hours by any clock.',
      scope: { everything: false, services: ['edi-gateway'] },
      zone: 'Europe/Paris',
      schedule: {
        form: 'rule',
        start: { from: '2024-01-01T01:00', rule: 'FREQ=DAILY' },
        end: { elapsed: 'PT2H' },
      },
    },
  ];
}

/** From the second-last business day to the end of the fifth, holidays not counted. */
function monthEnd(holidays: Holidays): Schedule {
  const weekdays = 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR';
  return {
    form: 'rule',
    start: { from: '2024-01-01T00:00', rule: `${weekdays};BYSETPOS=-2`, onHoliday: 'not-counted' },
    end: { from: '2024-01-01T23:59', rule: `${weekdays};BYSETPOS=5`, onHoliday: 'not-counted' },
    holidays,
  };
}

function indianHolidays(years: readonly number[]): Holidays {
  const national = [
    ['01-26', 'Republic Day'],
    ['08-15', 'Independence Day'],
    ['10-02', 'Gandhi Jayanti'],
  ] as const;
  return {
    name: 'India, national holidays',
    source: 'IN',
    days: years.flatMap((year) => national.map(([day, name]) => ({ day: `${year}-${day}`, name }))),
    weekend: ['SA', 'SU'],
    through: `${years.at(-1)}-12-31`,
  };
}

/** Those that fall on the same date each year. */
function frenchHolidays(year: number) {
  const fixed = [
    ['01-01', "New Year's Day"],
    ['05-01', 'Labour Day'],
    ['05-08', 'Victory in Europe Day'],
    ['07-14', 'Bastille Day'],
    ['08-15', 'Assumption Day'],
    ['11-01', "All Saints' Day"],
    ['11-11', 'Armistice Day'],
    ['12-25', 'Christmas Day'],
  ] as const;
  return fixed.map(([day, name]) => ({ start: `${year}-${day}T00:00`, end: `${year}-${day}T23:59`, name }));
}

/** Every Sunday morning; the first one a week or more ahead is counted the evening before. */
function sundayCount(now: Ms): Schedule {
  const soon = now + 7 * DAY_MS;
  const sunday = soon + ((7 - new Date(soon).getUTCDay()) % 7) * DAY_MS;
  const before = dayOf(sunday - DAY_MS);
  return {
    form: 'rule',
    start: { from: '2024-01-07T06:00', rule: 'FREQ=WEEKLY;BYDAY=SU' },
    end: { duration: 'PT6H' },
    moved: [{ from: `${dayOf(sunday)}T06:00`, start: `${before}T16:00`, end: `${before}T22:00` }],
  };
}

function dayOf(at: Ms): string {
  return toInstant(at).slice(0, 10);
}
