import type { Holidays } from '../../shared/record/body/scheduleBody.ts';

type Weekend = Holidays['weekend'];

/**
 * Where nobody works on other days than Saturday and Sunday, of the countries whose holidays are known.
 *
 * After the supplemental week data of Unicode CLDR 48 (`weekendStart`, `weekendEnd`), which ICU answers for a locale's
 * `getWeekInfo()`. Beside it what CLDR does not have: Bangladesh, Brunei, and the Malaysian states that keep Friday.
 * Against it: CLDR has Sunday alone for India and Uganda, whose offices mostly keep both days; two stand here, since a
 * close that is held longer stops no goods.
 */
const friday: Weekend = ['FR', 'SA'];
const exceptions: Readonly<Record<string, Weekend>> = {
  BD: friday,
  BH: friday,
  BN: ['FR', 'SU'],
  DZ: friday,
  EG: friday,
  IL: friday,
  IR: ['FR'],
  LY: friday,
  'MY-02': friday,
  'MY-03': friday,
  'MY-11': friday,
  SA: friday,
  SD: friday,
};

/** The days of the week on which nobody works there. */
export function weekendOf(country: string, region: string | null): Weekend {
  return exceptions[`${country}-${region?.split('-')[0] ?? ''}`] ?? exceptions[country] ?? ['SA', 'SU'];
}
