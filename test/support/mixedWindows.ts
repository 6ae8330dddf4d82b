import type { Holidays, Schedule } from '../../shared/record/body/scheduleBody.ts';
import type { ServiceBody } from '../../shared/record/body/siteBody.ts';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import { DAY_MS } from '../../shared/time/instant.ts';
import { toWall } from '../../shared/time/wall.ts';
import { busySites, createDice } from './busyBoard.ts';
import { aWindow, at, lasting, once, sixZones, until } from './windowBuild.ts';

const holidays: Holidays = {
  name: 'Own days',
  days: ['2025', '2026', '2027', '2028'].flatMap((year) =>
    ['01-01', '05-01', '05-08', '07-14', '08-15', '11-11', '12-25'].map((day) => ({ day: `${year}-${day}` })),
  ),
  weekend: ['SA', 'SU'],
  through: '2028-12-31',
};
const rules = [
  'FREQ=DAILY',
  'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  'FREQ=WEEKLY;BYDAY=SU',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=SA',
  'FREQ=MONTHLY;BYDAY=-1SA',
  'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
  'FREQ=MONTHLY;BYMONTHDAY=1,15',
  'FREQ=YEARLY;BYMONTH=11;BYDAY=MO;BYMONTHDAY=19,20,21,22,23,24,25',
];
const business = 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR';

/** All forms that a schedule has, most of them rules, as on the board of a group with shops and warehouses. */
export function mixedWindows(count: number, services: readonly ServiceBody[]): WindowBody[] {
  const dice = createDice(11);
  const hours = Array.from({ length: 24 }, (_, hour) => `2025-01-01T${String(hour).padStart(2, '0')}:00`);
  const scheduleOf = (n: number): Schedule => {
    const from = dice(hours);
    const hour = from.slice(10);
    switch (n % 20) {
      case 0:
        return once(`2026-1${n % 3}-20${hour}`, `2027-01-02${hour}`);
      case 1:
        return { form: 'dates', spans: easters(n) };
      case 2:
        return {
          form: 'fiscal',
          year: { pattern: '4-4-5', endsOn: { weekday: 'SA', month: 1, which: 'nearest-to-month-end' } },
          of: 'period',
          start: { days: -2, count: 'business-days', time: '18:00' },
          end: { days: 5, count: 'business-days', time: '24:00' },
          holidays,
        };
      case 3:
        return {
          form: 'rule',
          start: { from, rule: `${business};BYSETPOS=-2`, onHoliday: 'not-counted' },
          end: { from, rule: `${business};BYSETPOS=5`, onHoliday: 'not-counted' },
          holidays,
        };
      case 4:
        return {
          form: 'rule',
          start: { from, rule: 'FREQ=MONTHLY;BYMONTHDAY=15', onHoliday: 'next-business-day' },
          end: { duration: 'PT9H' },
          holidays,
        };
      case 5:
      case 6:
        return { form: 'rule', start: { from, rule: dice(rules) }, end: { elapsed: 'PT6H' } };
      case 7:
      case 8:
      case 9:
        return until(from, `${business};BYSETPOS=-2`, from, `${business};BYSETPOS=5`);
      default:
        return lasting(from, dice(rules), `PT${2 + (n % 9)}H`);
    }
  };
  return Array.from({ length: count }, (_, n) =>
    aWindow({
      window: `window-${n}`,
      effect: dice(['freeze', 'soft-freeze', 'maintenance', 'peak']),
      zone: dice(sixZones),
      reach: dice(['direct', 'feeders']),
      scope: {
        everything: false,
        services: [dice(services).service, dice(services).service],
        sites: [dice(busySites).site],
      },
      schedule: scheduleOf(n),
    }),
  );
}

/** Twelve dates with a name, over three years. */
function easters(n: number): Extract<Schedule, { form: 'dates' }>['spans'] {
  return Array.from({ length: 12 }, (_, each) => {
    const start = at('2025-01-01T00:00') + (each * 90 + (n % 60)) * DAY_MS;
    return { start: toWall(start), end: toWall(start + DAY_MS), name: `Day ${each}` };
  });
}

/** Can the library be asked for exactly this? */
export function isPlainRule(schedule: Schedule): boolean {
  return schedule.form === 'rule' && schedule.holidays === undefined;
}

/** How many of which form. */
export function mixOf(windows: readonly WindowBody[]): string {
  const counts = new Map<string, number>();
  for (const { schedule } of windows) {
    const name = formOf(schedule);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => `${count} ${name}`).join(', ');
}

function formOf(schedule: Schedule): string {
  if (schedule.form !== 'rule') return schedule.form;
  if (schedule.holidays) return 'rule with holidays';
  if ('rule' in schedule.end) return 'rule to rule';
  return 'elapsed' in schedule.end ? 'rule with exact length' : 'rule with length';
}
