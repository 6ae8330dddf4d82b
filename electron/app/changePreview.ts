import type { ChangePreview } from '../../shared/api/changeCalls.ts';
import { assessText } from '../../shared/change/assess.ts';
import { materialDigest } from '../../shared/change/material.ts';
import { staleByStart } from '../../shared/change/staleByStart.ts';
import { isTimed, type RequestText } from '../../shared/change/requestText.ts';
import { nextOpening } from '../../shared/window/timeObjections.ts';
import { workOf } from '../../shared/window/work.ts';
import type { Judged } from '../desk/changeShelf.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { unfinishedOf } from './requestOfDraft.ts';

/** Everything the form answers back. `revises` is the change whose text this would replace: what was filed for it counts. */
export function previewOf(desk: DeskParts, text: RequestText, revises: Judged | null): ChangePreview {
  const { model, now } = desk;
  const context = model.assessContext();
  const assessment = assessText(text, context, now(), revises?.file);
  const work = isTimed(text) ? workOf(text) : null;
  return {
    risk: assessment.risk,
    evidence: assessment.evidence,
    tally: assessment.tally,
    hits: assessment.hits,
    collisions: assessment.collisions,
    staleByStart: staleByStart(assessment.evidence),
    nextOpening: work && nextOpening(work, context.windows, work.start),
    unfinished: unfinishedOf(text, model.board()),
    voids: voidsOf(text, revises),
  };
}

/** How many approvals that count would go stale with this text? */
export function voidsOf(text: RequestText, revises: Judged | null): number {
  if (!revises || !isTimed(text) || materialDigest(text) === revises.assessment.material) return 0;
  return revises.assessment.tally.decisions.filter(
    ({ standing, verdict }) => standing === 'counts' && verdict === 'approve',
  ).length;
}
