import type { Effect } from '../record/words.ts';
import type { WindowBody } from '../record/body/windowBody.ts';
import type { Period } from '../time/instant.ts';
import { onClock } from './hitsOf.ts';
import type { Cover } from './scopeReader.ts';
import type { Span } from './span.ts';
import type { WindowContext } from './windowContext.ts';
import type { Work } from './work.ts';

/** A published window and the cells of one work that it covers. */
export interface HeldWindow {
  readonly window: WindowBody;
  readonly covers: readonly Cover[];
}

/** The windows that can ever object to a work, or lift an objection. */
export interface HeldWindows {
  readonly freezes: readonly HeldWindow[];
  readonly softFreezes: readonly HeldWindow[];
  /** Maintenance, read narrow: what it lifts. */
  readonly lifting: readonly HeldWindow[];
  /** Maintenance that closes its outside, read wide: what it denies. */
  readonly closing: readonly HeldWindow[];
}

const remembered = new WeakMap<WindowContext, WeakMap<Work, HeldWindows>>();

/** Which windows of the board matter to this work at any time? Remembered per work. */
export function heldWindows(work: Work, context: WindowContext): HeldWindows {
  const known = remembered.get(context)?.get(work);
  if (known) return known;
  const made: HeldWindows = {
    freezes: held(work, context, 'freeze', true),
    softFreezes: held(work, context, 'soft-freeze', true),
    lifting: held(work, context, 'maintenance', false),
    closing: held(work, context, 'maintenance', true).filter(({ window }) => window.closedOutside),
  };
  const works = remembered.get(context) ?? new WeakMap<Work, HeldWindows>();
  remembered.set(context, works.set(work, made));
  return made;
}

function held(work: Work, context: WindowContext, effect: Effect, wide: boolean): HeldWindow[] {
  return context.windows
    .filter((window) => window.effect === effect && window.standing === 'published')
    .map((window) => ({ window, covers: context.coverRead(window, work, wide) }))
    .filter(({ covers }) => covers.length > 0);
}

/** The occurrences that touch the period, each with the cells for which it counts. */
export function heldSpans(
  { window, covers }: HeldWindow,
  context: WindowContext,
  period: Period,
): { readonly span: Span; readonly covers: readonly Cover[] }[] {
  return context
    .spansFor(window, covers, period)
    .map((span) => ({ span, covers: onClock(covers, span) }))
    .filter((each) => each.covers.length > 0);
}
