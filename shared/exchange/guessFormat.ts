import type { WindowFormat } from './windowReading.ts';

/** Which format is this file probably in? Null when nothing in its name or text says. */
export function guessFormat(name: string, text: string): WindowFormat | null {
  return /\.ics$/i.test(name) || text.includes('BEGIN:VCALENDAR') ? 'ics' : null;
}
