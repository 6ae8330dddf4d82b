import Library, { type HolidaysTypes } from 'date-holidays';
import type { HolidayCountry } from '../../shared/api/suggestionCalls.ts';
import type { Holidays } from '../../shared/record/body/scheduleBody.ts';
import type { Feast } from '../../shared/suggest/suggestion.ts';

/** Said here again: this file is bundled alone, and the other `DAY_MS` brings the record's reader with it. */
const DAY_MS = 86_400_000;
/** What the record of a window can name as its source. Longer codes (islands, parishes) are not offered. */
const REGION = /^[A-Z0-9]{1,4}$/;
/** A day is off when its holiday takes it whole; the hour of a clock change is neither here nor there. */
const CLOCK_CHANGE_DAYS = 0.06;

const feastRules: Readonly<Record<Feast, string>> = {
  'eid-al-fitr': '1 Shawwal',
  'eid-al-adha': '10 Dhu al-Hijjah',
  'lunar-new-year': 'chinese 01-0-01',
};

/** The holiday library, and the only file that names it: 1.5 MB of it, so it is read when somebody first asks. */
export function openHolidayBook() {
  const world = new Library();
  let countries: readonly HolidayCountry[] | null = null;

  return {
    /** By name in English, with the parts of a country that have days of their own. */
    countries: (): readonly HolidayCountry[] =>
      (countries ??= Object.entries(world.getCountries('en'))
        .map(([country, name]) => ({ country, name, regions: regionsOf(world, country) }))
        .toSorted(byName)),

    /**
     * The whole days of one year on which a country, or a part of it, does not work: public holidays, and those of its
     * banks, since money does not move then. Substitute days count, longer feasts with every day.
     */
    daysOff: (country: string, region: string | null, year: number): Holidays['days'] => {
      return new Library(placeOf(country, region), { types: ['public', 'bank'], languages: 'en' })
        .getHolidays(year, 'en')
        .flatMap(wholeDays);
    },

    /** The zone most of it lives by: IANA. */
    zone: (country: string, region: string | null): string | null =>
      new Library(placeOf(country, region)).getTimezones()[0] ?? null,

    /** The first day of a feast in each of these years: two where the year is shorter, none where it slips out. */
    feastDays: (feast: Feast, years: readonly number[]): string[] => {
      const calendar = new Library();
      calendar.setHoliday(feastRules[feast], { name: feast, type: 'public' });
      return years.flatMap((year) => calendar.getHolidays(year).map(({ date }) => date.slice(0, 10)));
    },
  };
}
export type HolidayBook = ReturnType<typeof openHolidayBook>;

/**
 * `date` is the day as the country's own calendar has it (`2026-03-20 00:00:00 -0600` for one that begins at sunset
 * before); what begins at two in the afternoon is half a day, and no day off.
 */
function wholeDays({ date, start, end, name }: HolidaysTypes.Holiday): Holidays['days'] {
  if (!date.startsWith('00:00:00', 11)) return [];
  const length = Math.floor((end.getTime() - start.getTime()) / DAY_MS + CLOCK_CHANGE_DAYS);
  const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  return Array.from({ length }, (_, day) => ({
    day: new Date(first + day * DAY_MS).toISOString().slice(0, 10),
    name: name.replaceAll(/\s+/g, ' ').trim(),
  }));
}

function placeOf(country: string, region: string | null): HolidaysTypes.Country {
  const [state, part] = region?.split('-') ?? [];
  return { country, ...(state && { state }), ...(part && { region: part }) };
}

function regionsOf(world: Library, country: string): HolidayCountry['regions'] {
  return named(world.getStates(country, 'en'))
    .flatMap(([state, name]) => [
      { region: state, name },
      ...named(world.getRegions(country, state, 'en')).map(([part, partName]) => ({
        region: `${state}-${part}`,
        name: `${name}, ${partName}`,
      })),
    ])
    .toSorted(byName);
}

function named(names: Readonly<Record<string, string>> | undefined): (readonly [string, string])[] {
  return Object.entries(names ?? {}).filter(([code]) => REGION.test(code));
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name.localeCompare(b.name, 'en');
}
