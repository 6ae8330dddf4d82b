import type { ChangeDraft } from '../../shared/api/changeCalls.ts';
import { assessText } from '../../shared/change/assess.ts';
import type { ChangeFile } from '../../shared/change/changeFile.ts';
import { isTimed, type RequestText } from '../../shared/change/requestText.ts';
import type { ChangeId } from '../../shared/ids.ts';
import type { LifecycleState } from '../../shared/record/words.ts';
import { MINUTE_MS, toInstant, type Ms } from '../../shared/time/instant.ts';
import { freeSlots } from '../../shared/window/freeSlots.ts';
import type { FreeSlots } from '../../shared/window/slot.ts';
import { workOf } from '../../shared/window/work.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { movedTo } from './movedTo.ts';

/** The next whole quarter of an hour: nobody plans for 14:07. */
const GRID_MS = 15 * MINUTE_MS;
/** Others have agreed to these; their time is taken. */
const AGREED: ReadonlySet<LifecycleState> = new Set(['scheduled', 'implementing', 'validating']);

/** The next starts for this text, and why every earlier one is refused; none for a text without a length. */
export function slotsFor(
  { model, now }: DeskParts,
  text: RequestText,
  asked: { readonly from: Ms; readonly count: number; readonly revised: ChangeFile | null },
): FreeSlots {
  const work = isTimed(text) ? workOf(text) : null;
  if (!work || !isTimed(text)) return { slots: [], refused: [] };
  const context = model.assessContext();
  const agreed = new Set<ChangeId>();
  for (const { file, assessment } of model.living())
    if (AGREED.has(assessment.lifecycle.state)) agreed.add(file.change);
  return freeSlots(work, context.windows, {
    from: Math.ceil(asked.from / GRID_MS) * GRID_MS,
    count: asked.count,
    planned: { works: context.others, approved: (change) => agreed.has(change) },
    judge(start) {
      const { score, band } = assessText(movedTo(text, start), context, now(), asked.revised).risk;
      return { score, band };
    },
  });
}

/** Work of which nothing is known but where, what sort and how long: what a search for a slot asks about. */
export function someWork(
  places: Pick<ChangeDraft, 'services' | 'sites' | 'tenants' | 'environment' | 'category'>,
  start: Ms,
  minutes: number,
): ChangeDraft {
  return {
    ...places,
    title: '',
    summary: '',
    type: 'normal',
    implementer: '',
    timing: {
      earliestStart: toInstant(start),
      start: toInstant(start),
      minutes,
      latestEnd: toInstant(start + minutes * MINUTE_MS),
    },
    artifacts: [],
    plans: {
      implementation: '',
      validation: '',
      rollback: { steps: '', criteria: '', readiness: 'written' },
      communication: '',
      fallback: '',
    },
    data: 'reversible',
    phases: [],
  };
}
