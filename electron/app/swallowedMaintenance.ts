import type { SwallowedMaintenance } from '../../shared/api/windowCalls.ts';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import { DAY_MS, type Ms } from '../../shared/time/instant.ts';
import { mayOpen } from '../../shared/window/scopeWithin.ts';
import type { Span } from '../../shared/window/span.ts';
import type { WindowContext } from '../../shared/window/windowContext.ts';

const AHEAD_MS: Ms = 400 * DAY_MS;

/**
 * Which occurrences of maintenance in the next 400 days lie in a drafted freeze, wholly or in part, on places of both? By
 * start; on site clocks each zone counts once.
 */
export function swallowedMaintenance(drafted: WindowContext, calendar: WindowContext, now: Ms): SwallowedMaintenance[] {
  const found = new Map<string, SwallowedMaintenance>();
  const freezes = drafted.windows.filter(({ effect }) => effect === 'freeze' || effect === 'soft-freeze');
  for (const draft of freezes)
    for (const each of swallowedBy(draft, drafted, calendar, now)) {
      const key = `${each.window} ${each.start} ${each.end}`;
      if (each.whole || !found.has(key)) found.set(key, each);
    }
  return [...found.values()].toSorted((a, b) => a.start - b.start);
}

function swallowedBy(
  draft: WindowBody,
  drafted: WindowContext,
  calendar: WindowContext,
  now: Ms,
): Iterable<SwallowedMaintenance> {
  const isMet = (window: WindowBody) =>
    window.effect === 'maintenance' &&
    window.standing === 'published' &&
    window.window !== draft.window &&
    mayOpen(window, draft);
  const maintenance = calendar.windows.filter(isMet);
  if (maintenance.length === 0) return [];
  const found = new Map<string, SwallowedMaintenance>();
  for (const frozen of apart(drafted.spans(draft, { start: now, end: now + AHEAD_MS })))
    for (const body of maintenance)
      for (const { start, end, zone, site } of calendar.spans(body, frozen)) {
        if (site !== undefined && frozen.sites && !frozen.sites.has(site)) continue;
        const whole = frozen.start <= start && end <= frozen.end;
        const key = `${body.window} ${start} ${end} ${zone}`;
        if (whole || !found.has(key)) found.set(key, { window: body.window, title: body.title, start, end, whole });
      }
  return found.values();
}

interface Frozen {
  readonly start: Ms;
  readonly end: Ms;
  /** The sites on whose clocks it is this; null for all. */
  readonly sites: Set<string> | null;
}

/** Each stretch once, with the sites it is for. */
function apart(spans: readonly Span[]): Frozen[] {
  const found = new Map<string, Frozen>();
  for (const { start, end, site } of spans) {
    const key = `${start} ${end}`;
    const known = found.get(key);
    if (known && site !== undefined) known.sites?.add(site);
    else if (!known) found.set(key, { start, end, sites: site === undefined ? null : new Set([site]) });
  }
  return [...found.values()];
}
