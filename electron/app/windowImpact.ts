import type { WindowImpact } from '../../shared/api/windowCalls.ts';
import { assess, type AssessContext } from '../../shared/change/assess.ts';
import { shownText } from '../../shared/change/changeFile.ts';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import { HOUR_MS, type Ms, type Period } from '../../shared/time/instant.ts';
import { hitsOf } from '../../shared/window/hitsOf.ts';
import { joinedCalendar } from '../../shared/window/joinedCalendar.ts';
import type { WindowHit } from '../../shared/window/span.ts';
import { objectionsAt } from '../../shared/window/timeObjections.ts';
import { createWindowContext, type WindowContext } from '../../shared/window/windowContext.ts';
import { workOf, type Work } from '../../shared/window/work.ts';
import type { Judged } from '../desk/changeShelf.ts';
import { swallowedMaintenance } from './swallowedMaintenance.ts';

const SHOWN_HITS = 200;
const SHOWN_MAINTENANCE = 50;
const SOON_MS = 48 * HOUR_MS;

export interface ImpactGiven {
  /** The windows' present texts: what they hit already is nothing new. */
  readonly present: readonly WindowBody[];
  readonly living: Iterable<Judged>;
  /** What changes are judged in now. */
  readonly context: AssessContext;
  readonly now: Ms;
}

interface Hit {
  readonly judged: Judged;
  readonly period: Period;
}

/**
 * What would these windows newly stop if they were published? The changes planned in them (for one that closes its outside,
 * those planned outside), the approvals that would no longer suffice, and the maintenance that lies in them.
 * Changes that their present texts hit at the same time are not new.
 */
export function windowImpact(
  drafts: readonly WindowBody[],
  { present, living, context, now }: ImpactGiven,
): WindowImpact {
  const { sites, topology } = context.windows;
  const calendarOf = (windows: readonly WindowBody[]) => createWindowContext({ windows, sites, topology });
  const after = calendarOf(drafts.map((draft) => ({ ...draft, standing: 'published' })));
  const before = calendarOf(present.filter(({ standing }) => standing === 'published'));
  const hits = [...living].flatMap((judged): Hit[] => {
    const work = workOf(shownText(judged.file));
    if (!work || work.end <= now) return [];
    const fresh = freshPeriods(work, before, after);
    if (fresh.length === 0) return [];
    const start = Math.min(...fresh.map((period) => period.start));
    return [{ judged, period: { start, end: Math.max(...fresh.map(({ end }) => end)) } }];
  });
  const replaced = new Set(present.map(({ window }) => window));
  const windows = joinedCalendar(context.windows, after, ({ window }) => replaced.has(window));
  const works = new Map(context.others.map((work) => [work.change, work]));
  const lost = new Map(
    hits.map(({ judged }) => [
      judged,
      approvalsLost(judged, { ...context, windows, others: metBy(judged, works) }, now),
    ]),
  );
  const voided = [...lost.values()].filter((count) => count > 0);
  const swallowed = swallowedMaintenance(after, context.windows, now);
  return {
    hits: hits
      .toSorted((a, b) => a.period.start - b.period.start)
      .slice(0, SHOWN_HITS)
      .map(({ judged, period }) => ({
        row: judged.entry.row,
        approved: isApproved(judged),
        voids: lost.get(judged) ?? 0,
        ...period,
      })),
    planned: hits.length,
    approved: hits.filter(({ judged }) => isApproved(judged)).length,
    emergencies: hits.filter(({ judged }) => judged.entry.row.type === 'emergency').length,
    within48Hours: hits.filter(({ period }) => period.start < now + SOON_MS).length,
    approvalsVoided: voided.reduce((sum, count) => sum + count, 0),
    changesVoided: voided.length,
    maintenanceSwallowed: swallowed.slice(0, SHOWN_MAINTENANCE),
    maintenanceCount: swallowed.length,
  };
}

export const noImpact: WindowImpact = {
  hits: [],
  planned: 0,
  approved: 0,
  emergencies: 0,
  within48Hours: 0,
  approvalsVoided: 0,
  changesVoided: 0,
  maintenanceSwallowed: [],
  maintenanceCount: 0,
};

function freshPeriods(work: Work, before: WindowContext, after: WindowContext): Period[] {
  const fresh = hitsOf(work, after).filter(({ effect }) => effect !== 'maintenance');
  const known = fresh.length > 0 ? new Set(hitsOf(work, before).map(extent)) : null;
  const isClosed = (context: WindowContext) =>
    context.windows.some(({ closedOutside }) => closedOutside) &&
    objectionsAt(work, context, work.start).some(({ code }) => code === 'closed-outside');
  return [
    ...fresh.filter((hit) => !known?.has(extent(hit))),
    ...(isClosed(after) && !isClosed(before) ? [{ start: work.start, end: work.end }] : []),
  ];
}

/** How many approvals that suffice now would not, once the window is in force? */
function approvalsLost({ file, assessment }: Judged, context: AssessContext, now: Ms): number {
  const { tally } = assessment;
  if (!tally.complete) return 0;
  const given = tally.decisions.filter(
    ({ standing, verdict }) => standing === 'counts' && verdict === 'approve',
  ).length;
  return given === 0 || assess(file, context, now).tally.complete ? 0 : given;
}

/** No window changes what a change collides with: only those need to be asked about again. */
function metBy({ assessment }: Judged, works: ReadonlyMap<string | null, Work>): readonly Work[] {
  return assessment.collisions.flatMap((collision) => works.get(collision.other) ?? []);
}

function isApproved({ assessment: { lifecycle } }: Judged): boolean {
  return lifecycle.state === 'scheduled' || lifecycle.state === 'implementing';
}

function extent({ effect, start, end }: WindowHit): string {
  return `${effect} ${start} ${end}`;
}
