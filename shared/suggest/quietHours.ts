import { weekdayNames } from '../record/body/scheduleBody.ts';
import { choiceField, hours, numberField, timeField } from './fields.ts';
import { dayAfter, fromTo, repeating } from './schedules.ts';
import { partners, wholePlace } from './scopeHints.ts';
import type { Suggestion } from './suggestion.ts';

const everyTrade = ['grocery', 'fashion', 'home-electronics', 'wholesale', 'logistics', 'marketplace'] as const;
const common = { countries: null, needs: {}, edge: 'finish' } as const;

/** When the house runs by itself, and when it is meant to be worked on. */
export const quietHours: readonly Suggestion[] = [
  {
    ...common,
    id: 'nightly-edi',
    title: 'Nightly partner files',
    words:
      'Orders and despatch notes are exchanged with partners from one to three at night: the links stay as they are. By the clock of the partner’s side, if you choose it.',
    effect: 'freeze',
    trades: everyTrade,
    ownerRole: 'service-owner',
    reason: 'Files are being exchanged with partners.',
    covers: partners,
    fields: [timeField('time', 'Begins at', '01:00'), numberField('hours', 'Lasts', 2, { ...hours, min: 1, max: 12 })],
    schedule: (given) =>
      repeating(given, 'FREQ=DAILY', given.value('time'), { minutes: Number(given.value('hours')) * 60 }),
  },
  {
    ...common,
    id: 'weekend-care',
    title: 'Friday noon to Monday morning',
    words:
      'From noon before the weekend to 06:00 after it, fewer people are there to help: changes need a second word. Ends by the clock, also when it changes.',
    effect: 'soft-freeze',
    trades: [...everyTrade, 'finance'],
    ownerRole: 'change-manager',
    reason: 'Few people are there to help over the weekend.',
    covers: wholePlace,
    fields: [timeField('begins', 'From', '12:00'), timeField('ends', 'Until', '06:00')],
    schedule: (given) => {
      const { weekend } = given;
      const isWork = (name: (typeof weekdayNames)[number]) => !weekend.includes(name);
      const before = weekdayNames.filter((name) => isWork(name) && !isWork(dayAfter(name, 1)));
      const after = weekdayNames.filter((name) => isWork(name) && !isWork(dayAfter(name, -1)));
      return fromTo(
        given,
        [`FREQ=WEEKLY;BYDAY=${before.join(',')}`, given.value('begins')],
        [`FREQ=WEEKLY;BYDAY=${after.join(',')}`, given.value('ends')],
      );
    },
  },
  {
    ...common,
    id: 'maintenance-nights',
    title: 'Maintenance nights',
    words:
      'The hours that work is meant for, by each site’s own clock: lifts soft freezes and comes first among slots.',
    effect: 'maintenance',
    trades: [...everyTrade, 'finance'],
    ownerRole: 'change-manager',
    reason: 'Low traffic, and people to help.',
    covers: wholePlace,
    fields: [
      choiceField('on', 'Nights', [
        ['TU,WE', 'Tuesday and Wednesday'],
        ['MO,TU,WE,TH', 'Monday to Thursday'],
        ['SA', 'Saturday'],
        ['SU', 'Sunday'],
      ]),
      timeField('time', 'Begins at', '22:00'),
      numberField('hours', 'Lasts', 4, { ...hours, min: 1, max: 12 }),
    ],
    schedule: (given) =>
      repeating(given, `FREQ=WEEKLY;BYDAY=${given.value('on')}`, given.value('time'), {
        minutes: Number(given.value('hours')) * 60,
      }),
  },
];
