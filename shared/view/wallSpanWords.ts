import type { Wall } from '../time/instant.ts';
import { dayWords, wallWords } from './repeatWords.ts';
import { addWallDays } from './wallMath.ts';

/** `Fri 25 Dec 2026, 18:00 to 22:00`; whole days by their last one: `Thu 24 Dec 2026 through Fri 2 Jan 2027`. */
export function spanWords(start: Wall, end: Wall): string {
  if (start.endsWith('T00:00') && end.endsWith('T00:00')) {
    const last = addWallDays(end, -1);
    return last.slice(0, 10) === start.slice(0, 10) ? dayWords(start) : `${dayWords(start)} through ${dayWords(last)}`;
  }
  return `${wallWords(start)} to ${start.slice(0, 10) === end.slice(0, 10) ? end.slice(11) : wallWords(end)}`;
}
