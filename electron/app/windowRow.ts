import type { WindowRow } from '../../shared/api/windowCalls.ts';
import { personName, type Board } from '../../shared/ledger/board.ts';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import type { Ms } from '../../shared/time/instant.ts';
import { nextOccurrences } from '../../shared/window/occurrences.ts';
import { scheduleProblems } from '../../shared/window/scheduleProblems.ts';
import { scopeSentence } from '../../shared/window/scopeSentence.ts';
import type { Span } from '../../shared/window/span.ts';

type Names = Parameters<typeof scopeSentence>[1];

/** How the board names what a scope lists. */
export function namesOf(board: Board): Names {
  return {
    site: (id) => board.sites.get(id)?.name ?? id,
    service: (id) => board.services.get(id)?.name ?? id,
  };
}

/** One line of the list of windows; the first side of a fork speaks for both. */
export function windowRow(body: WindowBody, forked: boolean, board: Board, now: Ms): WindowRow {
  const next = soonest(body, board, now);
  return {
    window: body.window,
    title: body.title,
    effect: body.effect,
    owner: body.owner,
    ownerName: personName(board, body.owner),
    standing: body.standing,
    forked,
    sentence: scopeSentence(body, namesOf(board)),
    zone: body.zone,
    next,
    running: next !== null && next.start <= now,
    fault: faultIn(body),
    sites: body.scope.sites?.filter((site) => !body.scope.except?.sites?.includes(site)) ?? null,
    holidaysThrough: ('holidays' in body.schedule && body.schedule.holidays?.through) || null,
  };
}

/** What its owner must hear before all else: nobody reads this rule as they meant it. */
function faultIn(body: WindowBody): string | null {
  const [problem] = scheduleProblems(body);
  if (!problem) return null;
  const says = body.effect === 'maintenance' ? 'it never opens' : 'it holds always';
  return `${problem.problem} Until it is revised ${says}.`;
}

/** The occurrence that runs, else the next; null for a schedule that has none or cannot be read. */
function soonest(body: WindowBody, board: Board, now: Ms): Span | null {
  try {
    return nextOccurrences(body, board.sites, now, 1)[0] ?? null;
  } catch {
    return null;
  }
}
