import type { Schedule } from '../record/body/scheduleBody.ts';
import { choiceField, days, months, numberField } from './fields.ts';
import { fromTo, workdays } from './schedules.ts';
import { bookSources, finance } from './scopeHints.ts';
import type { Given, Suggestion } from './suggestion.ts';

const common = { countries: null, ownerRole: 'finance-owner', edge: 'stop-at-next-stage' } as const;
const monthEndFields = [
  numberField('before', 'Business days before the month ends, the last one counted', 2, {
    unit: 'nth',
    min: 1,
    max: 10,
  }),
  numberField('after', 'Through which business day of the next month', 5, { unit: 'nth', min: 1, max: 15 }),
];
const names = new Map(months);
const quarters = (['3', '1', '2'] as const).map((first) => {
  const of = [0, 3, 6, 9].map((later) => names.get(String(Number(first) + later)) ?? '');
  return [first, `${of.slice(0, 3).join(', ')} and ${of[3] ?? ''}`] as const;
});

const by = (of: readonly number[] | null) => (of === null ? '' : `BYMONTH=${of.join(',')};`);

/** From the nth-last business day of these months through the nth of the ones after, days off not counted. */
function close(given: Given, ends: readonly number[] | null): Schedule {
  const next = ends?.map((month) => (month % 12) + 1).toSorted((a, b) => a - b) ?? null;
  const day = `BYDAY=${workdays(given)}`;
  const schedule = fromTo(
    given,
    [`FREQ=MONTHLY;${by(ends)}${day};BYSETPOS=-${given.value('before')}`, '00:00'],
    [`FREQ=MONTHLY;${by(next)}${day};BYSETPOS=${given.value('after')}`, '23:59'],
  );
  if (given.holidays === null || !('rule' in schedule.end)) return schedule;
  return {
    ...schedule,
    start: { ...schedule.start, onHoliday: 'not-counted' },
    end: { ...schedule.end, onHoliday: 'not-counted' },
    holidays: given.holidays,
  };
}

export const closes: readonly Suggestion[] = [
  {
    ...common,
    id: 'month-end-close',
    title: 'Month-end close',
    words:
      'No posting changes from the second-last business day through the fifth of the next month. Public holidays are not counted as business days.',
    effect: 'freeze',
    trades: ['finance'],
    reason: 'The books are being closed: what posts stays as it is.',
    covers: finance,
    needs: { holidays: true },
    fields: monthEndFields,
    schedule: (given) => close(given, null),
  },
  {
    ...common,
    id: 'month-end-sources',
    title: 'Month-end close, what posts into it',
    words:
      'While the month is closed, whatever posts into the books, sales, purchasing and stock among it, changes only with the finance owner’s word.',
    effect: 'soft-freeze',
    trades: ['finance'],
    reason: 'What posts into the books while they are closed must not surprise those who close them.',
    covers: bookSources,
    clockOf: finance,
    edge: 'finish',
    needs: { holidays: true },
    fields: monthEndFields,
    schedule: (given) => close(given, null),
  },
  {
    ...common,
    id: 'quarter-close',
    title: 'Quarter and year close',
    words:
      'No posting changes from the third-last business day of the quarter through the eighth of the next, the year’s end included.',
    effect: 'freeze',
    trades: ['finance'],
    reason: 'The quarter is being closed and reported.',
    covers: finance,
    needs: { holidays: true },
    fields: [
      choiceField('quarters', 'Quarters end in', quarters),
      numberField('before', 'Business days before the quarter ends, the last one counted', 3, {
        unit: 'nth',
        min: 1,
        max: 10,
      }),
      numberField('after', 'Through which business day of the next quarter', 8, { unit: 'nth', min: 1, max: 15 }),
    ],
    schedule: (given) =>
      close(
        given,
        [0, 3, 6, 9].map((later) => Number(given.value('quarters')) + later),
      ),
  },
  {
    ...common,
    id: 'fiscal-close',
    title: 'Fiscal period close',
    words:
      'No posting changes for four days from the last day of each fiscal period, in a year of weeks: 4-4-5, 4-5-4 or 5-4-4, the 53rd week known.',
    effect: 'freeze',
    trades: ['finance', 'fashion', 'grocery', 'home-electronics', 'wholesale'],
    reason: 'The fiscal period is being closed.',
    covers: finance,
    needs: {},
    fields: [
      choiceField('pattern', 'Weeks of a quarter’s periods', [
        ['4-4-5', '4-4-5'],
        ['4-5-4', '4-5-4'],
        ['5-4-4', '5-4-4'],
      ]),
      choiceField('weekday', 'The year ends on a', [
        ['SA', 'Saturday'],
        ['SU', 'Sunday'],
        ['FR', 'Friday'],
        ['TH', 'Thursday'],
        ['WE', 'Wednesday'],
        ['TU', 'Tuesday'],
        ['MO', 'Monday'],
      ]),
      choiceField('which', 'Which of them', [
        ['nearest-to-month-end', 'Nearest to the month’s end'],
        ['last-in-month', 'Last in the month'],
      ]),
      choiceField('month', 'Of the month', months, '1'),
      choiceField('of', 'Closes every', [
        ['period', 'Period'],
        ['quarter', 'Quarter'],
        ['year', 'Year'],
      ]),
      numberField('days', 'Lasts', 4, { ...days, min: 1, max: 14 }),
    ],
    schedule: ({ value }) => fiscalClose(value),
  },
];

type Fiscal = Extract<Schedule, { form: 'fiscal' }>;

/** Values were read against the choices above, which are those of the record. */
function fiscalClose(value: Given['value']): Fiscal {
  return {
    form: 'fiscal',
    year: {
      pattern: value('pattern') as Fiscal['year']['pattern'],
      endsOn: {
        weekday: value('weekday') as Fiscal['year']['endsOn']['weekday'],
        month: Number(value('month')),
        which: value('which') as Fiscal['year']['endsOn']['which'],
      },
    },
    of: value('of') as Fiscal['of'],
    start: { days: 0, count: 'days', time: '00:00' },
    end: { days: Number(value('days')) - 1, count: 'days', time: '24:00' },
  };
}
