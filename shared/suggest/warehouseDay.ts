import { choiceField, hours, months, numberField, timeField } from './fields.ts';
import { minutesBetween, repeating } from './schedules.ts';
import { dispatch, receiving, shopFloor, stock } from './scopeHints.ts';
import type { Suggestion } from './suggestion.ts';

const common = { countries: null, ownerRole: 'business-owner', needs: {}, edge: 'finish' } as const;
const whoStocks = ['grocery', 'fashion', 'home-electronics', 'wholesale', 'logistics'] as const;

export const warehouseDay: readonly Suggestion[] = [
  {
    ...common,
    id: 'full-inventory',
    title: 'Full stock count',
    words: 'Stock must not move under the counters: no changes to stock, barcodes or the warehouse system that night.',
    effect: 'freeze',
    trades: whoStocks,
    reason: 'Every shelf is counted; stock must not move under the counters.',
    covers: stock,
    edge: 'stop-at-next-stage',
    fields: [
      choiceField('first', 'On the last Saturday of', months, '1'),
      choiceField('second', 'And of', [['0', 'No other month'], ...months], '6'),
      timeField('time', 'Begins at', '20:00'),
      numberField('hours', 'Lasts', 22, { ...hours, min: 1, max: 72 }),
    ],
    schedule: (given) => {
      const counted = [...new Set([given.value('first'), given.value('second')])].map(Number).filter(Boolean);
      const of = counted.toSorted((a, b) => a - b).join(',');
      return repeating(given, `FREQ=MONTHLY;BYMONTH=${of};BYDAY=SA;BYSETPOS=-1`, given.value('time'), {
        minutes: Number(given.value('hours')) * 60,
      });
    },
  },
  {
    ...common,
    id: 'cycle-count',
    title: 'Weekly cycle count',
    words: 'A part of the shelves is counted on Sunday morning: changes to stock need the owner’s word.',
    effect: 'soft-freeze',
    trades: whoStocks,
    reason: 'Shelves are being counted.',
    covers: stock,
    fields: [
      choiceField(
        'day',
        'Every',
        [
          ['MO', 'Monday'],
          ['TU', 'Tuesday'],
          ['WE', 'Wednesday'],
          ['TH', 'Thursday'],
          ['FR', 'Friday'],
          ['SA', 'Saturday'],
          ['SU', 'Sunday'],
        ],
        'SU',
      ),
      timeField('time', 'Begins at', '06:00'),
      numberField('hours', 'Lasts', 6, { ...hours, min: 1, max: 24 }),
    ],
    schedule: (given) =>
      repeating(given, `FREQ=WEEKLY;BYDAY=${given.value('day')}`, given.value('time'), {
        minutes: Number(given.value('hours')) * 60,
      }),
  },
  {
    ...common,
    id: 'carrier-cut-off',
    title: 'Carrier cut-off',
    words:
      'Labels, manifests and the carriers’ links stay as they are while the trucks are loaded, Monday to Friday from 14:00 to 19:30.',
    effect: 'freeze',
    trades: [...whoStocks, 'marketplace'],
    reason: 'Trucks leave on time; a stopped label printer stops a dock.',
    covers: dispatch,
    edge: 'stop-at-next-stage',
    fields: [timeField('begins', 'From', '14:00'), timeField('ends', 'Until', '19:30')],
    schedule: (given) =>
      repeating(given, 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', given.value('begins'), {
        minutes: minutesBetween(given.value('begins'), given.value('ends')),
      }),
  },
  {
    ...common,
    id: 'inbound-peak',
    title: 'Inbound receiving peak',
    words:
      'Most supplier trucks arrive on Monday and Tuesday before ten: changes to receiving need the owner’s word then.',
    effect: 'soft-freeze',
    trades: whoStocks,
    reason: 'Most supplier trucks arrive in these hours.',
    covers: receiving,
    fields: [
      choiceField('on', 'On', [
        ['MO,TU', 'Monday and Tuesday'],
        ['MO', 'Monday'],
        ['MO,TU,WE,TH,FR', 'Monday to Friday'],
      ]),
      timeField('begins', 'From', '05:00'),
      timeField('ends', 'Until', '10:00'),
    ],
    schedule: (given) =>
      repeating(given, `FREQ=WEEKLY;BYDAY=${given.value('on')}`, given.value('begins'), {
        minutes: minutesBetween(given.value('begins'), given.value('ends')),
      }),
  },
  {
    ...common,
    id: 'shift-change',
    title: 'Shift change',
    words: 'Scanners log on and off in bursts when shifts change: three quarters of an hour, three times a day.',
    effect: 'soft-freeze',
    trades: ['wholesale', 'logistics', 'grocery'],
    reason: 'Everybody signs on and off at once.',
    covers: shopFloor,
    fields: [
      timeField('first', 'First change begins at', '05:45'),
      choiceField('shifts', 'Shifts a day', [
        ['3', 'Three'],
        ['2', 'Two'],
      ]),
      numberField('minutes', 'Lasts', 45, { unit: 'minutes', min: 5, max: 180 }),
    ],
    schedule: (given) => {
      const [hour = '0', minute = '0'] = given.value('first').split(':');
      const shifts = Number(given.value('shifts'));
      const at = Array.from({ length: shifts }, (_, index) => (Number(hour) + (index * 24) / shifts) % 24);
      const rule = `FREQ=DAILY;BYHOUR=${at.toSorted((a, b) => a - b).join(',')};BYMINUTE=${String(Number(minute))}`;
      return repeating(given, rule, '00:00', { minutes: Number(given.value('minutes')) });
    },
  },
];
