import type { AdoptionPreview } from '../../shared/api/exchangeCalls.ts';
import type { WindowDraft } from '../../shared/api/windowCalls.ts';
import { scheduleProblems } from '../../shared/window/scheduleProblems.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { noImpact, windowImpact } from './windowImpact.ts';
import { publishedBody, unknownNames } from './windowPreview.ts';
import { looseningOf } from './windowLoosening.ts';
import { followed, windowSides } from './windowSides.ts';

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
  if (problems.length > 0) return { impact: noImpact, problems, mayPublish: false, loosens: [] };
  const context = model.context();
  const sides = entries.map(({ window }) => (window === null ? [] : windowSides(context, window)));
  const bodies = entries.map(({ window, draft }, index) =>
    publishedBody(draft, window ?? `${UNNAMED}-${String(index)}`, window === null ? [] : followed(context, window)),
  );
  const mayPublish = bodies.every((body) => scribe.standing({ kind: 'window', body }) === 'counted');
  return {
    impact: windowImpact(bodies, {
      present: sides.flat().map(({ record }) => record.body),
      living: model.living(),
      context: model.assessContext(),
      now: now(),
    }),
    problems,
    mayPublish,
    loosens: !mayPublish
      ? []
      : bodies.flatMap((body, index) => {
          const loosens = (sides[index] ?? []).length > 0 ? looseningOf(desk, body) : null;
          return loosens ? [{ title: body.title, loosens }] : [];
        }),
  };
}
