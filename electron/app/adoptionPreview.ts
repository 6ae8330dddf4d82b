import type { AdoptionPreview } from '../../shared/api/exchangeCalls.ts';
import type { WindowDraft } from '../../shared/api/windowCalls.ts';
import { scheduleProblems } from '../../shared/window/scheduleProblems.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { noImpact, windowImpact } from './windowImpact.ts';
import { publishedBody, unknownNames } from './windowPreview.ts';
import { windowSides } from './windowSides.ts';

/** Stands where a new window has no name yet; never signed. */
const UNNAMED = 'new-window';

/** What several windows would stop together, were they published; what is wrong with each. */
export function adoptionPreview(
  desk: DeskParts,
  entries: readonly { readonly window: string | null; readonly draft: WindowDraft }[],
): AdoptionPreview {
  const { model, scribe, now } = desk;
  const problems = entries.flatMap(({ draft }, entry) =>
    [...scheduleProblems(draft), ...unknownNames(draft, desk)].map(({ problem }) => ({
      entry,
      title: draft.title,
      problem,
    })),
  );
  if (problems.length > 0) return { impact: noImpact, problems, mayPublish: false };
  const sides = entries.map(({ window }) => (window === null ? [] : windowSides(model.context(), window)));
  const bodies = entries.map(({ window, draft }, index) =>
    publishedBody(
      draft,
      window ?? `${UNNAMED}-${String(index)}`,
      (sides[index] ?? []).map(({ digest }) => digest),
    ),
  );
  return {
    impact: windowImpact(bodies, {
      present: sides.flat().map(({ record }) => record.body),
      living: model.living(),
      context: model.assessContext(),
      now: now(),
    }),
    problems,
    mayPublish: bodies.every((body) => scribe.standing({ kind: 'window', body }) === 'counted'),
  };
}
