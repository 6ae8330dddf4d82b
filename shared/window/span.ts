import type { ServiceId, SiteId, WindowId } from '../ids.ts';
import type { Effect } from '../record/words.ts';
import type { Ms, Wall } from '../time/instant.ts';

/** One occurrence of a window, half-open, in one zone. */
export interface Span {
  readonly window: WindowId;
  readonly effect: Effect;
  readonly start: Ms;
  readonly end: Ms;
  readonly startWall: Wall;
  /** As the text says, or where the text gives a length, what the clock shows when that has passed. */
  readonly endWall: Wall;
  readonly zone: string;
  /** Which one of a list of dates it is: "Easter Monday". */
  readonly name?: string;
  /** Set when the window runs on each site's own clock: the site this span is for. */
  readonly site?: SiteId;
  /** The text was ambiguous or skipped on a clock-change night and was read wide (deny) or narrow (allow). */
  readonly clockChange?: 'start' | 'end' | 'both';
}

/** One cell of a question: what is touched, where, for whom. */
export interface Place {
  readonly service: ServiceId | null;
  readonly site: SiteId | null;
  readonly tenant: string | null;
}

/** A planned change meets a window. */
export interface WindowHit {
  readonly span: Span;
  readonly title: string;
  readonly owner: string;
  readonly effect: Effect;
  /** The cells of the change that the window covers. */
  readonly places: readonly Place[];
  /** For reach `feeders`: from the touched service to the one in scope; one id when direct. */
  readonly path: readonly ServiceId[];
  /** The part of the change's time that lies inside. */
  readonly start: Ms;
  readonly end: Ms;
}
