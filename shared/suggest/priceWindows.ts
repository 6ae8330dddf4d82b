import { choiceField, dayField, hours, numberField, timeField } from './fields.ts';
import { minutesBetween, repeating, shifted } from './schedules.ts';
import { prices, selling, trading } from './scopeHints.ts';
import type { Given, Suggestion } from './suggestion.ts';
import type { Schedule } from '../record/body/scheduleBody.ts';

const common = { countries: null, ownerRole: 'business-owner', needs: {}, edge: 'finish' } as const;
const retail = ['grocery', 'fashion', 'home-electronics', 'marketplace'] as const;

const campaignFields = [
  dayField('first', 'First day'),
  dayField('last', 'Last day'),
  numberField('lead', 'Frozen before it', 24, { ...hours, min: 0, max: 336 }),
  numberField('tail', 'Frozen after it', 24, { ...hours, min: 0, max: 336 }),
];

/** From so long before the first day to so long after the last; null until both days are given. */
function campaign({ value }: Given): Schedule | null {
  const [first, last] = [value('first'), value('last')];
  if (first === '' || last === '') return null;
  return {
    form: 'once',
    start: shifted(`${first}T00:00`, -Number(value('lead')) * 60),
    end: shifted(`${last}T00:00`, 1_440 + Number(value('tail')) * 60),
  };
}

/** What is sold at which price, and when the doors are open. */
export const priceWindows: readonly Suggestion[] = [
  {
    ...common,
    id: 'campaign',
    title: 'Promotion or campaign',
    words:
      'Prices, tills and web shop stay as they are from a day before the campaign to a day after it. You name its days.',
    effect: 'freeze',
    trades: retail,
    reason: 'Printed and advertised prices must agree with tills and web shop.',
    covers: prices,
    edge: 'stop-at-next-stage',
    fields: campaignFields,
    schedule: campaign,
  },
  {
    ...common,
    id: 'weekly-prices',
    title: 'Weekly price change',
    words:
      'New prices go to every till overnight: nothing else touches prices from Wednesday evening to Thursday noon.',
    effect: 'freeze',
    trades: ['grocery'],
    reason: 'New prices are being sent to the tills.',
    covers: prices,
    fields: [
      choiceField(
        'day',
        'Begins on',
        [
          ['MO', 'Monday'],
          ['TU', 'Tuesday'],
          ['WE', 'Wednesday'],
          ['TH', 'Thursday'],
          ['FR', 'Friday'],
          ['SA', 'Saturday'],
          ['SU', 'Sunday'],
        ],
        'WE',
      ),
      timeField('time', 'At', '18:00'),
      numberField('hours', 'Lasts', 18, { ...hours, min: 1, max: 72 }),
    ],
    schedule: (given) =>
      repeating(given, `FREQ=WEEKLY;BYDAY=${given.value('day')}`, given.value('time'), {
        minutes: Number(given.value('hours')) * 60,
      }),
  },
  {
    ...common,
    id: 'big-sale-event',
    title: 'Marketplace sale event',
    words:
      'For sale days that a marketplace announces, Prime Day and the like: what sells and ships stays as it is around them. You name the days.',
    effect: 'freeze',
    trades: ['marketplace', 'home-electronics', 'fashion'],
    reason: 'A marketplace’s sale days: orders come in bursts.',
    covers: selling,
    edge: 'stop-at-next-stage',
    fields: campaignFields,
    schedule: campaign,
  },
  {
    ...common,
    id: 'trading-hours',
    title: 'Store trading hours',
    words: 'While the doors are open, changes to tills need the owner’s word. The opposite of a maintenance night.',
    effect: 'soft-freeze',
    trades: ['grocery', 'fashion', 'home-electronics'],
    reason: 'Customers stand at the tills.',
    covers: { ...trading, sites: ['store'] },
    fields: [
      choiceField('on', 'Open', [
        ['MO,TU,WE,TH,FR,SA', 'Monday to Saturday'],
        ['MO,TU,WE,TH,FR,SA,SU', 'Every day'],
        ['MO,TU,WE,TH,FR', 'Monday to Friday'],
        ['MO,TU,WE,TH,SA,SU', 'Every day but Friday'],
      ]),
      timeField('opens', 'From', '09:00'),
      timeField('closes', 'Until', '20:00'),
    ],
    schedule: (given) =>
      repeating(given, `FREQ=WEEKLY;BYDAY=${given.value('on')}`, given.value('opens'), {
        minutes: minutesBetween(given.value('opens'), given.value('closes')),
      }),
  },
];
