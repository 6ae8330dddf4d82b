import { TidegateError } from '../../../shared/errors.ts';
import type { Catalogue } from '../../../shared/api/mapCalls.ts';
import type { WindowBody } from '../../../shared/record/body/windowBody.ts';
import type { Ms } from '../../../shared/time/instant.ts';
import { draftOf, type WindowForm } from '../../../shared/view/windowForm.ts';
import { nextOccurrences } from '../../../shared/window/occurrences.ts';
import { scheduleProblems } from '../../../shared/window/scheduleProblems.ts';
import type { Span } from '../../../shared/window/span.ts';
import { emptyIn } from './missingIn.ts';

const SHOWN = 10;

/**
 * When the window comes, worked out here: for a form that the board cannot read as a whole yet, because a title or what
 * it covers is missing. Empty while the schedule itself cannot be read.
 */
export function foreseenSpans(form: WindowForm, { sites }: Catalogue, now: Ms): readonly Span[] {
  if (emptyIn(form.when).length > 0) return [];
  const draft = draftOf(form);
  const body = { ...draft, window: 'new-window', standing: 'published', follows: [] } as WindowBody; // times are read alone
  const known = new Map(sites.map((site) => [site.site, site]));
  try {
    return scheduleProblems(body).length > 0 ? [] : nextOccurrences(body, known, now, SHOWN);
  } catch (cause) {
    if (cause instanceof TidegateError) return [];
    throw cause;
  }
}
