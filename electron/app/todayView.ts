import type { TodayView } from '../../shared/api/calendarCalls.ts';
import type { ChangeFilter } from '../../shared/api/filter.ts';
import type { ChangeRow } from '../../shared/api/changeCalls.ts';
import type { LifecycleState } from '../../shared/record/words.ts';
import { DAY_MS, HOUR_MS } from '../../shared/time/instant.ts';
import { quarterAt } from '../../shared/time/quarter.ts';
import { nextOccurrences } from '../../shared/window/occurrences.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { shownTexts } from './calendarSpans.ts';
import { whereOf } from './frozenNow.ts';
import { glassBroken } from './glassBroken.ts';
import { unreadRenumbered } from './renumberedChanges.ts';
import { brokenGlass, todayDuties } from './todayDuties.ts';

const OPEN: readonly LifecycleState[] = [
  'assessment',
  'authorization',
  'scheduled',
  'implementing',
  'validating',
  'review',
];
const FREEZES_AHEAD_MS = 60 * DAY_MS;
const LOOKED_BACK_MS = 90 * DAY_MS;
const SHOWN_ROWS = 12;

/** What needs the acting member today, and the board's own numbers; what has lost its number is read apart. */
export function todayView(desk: DeskParts): Omit<TodayView, 'lost'> {
  const { acting, catalog, now } = desk;
  const me = acting.reader().person;
  const rows = (filter: ChangeFilter): readonly ChangeRow[] =>
    catalog.find.page(filter, me, { by: 'start', descending: false }, 0, SHOWN_ROWS).rows;
  const soon = catalog.find
    .bars({ states: ['authorization', 'scheduled'] }, me, { start: now(), end: now() + 7 * DAY_MS })
    .filter(({ start }) => start >= now());
  return {
    broken: brokenGlass(desk),
    renumbered: unreadRenumbered(desk),
    duties: todayDuties(desk),
    waiting: rows({ mine: 'waiting' }),
    freezes: freezes(desk),
    inFlight: rows({ states: ['implementing', 'validating'] }),
    next: soon.slice(0, SHOWN_ROWS).flatMap(({ change }) => catalog.find.row(change) ?? []),
    mine: [...rows({ mine: 'requested', states: [...OPEN] }), ...rows({ mine: 'implementing', states: [...OPEN] })]
      .filter((row, index, all) => all.findIndex(({ change }) => change === row.change) === index)
      .toSorted((a, b) => (a.start ?? 0) - (b.start ?? 0)),
    numbers: numbers(desk, soon.length),
  };
}

function freezes({ model, now }: DeskParts): TodayView['freezes'] {
  const context = model.context();
  return shownTexts(context)
    .filter((window) => window.effect === 'freeze' && context.windows.faultOf(window) === null)
    .flatMap((window) => {
      const fades = context.windows.fadesAt(window);
      const [span] = nextOccurrences(window, context.board.sites, now(), 1);
      if (!span || span.start > Math.min(now() + FREEZES_AHEAD_MS, fades ?? Infinity)) return [];
      const proposed = window.standing === 'proposed';
      const running = span.start <= now() && !proposed;
      const end = Math.min(span.end, fades ?? span.end);
      return [{ ...span, end, title: window.title, proposed, running, where: whereOf(window, context.board) }];
    })
    .toSorted((a, b) => a.start - b.start);
}

function numbers(desk: DeskParts, next7Days: number): TodayView['numbers'] {
  const { catalog, model, acting, now } = desk;
  const quarter = quarterAt(now());
  const me = acting.reader().person;
  const since = now() - LOOKED_BACK_MS;
  const recent = { start: since, end: now() };
  const worked = catalog.find.bars({ states: ['closed', 'review', 'validating', 'implementing'] }, me, recent).length;
  const emergencies = catalog.find.bars(
    { states: ['closed', 'review', 'validating', 'implementing'], types: ['emergency'] },
    me,
    recent,
  ).length;
  const { closed, failed } = catalog.outcomes.overall(since);
  const approval = catalog.outcomes.medianApproval(since);
  return {
    open: catalog.find.count({ states: [...OPEN] }, me),
    next7Days,
    frozenHits: [...model.living()].filter(({ assessment }) =>
      assessment.hits.some(({ effect }) => effect === 'freeze'),
    ).length,
    emergencyShare: worked === 0 ? null : emergencies / worked,
    failureRate: closed === 0 ? null : failed / closed,
    medianApprovalHours: approval === null ? null : approval / HOUR_MS,
    brokenGlass: glassBroken(desk, model.board()).filter((at) => at >= quarter.start && at < quarter.end).length,
    quarter: quarter.name,
  };
}
