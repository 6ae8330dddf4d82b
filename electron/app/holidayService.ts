import { setImmediate } from 'node:timers/promises';
import type { Handlers } from '../../shared/api/contract.ts';
import type { HolidayCountry } from '../../shared/api/suggestionCalls.ts';
import { TidegateError } from '../../shared/errors.ts';
import type { Holidays } from '../../shared/record/body/scheduleBody.ts';
import type { Feast } from '../../shared/suggest/suggestion.ts';
import type { HolidayBook } from './holidayBook.ts';
import { weekendOf } from './weekend.ts';

type Answers = Pick<Handlers, 'holidays.countries' | 'holidays.days'>;
type Days = Holidays['days'];

/** The days off of the world's countries, read when first asked for and remembered by year. */
export interface HolidayDesk {
  readonly countries: () => Promise<readonly HolidayCountry[]>;
  /** @throws TidegateError `input-rejected` for a country or region that is not known */
  readonly days: (asked: Asked) => Promise<Holidays>;
  /** The zone most of the country or region lives by. */
  readonly zone: (country: string, region: string | null) => Promise<string | null>;
  readonly feast: (feast: Feast, from: number, to: number) => Promise<readonly string[]>;
}
interface Asked {
  readonly country: string;
  readonly region: string | null;
  /** Years, both inside. */
  readonly from: number;
  readonly to: number;
}

export function createHolidayDesk(): HolidayDesk {
  let opened: Promise<HolidayBook> | null = null;
  const book = () => (opened ??= import('./holidayBook.ts').then(({ openHolidayBook }) => openHolidayBook()));
  const years = new Map<string, Days>();

  const daysOf = async (country: string, region: string | null, year: number): Promise<Days> => {
    const key = `${country} ${region ?? ''} ${String(year)}`;
    const known = years.get(key);
    if (known) return known;
    // Calendars of the moon take some milliseconds a year: others get their turn in between.
    await setImmediate();
    const days = (await book()).daysOff(country, region, year);
    years.set(key, days);
    return days;
  };
  const placeName = async (country: string, region: string | null): Promise<string> => {
    const found = (await book()).countries().find((each) => each.country === country);
    if (!found) throw new TidegateError('input-rejected', { field: 'country', problem: `unknown: ${country}` });
    if (region === null) return found.name;
    const part = found.regions.find((each) => each.region === region);
    if (!part) throw new TidegateError('input-rejected', { field: 'region', problem: `unknown: ${region}` });
    return `${found.name}, ${part.name}`;
  };

  return {
    countries: async () => (await book()).countries(),
    days: async ({ country, region, from, to }) => {
      const name = await placeName(country, region);
      const days = [];
      for (let year = from; year <= to; year++) days.push(...(await daysOf(country, region, year)));
      return {
        name,
        source: region === null ? country : `${country}-${region}`,
        days: eachOnce(days),
        weekend: weekendOf(country, region),
        through: `${String(to)}-12-31`,
      };
    },
    zone: async (country, region) => (await book()).zone(country, region),
    feast: async (feast, from, to) =>
      (await book()).feastDays(
        feast,
        Array.from({ length: to - from + 1 }, (_, index) => from + index),
      ),
  };
}

/** A day that two feasts share is named after the first. */
function eachOnce(days: Days): Days {
  const byDay = new Map<string, Days[number]>();
  for (const each of days) if (!byDay.has(each.day)) byDay.set(each.day, each);
  return [...byDay.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

export function createHolidayService(holidays: HolidayDesk): Answers {
  return {
    'holidays.countries': () => holidays.countries(),
    'holidays.days': async (asked) => ({ holidays: await holidays.days(asked) }),
  };
}
