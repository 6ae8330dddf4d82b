import type { WindowBody } from '../record/body/windowBody.ts';
import type { WindowContext } from './windowContext.ts';

/** One calendar with the windows of another beside its own; neither reads anew what it has read before. */
export function joinedCalendar(
  base: WindowContext,
  added: WindowContext,
  isReplaced: (window: WindowBody) => boolean,
): WindowContext {
  const own = new Set(added.windows);
  const of = (window: WindowBody) => (own.has(window) ? added : base);
  return {
    ...base,
    windows: [...base.windows.filter((window) => !isReplaced(window)), ...added.windows],
    spans: (window, period) => of(window).spans(window, period),
    spansFor: (window, covers, period) => of(window).spansFor(window, covers, period),
    mayHit: (work) => [...base.mayHit(work).filter((window) => !isReplaced(window)), ...added.mayHit(work)],
    nextStart: (window, covers, period) => of(window).nextStart(window, covers, period),
    cover: (window, work) => of(window).cover(window, work),
    coverRead: (window, work, wide) => of(window).coverRead(window, work, wide),
    faultOf: (window) => of(window).faultOf(window),
    fadesAt: (window) => of(window).fadesAt(window),
  };
}
