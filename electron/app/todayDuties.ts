import type { BrokenGlass, Duty } from '../../shared/api/waiverCalls.ts';
import { shownText } from '../../shared/change/changeFile.ts';
import { awaitsReview } from '../../shared/change/lifecycle.ts';
import type { WaiverStanding } from '../../shared/waiver/waiverStanding.ts';
import { rolesAt } from '../desk/acting.ts';
import type { Judged } from '../desk/changeShelf.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { standingsOf, voicesOf } from './waiverViews.ts';

/** Waivers to sign, signatures owed for broken glass, reviews due: what waits for the reader, soonest first. */
export function todayDuties({ model, acting, now }: DeskParts): Duty[] {
  const context = model.context();
  const member = acting.reader();
  const roles = rolesAt(member, now());
  const duties: Duty[] = [];
  for (const judged of model.living()) {
    const { change } = judged.file;
    const { title, implementer } = shownText(judged.file);
    for (const standing of standingsOf(judged, context, now())) {
      if (voicesOf(standing, judged, member, context, now()).length === 0) continue;
      const titles = windowTitles(standing, context.board.windows);
      const isDebt = standing.debtDueAt !== null;
      const about = isDebt ? `Sign for the glass broken for ${titles}` : `Sign the waiver for ${titles}`;
      const due = standing.debtDueAt ?? standing.ends;
      duties.push({ what: isDebt ? 'debt' : 'cosign', change, title, about, due });
    }
    const isMine = member.person === implementer || roles.includes('change-manager');
    if (isMine && awaitsReview(judged.assessment.lifecycle))
      duties.push({ what: 'review', change, title, about: 'Review what happened', due: null });
  }
  return duties.toSorted((a, b) => (a.due ?? Infinity) - (b.due ?? Infinity));
}

function windowTitles(
  { waiver }: WaiverStanding,
  windows: ReadonlyMap<string, readonly { readonly record: { readonly body: { readonly title: string } } }[]>,
): string {
  return waiver.record.body.windows.map((id) => windows.get(id)?.[0]?.record.body.title ?? id).join(', ');
}

/** Glass that is broken now, or that a run which is under way was begun with. */
export function brokenGlass({ model, now }: DeskParts): BrokenGlass[] {
  const context = model.context();
  return [...model.living()].flatMap((judged) =>
    standingsOf(judged, context, now())
      .filter((standing) => isActive(standing, judged))
      .map(({ waiver, ends, state }) => ({
        change: judged.file.change,
        title: shownText(judged.file).title,
        by: waiver.record.signed.by,
        incident: waiver.record.body.breakGlass?.incident ?? '',
        ends,
        isRunning: state === 'used',
      })),
  );
}

function isActive({ isBreakGlass, state }: WaiverStanding, { assessment }: Judged): boolean {
  if (!isBreakGlass) return false;
  return state === 'in-force' || (state === 'used' && assessment.lifecycle.state === 'implementing');
}
