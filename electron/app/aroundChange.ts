import type { AroundChange } from '../../shared/api/waiverCalls.ts';
import { isInReach } from '../../shared/approval/inReach.ts';
import { conflictedPeople } from '../../shared/approval/readDecisions.ts';
import { shownText } from '../../shared/change/changeFile.ts';
import type { Verdict } from '../../shared/gate/verdict.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import { toMs } from '../../shared/time/instant.ts';
import { freezeOwners } from '../../shared/waiver/freezeOwners.ts';
import { heldAt, rolesAt } from '../desk/acting.ts';
import { isSettled } from '../desk/changeEntry.ts';
import type { Judged } from '../desk/changeShelf.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { waiverViews } from './waiverViews.ts';

/** Waivers, reviews and comments of a change, and what the reader may add. */
export function aroundChange({ model, acting, now }: DeskParts, judged: Judged, verdict: Verdict): AroundChange {
  const { file, assessment } = judged;
  const context = model.context();
  const { board, topology } = context;
  const member = acting.reader();
  const roles = rolesAt(member, now());
  const text = shownText(file);
  const settled = isSettled(assessment) || text.imported !== undefined || file.current === null;
  const freezes = frozenBy(judged, verdict);
  const asks = roles.includes('requester') || roles.includes('implementer');
  const breaks = heldAt(member, now()).some(
    ({ role, reach }) => role === 'break-glass' && isInReach([reach], text, topology),
  );
  return {
    waivers: waiverViews(judged, member, context, { now: now(), isUnsent: model.isUnsent }),
    reviews: file.reviews.map(({ digest, record: { body, signed } }) => ({
      digest,
      by: signed.by,
      at: toMs(signed.at),
      outcome: body.outcome,
      summary: body.summary,
      causes: body.causes,
      actions: body.actions.map(({ what }) => what),
    })),
    comments: file.comments.map((comment: Filed<'comment'>) => ({
      digest: comment.digest,
      by: comment.record.signed.by,
      at: toMs(comment.record.signed.at),
      text: comment.record.body.text,
      unsent: model.isUnsent(comment.path),
    })),
    liftable: freezes.map((window) => ({
      window,
      title: board.windows.get(window)?.[0]?.record.body.title ?? window,
      owners: freezeOwners(board, [window]),
    })),
    mayWaive: !settled && asks && freezes.length > 0,
    mayBreakGlass:
      !settled &&
      breaks &&
      freezes.length > 0 &&
      (text.incident ?? '') !== '' &&
      !conflictedPeople(file).has(member.person),
    mayReview:
      text.imported === undefined &&
      file.receipts.length > 0 &&
      (roles.includes('implementer') || roles.includes('change-manager')),
    mayComment: member.person !== '',
  };
}

/** The freezes that its planned time meets, and those that would stop it now. */
function frozenBy({ assessment }: Judged, { reasons }: Verdict): string[] {
  const planned = assessment.hits.filter(({ effect }) => effect === 'freeze').map(({ span }) => span.window);
  const now = reasons.flatMap(({ code, record = '' }) => (code === 'freeze' ? [record.replace(/^window\//, '')] : []));
  return [...new Set([...now, ...planned])];
}
