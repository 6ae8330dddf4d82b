import { choiceField, days, numberField } from './fields.ts';
import { fromTo, repeating, weekFrom } from './schedules.ts';
import { returns, selling, wholePlace } from './scopeHints.ts';
import type { Suggestion } from './suggestion.ts';

const retail = ['grocery', 'fashion', 'home-electronics', 'marketplace'] as const;
const common = { countries: null, ownerRole: 'business-owner', needs: {} } as const;

/**
 * Thanksgiving is the fourth Thursday of November, 22 to 28; all else counts from there. "The fourth Friday" is a week
 * early whenever November begins on a Friday (2024, 2030).
 */
export const yearEndPeaks: readonly Suggestion[] = [
  {
    ...common,
    id: 'black-friday',
    title: 'Black Friday and Cyber Monday',
    words:
      'Tills, web shop, picking and dispatch stay as they are from the Monday of Thanksgiving week through the Tuesday after Cyber Monday.',
    effect: 'freeze',
    trades: [...retail, 'logistics'],
    reason: 'The busiest trading days of the quarter. What sells and what ships stays as it is.',
    covers: selling,
    edge: 'stop-at-next-stage',
    fields: [
      choiceField('begins', 'Begins', [
        ['19', 'Monday of Thanksgiving week'],
        ['12', 'The Monday before, for shops that start early'],
      ]),
      numberField('after', 'Days after Cyber Monday', 1, { ...days, min: 0, max: 7 }),
    ],
    schedule: (given) => {
      const first = Number(given.value('begins'));
      const rule = `FREQ=YEARLY;BYMONTH=11;BYDAY=MO;BYMONTHDAY=${weekFrom(first)}`;
      return repeating(given, rule, '00:00', { days: 26 - first + 1 + Number(given.value('after')) });
    },
  },
  {
    ...common,
    id: 'black-friday-day',
    title: 'Black Friday, the day',
    words: 'Marks the Friday after Thanksgiving: work is still allowed and scores higher.',
    effect: 'peak',
    trades: retail,
    reason: 'Black Friday itself.',
    covers: selling,
    edge: 'finish',
    fields: [],
    schedule: (given) =>
      repeating(given, `FREQ=YEARLY;BYMONTH=11;BYDAY=FR;BYMONTHDAY=${weekFrom(23)}`, '00:00', { days: 1 }),
  },
  {
    ...common,
    id: 'between-the-peaks',
    title: 'Between Cyber Monday and Christmas',
    words:
      'From the Wednesday after Cyber Monday to mid-December: changes to selling go through the owner of the freeze first.',
    effect: 'soft-freeze',
    trades: [...retail, 'logistics'],
    reason: 'Trading stays high between the two peaks.',
    covers: { ...selling, reach: 'feeders' },
    edge: 'finish',
    fields: [numberField('last', 'Last day in December', 14, { unit: 'nth', min: 5, max: 31 })],
    // That Wednesday is 28 November to 4 December, of no one month: counted from the end of the year, leap or not.
    schedule: (given) =>
      fromTo(
        given,
        ['FREQ=YEARLY;BYDAY=WE;BYYEARDAY=-34,-33,-32,-31,-30,-29,-28', '00:00'],
        [`FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=${given.value('last')}`, '23:59'],
      ),
  },
  {
    ...common,
    id: 'christmas-peak',
    title: 'Christmas peak',
    words: 'Nothing changes at your sites from 15 December through 2 January, while orders peak and teams are thin.',
    effect: 'freeze',
    trades: [...retail, 'wholesale', 'logistics'],
    reason: 'Highest order volume of the year, thin staffing in the support teams.',
    covers: wholePlace,
    edge: 'stop-at-next-stage',
    fields: [
      numberField('first', 'First day in December', 15, { unit: 'nth', min: 1, max: 26 }),
      numberField('last', 'Last day in January', 2, { unit: 'nth', min: 1, max: 15 }),
    ],
    schedule: (given) => {
      const first = Number(given.value('first'));
      const length = 31 - first + 1 + Number(given.value('last'));
      return repeating(given, `FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=${String(first)}`, '00:00', { days: length });
    },
  },
  {
    ...common,
    id: 'january-returns',
    title: 'January returns',
    words: 'Returns and refunds are at their busiest in the two weeks after the holidays: their owner agrees first.',
    effect: 'soft-freeze',
    trades: retail,
    reason: 'Refund counters and returns desks are at their busiest.',
    covers: returns,
    edge: 'finish',
    fields: [
      numberField('first', 'First day in January', 3, { unit: 'nth', min: 1, max: 15 }),
      numberField('days', 'Lasts', 12, { ...days, min: 1, max: 28 }),
    ],
    schedule: (given) =>
      repeating(given, `FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=${given.value('first')}`, '00:00', {
        days: Number(given.value('days')),
      }),
  },
];
