import { days, hours, numberField } from './fields.ts';
import { repeating, weekFrom } from './schedules.ts';
import { prices, selling } from './scopeHints.ts';
import type { Suggestion } from './suggestion.ts';

const common = { ownerRole: 'business-owner', needs: {}, edge: 'finish' } as const;
const retail = ['fashion', 'home-electronics', 'marketplace'] as const;

/** Sales and holidays that are big in some countries and hardly known in the next. */
export const countrySales: readonly Suggestion[] = [
  {
    ...common,
    id: 'singles-day',
    title: 'Singles’ Day',
    words: 'What sells and ships stays as it is around 11 November, from the noon before to the morning after.',
    effect: 'freeze',
    trades: retail,
    countries: null,
    reason: 'The largest sale day in Asia, and a growing one elsewhere.',
    covers: selling,
    edge: 'stop-at-next-stage',
    fields: [numberField('hours', 'Lasts from 10 November at noon', 48, { ...hours, min: 12, max: 168 })],
    schedule: (given) =>
      repeating(given, 'FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=10', '12:00', { minutes: Number(given.value('hours')) * 60 }),
  },
  {
    ...common,
    id: 'boxing-day',
    title: 'Boxing Day sales',
    words: 'Marks the sale days from 26 December: work is still allowed and scores higher.',
    effect: 'peak',
    trades: retail,
    countries: ['AU', 'CA', 'GB', 'HK', 'IE', 'KE', 'NG', 'NZ', 'SG', 'TT', 'ZA'],
    reason: 'Boxing Day sales.',
    covers: selling,
    fields: [numberField('days', 'Lasts', 3, { ...days, min: 1, max: 7 })],
    schedule: (given) =>
      repeating(given, 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=26', '00:00', { days: Number(given.value('days')) }),
  },
  {
    ...common,
    id: 'buen-fin',
    title: 'El Buen Fin',
    words:
      'What sells and ships stays as it is on the sale weekend of mid-November, from Thursday through the Monday that Revolution Day is kept on.',
    effect: 'freeze',
    trades: retail,
    countries: ['MX'],
    reason: 'The largest sale weekend of the year.',
    covers: selling,
    edge: 'stop-at-next-stage',
    fields: [numberField('days', 'Lasts from Thursday', 5, { ...days, min: 2, max: 10 })],
    // The third Monday of November is the 15th to the 21st; its Thursday before, the 11th to the 17th.
    schedule: (given) =>
      repeating(given, `FREQ=YEARLY;BYMONTH=11;BYDAY=TH;BYMONTHDAY=${weekFrom(11)}`, '00:00', {
        days: Number(given.value('days')),
      }),
    note: 'The organisers have moved its first day before: compare with this year’s announcement.',
  },
  {
    ...common,
    id: 'golden-week-china',
    title: 'Golden Week',
    words:
      'National Day and the week after it, 1 to 7 October: what sells and ships changes only with its owner’s word.',
    effect: 'soft-freeze',
    trades: [...retail, 'grocery', 'wholesale', 'logistics'],
    countries: ['CN', 'HK', 'MO'],
    reason: 'Trade peaks and offices are closed.',
    covers: selling,
    fields: [numberField('days', 'Lasts', 7, { ...days, min: 1, max: 10 })],
    schedule: (given) =>
      repeating(given, 'FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1', '00:00', { days: Number(given.value('days')) }),
  },
  {
    ...common,
    id: 'golden-week-japan',
    title: 'Golden Week',
    words: 'From Shōwa Day, 29 April, through Children’s Day: what sells and ships changes only with its owner’s word.',
    effect: 'soft-freeze',
    trades: [...retail, 'grocery', 'logistics'],
    countries: ['JP'],
    reason: 'Trade peaks and offices are closed.',
    covers: selling,
    fields: [numberField('days', 'Lasts', 8, { ...days, min: 1, max: 12 })],
    schedule: (given) =>
      repeating(given, 'FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=29', '00:00', { days: Number(given.value('days')) }),
    note: 'A substitute holiday can follow Children’s Day: a ninth day then.',
  },
  {
    ...common,
    id: 'winter-sales-france',
    title: 'Soldes d’hiver',
    words:
      'The winter sales begin by law at 08:00 on the second Wednesday of January, a week earlier when that is after the 12th: prices and tills stay as they are for the first days.',
    effect: 'freeze',
    trades: ['fashion', 'home-electronics', 'marketplace'],
    countries: ['FR'],
    reason: 'The sales begin: reduced prices are in every till and shop window.',
    covers: prices,
    edge: 'stop-at-next-stage',
    fields: [numberField('days', 'Lasts from the day before', 5, { ...days, min: 1, max: 29 })],
    // That Wednesday is the 6th to the 12th; the freeze begins on the day before.
    schedule: (given) =>
      repeating(given, `FREQ=YEARLY;BYMONTH=1;BYDAY=TU;BYMONTHDAY=${weekFrom(5)}`, '00:00', {
        days: Number(given.value('days')),
      }),
    note: 'In border departments and overseas the dates differ.',
  },
  {
    ...common,
    id: 'summer-sales-france',
    title: 'Soldes d’été',
    words:
      'The summer sales begin by law at 08:00 on the last Wednesday of June, a week earlier when that is after the 28th: prices and tills stay as they are for the first days.',
    effect: 'freeze',
    trades: ['fashion', 'home-electronics', 'marketplace'],
    countries: ['FR'],
    reason: 'The sales begin: reduced prices are in every till and shop window.',
    covers: prices,
    edge: 'stop-at-next-stage',
    fields: [numberField('days', 'Lasts from the day before', 5, { ...days, min: 1, max: 29 })],
    // That Wednesday is the 22nd to the 28th.
    schedule: (given) =>
      repeating(given, `FREQ=YEARLY;BYMONTH=6;BYDAY=TU;BYMONTHDAY=${weekFrom(21)}`, '00:00', {
        days: Number(given.value('days')),
      }),
    note: 'In border departments and overseas the dates differ.',
  },
];
