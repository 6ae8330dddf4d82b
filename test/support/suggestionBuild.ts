import type { Schedule } from '../../shared/record/body/scheduleBody.ts';
import type { Effect } from '../../shared/record/words.ts';
import { allSuggestions } from '../../shared/suggest/allSuggestions.ts';
import { readValues } from '../../shared/suggest/readValues.ts';
import type { Given, Suggestion, SuggestionId } from '../../shared/suggest/suggestion.ts';
import { expandWindow } from '../../shared/window/expandWindow.ts';
import type { Span } from '../../shared/window/span.ts';
import { frenchHolidays } from './calendarFacts.ts';
import { at, aWindow } from './windowBuild.ts';

export const years = [2024, 2025, 2026, 2027, 2028, 2029, 2030] as const;

export function suggestionOf(id: SuggestionId): Suggestion {
  const found = allSuggestions.find((each) => each.id === id);
  if (!found) throw new RangeError(id);
  return found;
}

/** For France, with its holidays counted by this test's own arithmetic, and feasts as almanacs have them. */
export function scheduleOf(
  id: SuggestionId,
  values: Readonly<Record<string, string>> = {},
  given: Partial<Given> = {},
): Schedule | null {
  const suggestion = suggestionOf(id);
  const known = Array.from({ length: 9 }, (_, index) => 2023 + index);
  return suggestion.schedule({
    country: 'FR',
    year: 2023,
    lastYear: 2031,
    weekend: ['SA', 'SU'],
    holidays: suggestion.needs.holidays
      ? {
          name: 'France',
          source: 'FR',
          weekend: ['SA', 'SU'],
          through: '2031-12-31',
          days: known.flatMap(frenchHolidays).map((each) => ({ day: each })),
        }
      : null,
    feasts: {
      'eid-al-fitr': ['2024-04-10', '2025-03-30', '2026-03-20'],
      'eid-al-adha': ['2024-06-16', '2025-06-06', '2026-05-27'],
      'lunar-new-year': ['2024-02-10', '2025-01-29', '2026-02-17'],
    },
    value: readValues(suggestion, values),
    ...given,
  });
}

export function spansOf(schedule: Schedule, zone: string, effect: Effect): Span[] {
  const window = aWindow({ schedule, zone, effect });
  return expandWindow(window, new Map(), { start: at('2023-12-01T00:00'), end: at('2031-02-01T00:00') });
}

/** `2026-11-23T00:00 2026-12-02T00:00` of every occurrence that begins in the years. */
export function wallsOf(schedule: Schedule, zone: string, effect: Effect): string[] {
  return spansOf(schedule, zone, effect)
    .filter(({ startWall }) => '2024' <= startWall && startWall < '2031')
    .map(({ startWall, endWall }) => `${startWall} ${endWall}`);
}
