import type { ChangePreview } from '../../shared/api/changeCalls.ts';
import { assessText, type Assessment } from '../../shared/change/assess.ts';
import { materialDigest } from '../../shared/change/material.ts';
import { isTimed, type RequestText } from '../../shared/change/requestText.ts';
import { nextOpening } from '../../shared/window/timeObjections.ts';
import { workOf } from '../../shared/window/work.ts';
import type { Judged } from '../desk/changeShelf.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { unfinishedOf } from './requestOfDraft.ts';

/** Everything the form answers back. `revises` is the change whose text this would replace. */
export function previewOf(desk: DeskParts, text: RequestText, revises: Judged | null): ChangePreview {
  const { model, now } = desk;
  const context = model.assessContext();
  const assessment = assessText(text, context, now());
  const work = isTimed(text) ? workOf(text) : null;
  return {
    risk: assessment.risk,
    evidence: assessment.evidence,
    tally: revises ? tallyAfter(assessment, revises, text) : assessment.tally,
    hits: assessment.hits,
    collisions: assessment.collisions,
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

/** With the material unchanged the approvals stay, so the change's own tally is the one to show. */
function tallyAfter(assessment: Assessment, revises: Judged, text: RequestText): Assessment['tally'] {
  const kept = isTimed(text) && materialDigest(text) === revises.assessment.material;
  return kept ? revises.assessment.tally : assessment.tally;
}
