import { DAY_MS, toInstant, type Ms, type Wall } from '../time/instant.ts';
import { calendarWindows } from './sampleCalendars.ts';
import { warehouses } from './sampleSites.ts';
import { base, camille, daniel, ines, oliver, rule, ruleToRule, type WindowGiven } from './windowGiven.ts';

/**
 * The board's eighteen windows around `now`: one freeze runs now, one begins in two days, the rest
 * follow the trading year. Days are UTC days, wide enough to hold `now` on every site's clock.
 */
export function sampleWindows(now: Ms): WindowGiven[] {
  const day = (days: number, clock: string): Wall => `${toInstant(now + days * DAY_MS).slice(0, 10)}T${clock}`;
  return [...tradingYear(), ...everyWeek(), ...calendarWindows(now), ...aroundNow(day)];
}

function tradingYear(): WindowGiven[] {
  return [
    {
      ...base,
      ...daniel,
      window: 'black-friday',
      title: 'Black Friday and Cyber Monday',
      effect: 'freeze',
      reason: 'A third of the quarter is sold in nine days. Tills, web shop and prices stay as they are.',
      scope: { everything: false, processes: ['store-checkout', 'web-order'], environments: ['production'] },
      reach: 'direct',
      zone: 'site',
      edge: 'stop-at-next-stage',
      schedule: rule('2024-11-18T00:00', 'FREQ=YEARLY;BYMONTH=11;BYDAY=MO;BYMONTHDAY=19,20,21,22,23,24,25', 'P9D'),
    },
    {
      ...base,
      ...daniel,
      window: 'between-the-peaks',
      title: 'Between Cyber Monday and Christmas',
      effect: 'soft-freeze',
      reason: 'Trading stays high. Changes to selling go through the stores director first.',
      scope: { everything: false, services: ['erp-pos', 'erp-pricing', 'webshop', 'erp-sales'] },
      reach: 'feeders',
      zone: 'site',
      schedule: ruleToRule(
        '2024-11-01T00:00',
        'FREQ=YEARLY;BYMONTH=12;BYDAY=WE;BYMONTHDAY=1,2,3,4,5,6,7',
        '2024-11-01T00:00',
        'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15',
      ),
    },
    {
      ...base,
      ...ines,
      window: 'christmas-peak',
      title: 'Christmas peak',
      effect: 'freeze',
      reason: 'Highest order volume of the year in every country; thin staffing in the support teams.',
      scope: { everything: true, except: { categories: ['observability'], sites: ['kolkata-office'] } },
      zone: 'site',
      edge: 'stop-at-next-stage',
      schedule: rule('2024-12-15T00:00', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15', 'P19D'),
    },
    {
      ...base,
      ...daniel,
      window: 'january-returns',
      title: 'January returns',
      effect: 'soft-freeze',
      reason: 'Refund counters are at their busiest in the two weeks after the holidays.',
      scope: { everything: false, services: ['erp-returns', 'erp-sales', 'card-payments'] },
      zone: 'site',
      schedule: rule('2025-01-03T00:00', 'FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=3', 'P12D'),
    },
    {
      ...base,
      ...daniel,
      window: 'payday-weekend',
      title: 'Payday weekend',
      effect: 'peak',
      reason: 'Store and web traffic doubles on the last weekend of the month.',
      scope: { everything: false, services: ['webshop', 'erp-pos', 'card-payments'] },
      reach: 'feeders',
      zone: 'site',
      schedule: rule('2024-01-01T16:00', 'FREQ=MONTHLY;BYDAY=-1FR', 'P2DT6H'),
    },
  ];
}

function everyWeek(): WindowGiven[] {
  return [
    {
      ...base,
      ...camille,
      window: 'evening-dispatch',
      title: 'Evening dispatch',
      effect: 'freeze',
      reason: 'Trucks leave between two and half past seven; a stopped label printer stops a dock.',
      scope: { everything: false, processes: ['dispatch'], sites: [...warehouses] },
      reach: 'direct',
      zone: 'site',
      edge: 'stop-at-next-stage',
      schedule: rule('2024-01-01T14:00', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'PT5H30M'),
    },
    {
      ...base,
      ...camille,
      window: 'inbound-peak',
      title: 'Inbound receiving peak',
      effect: 'peak',
      reason: 'Most supplier trucks arrive on Monday and Tuesday before ten.',
      scope: { everything: false, processes: ['receiving'], sites: [...warehouses] },
      zone: 'site',
      schedule: rule('2024-01-01T05:00', 'FREQ=WEEKLY;BYDAY=MO,TU', 'PT5H'),
    },
    {
      ...base,
      ...ines,
      window: 'weekend-care',
      title: 'Weekend with reduced support',
      effect: 'soft-freeze',
      reason: 'One engineer is on call for all sites from Friday noon to Monday morning.',
      scope: { everything: true, except: { categories: ['observability', 'security-patch'] } },
      zone: 'site',
      schedule: ruleToRule('2024-01-05T12:00', 'FREQ=WEEKLY;BYDAY=FR', '2024-01-08T06:00', 'FREQ=WEEKLY;BYDAY=MO'),
    },
    {
      ...base,
      ...oliver,
      window: 'maintenance-nights',
      title: 'Maintenance nights',
      effect: 'maintenance',
      reason: 'Low traffic and a full support shift in Kolkata.',
      scope: { everything: true },
      zone: 'site',
      schedule: rule('2024-01-02T22:00', 'FREQ=WEEKLY;BYDAY=TU,WE', 'PT4H'),
    },
  ];
}

function aroundNow(day: (days: number, clock: string) => Wall): WindowGiven[] {
  return [
    {
      ...base,
      ...daniel,
      window: 'sydney-stock-count',
      title: 'Sydney full stock count',
      effect: 'freeze',
      reason: 'Every shelf is counted by hand; stock must not move under the counters.',
      scope: { everything: false, sites: ['sydney-store'] },
      zone: 'site',
      edge: 'stop-at-next-stage',
      schedule: { form: 'once', start: day(-1, '18:00'), end: day(1, '20:00') },
    },
    {
      ...base,
      ...daniel,
      window: 'sao-paulo-campaign',
      title: 'São Paulo campaign prices',
      effect: 'freeze',
      reason: 'Printed prices are in the shop windows. Prices and tills must agree with them.',
      scope: { everything: false, sites: ['sao-paulo-store'], services: ['erp-pricing', 'erp-pos', 'store-tills'] },
      reach: 'feeders',
      zone: 'America/Sao_Paulo',
      schedule: { form: 'once', start: day(2, '06:00'), end: day(5, '22:00') },
    },
    {
      ...base,
      ...camille,
      window: 'newark-racking',
      title: 'Newark racking move',
      effect: 'freeze',
      reason: 'Two aisles are rebuilt and every bin is relabelled. Proposed by the hub, waiting for the board.',
      scope: { everything: false, sites: ['newark-hub'] },
      zone: 'America/New_York',
      standing: 'proposed',
      schedule: { form: 'once', start: day(12, '05:00'), end: day(16, '18:00') },
    },
    {
      ...base,
      ...camille,
      window: 'leeds-dock-works',
      title: 'Leeds dock works',
      effect: 'soft-freeze',
      reason: 'The contractor has moved the works to spring; the freeze is no longer needed.',
      scope: { everything: false, sites: ['leeds-dc'] },
      zone: 'Europe/London',
      standing: 'withdrawn',
      schedule: { form: 'once', start: day(6, '06:00'), end: day(9, '18:00') },
    },
  ];
}
