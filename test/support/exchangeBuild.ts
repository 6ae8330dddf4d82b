import type { ReadWindow } from '../../shared/exchange/windowReading.ts';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import type { Period } from '../../shared/time/instant.ts';
import { expandWindow } from '../../shared/window/expandWindow.ts';
import { aSite, aWindow } from './windowBuild.ts';

/** An imported window as the body that its import would sign. */
export function asBody(read: ReadWindow, given: Partial<WindowBody> = {}): WindowBody {
  const { title, effect, closedOutside, zone, schedule } = read;
  return aWindow({ title, effect, closedOutside, zone: zone ?? 'UTC', schedule, ...given });
}

/** What these windows cover together within the period, as `start/end` in UTC to the second. */
export function covered(bodies: readonly WindowBody[], period: Period): string[] {
  const sites = new Map(
    [aSite('lyon'), aSite('newark', 'America/New_York'), aSite('sydney', 'Australia/Sydney')].map((site) => [
      site.site,
      site,
    ]),
  );
  const joined: { start: number; end: number }[] = [];
  const spans = bodies.flatMap((body) => expandWindow(body, sites, period));
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    const [from, to] = [Math.max(start, period.start), Math.min(end, period.end)];
    if (last && from <= last.end) last.end = Math.max(last.end, to);
    else joined.push({ start: from, end: to });
  }
  return joined.map(({ start, end }) => `${new Date(start).toISOString()}/${new Date(end).toISOString()}`);
}

/** A calendar file of these entries, each a list of lines. */
export function calendar(...entries: readonly (readonly string[])[]): string {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN'];
  for (const entry of entries) lines.push('BEGIN:VEVENT', ...entry, 'END:VEVENT');
  return [...lines, 'END:VCALENDAR', ''].join('\r\n');
}
