import { easterDay } from './easterDay.ts';
import { days, numberField } from './fields.ts';
import { aroundDays } from './schedules.ts';
import { selling, trading } from './scopeHints.ts';
import type { Given, Suggestion } from './suggestion.ts';

const common = { ownerRole: 'business-owner', edge: 'finish' } as const;
const retail = ['grocery', 'fashion', 'home-electronics', 'marketplace'] as const;
/** Where Eid is a public holiday, or trade moves with it. */
const withEid =
  'AE AL AZ BA BD BF BH BN CI DJ DZ EG EH ET GM GN ID IL IR KE KM KZ LK LY MA ML MR MY NE NG PH RW SA SD SG SL SN SO TD TG TH TN TR TZ UG XK'.split(
    ' ',
  );
const withLunarNewYear = 'AU BN CN HK ID KR MO MU MY PH SG SR TW VN'.split(' ');

const leadAndTail = (lead: number, tail: number) => [
  numberField('lead', 'Days before it', lead, { ...days, min: 0, max: 40 }),
  numberField('tail', 'Days after its first', tail, { ...days, min: 0, max: 30 }),
];

function around(name: string, feastDays: (given: Given) => readonly string[]): Suggestion['schedule'] {
  return (given) =>
    aroundDays(feastDays(given), { lead: Number(given.value('lead')), tail: Number(given.value('tail')), name });
}

const years = ({ year, lastYear }: Given) => Array.from({ length: lastYear - year + 1 }, (_, index) => year + index);
const moonNote = 'Its days are computed ahead, for ten years; the sighting of the moon may move them by one.';

/** Feasts whose days no rule can say: written out, each named. */
export const feasts: readonly Suggestion[] = [
  {
    ...common,
    id: 'easter',
    title: 'Easter trading',
    words:
      'Food shops peak from Maundy Thursday through Easter Monday: changes to selling need the owner’s word. By the country’s own Easter.',
    effect: 'soft-freeze',
    trades: ['grocery', 'logistics', 'marketplace'],
    countries: null,
    reason: 'Easter trading.',
    covers: selling,
    needs: {},
    fields: [
      numberField('lead', 'Days before Easter Sunday', 3, { ...days, min: 0, max: 40 }),
      numberField('tail', 'Days after it', 1, { ...days, min: 0, max: 14 }),
    ],
    schedule: around('Easter', (given) => years(given).map((year) => easterDay(year, given.country))),
  },
  {
    ...common,
    id: 'eid-al-fitr',
    title: 'Eid al-Fitr',
    words: 'What sells stays as it is in the last ten days of Ramadan and through the feast.',
    effect: 'freeze',
    trades: retail,
    countries: withEid,
    reason: 'The busiest trading days of the year before the feast, and few people during it.',
    covers: trading,
    needs: { feast: 'eid-al-fitr' },
    fields: leadAndTail(10, 2),
    schedule: around('Eid al-Fitr', ({ feasts: known }) => known['eid-al-fitr'] ?? []),
    note: moonNote,
  },
  {
    ...common,
    id: 'eid-al-adha',
    title: 'Eid al-Adha',
    words: 'What sells stays as it is in the days before the feast and while it lasts.',
    effect: 'freeze',
    trades: retail,
    countries: withEid,
    reason: 'The days before the feast, and few people during it.',
    covers: trading,
    needs: { feast: 'eid-al-adha' },
    fields: leadAndTail(5, 3),
    schedule: around('Eid al-Adha', ({ feasts: known }) => known['eid-al-adha'] ?? []),
    note: moonNote,
  },
  {
    ...common,
    id: 'lunar-new-year',
    title: 'Lunar New Year',
    words: 'What sells and ships stays as it is in the week before the new year and the week of it.',
    effect: 'freeze',
    trades: [...retail, 'wholesale', 'logistics'],
    countries: withLunarNewYear,
    reason: 'Orders peak before the new year, and few people are there during it.',
    covers: selling,
    needs: { feast: 'lunar-new-year' },
    fields: leadAndTail(7, 6),
    schedule: around('Lunar New Year', ({ feasts: known }) => known['lunar-new-year'] ?? []),
  },
];
