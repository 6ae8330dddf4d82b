import type { Board } from '../ledger/board.ts';
import { windowsInForce } from '../ledger/board.ts';
import { DAY_MS, type Period } from '../time/instant.ts';
import type { WindowContext } from '../window/windowContext.ts';
import type { Work } from '../window/work.ts';
import { closedStretches } from './closedStretches.ts';
import type { Compiled } from './compiled.ts';

/** A stretch that runs already is told from its true start, as far back as this. */
const LOOK_BACK_MS = 40 * DAY_MS;

const titles = (names: readonly string[]) => [...new Set(names)].slice(0, 5).join(', ');

/** Everything another tool must hold to close when the board does, and what it cannot be told. */
export function compileFor(
  work: Work,
  { board, windows }: { readonly board: Board; readonly windows: WindowContext },
  { period, subject, commit }: { readonly period: Period; readonly subject: string; readonly commit: string },
): Compiled {
  const seen = { start: period.start - LOOK_BACK_MS, end: period.end };
  const stretches = closedStretches(work, windows, seen).filter(({ end }) => end > period.start);
  const inScope = windowsInForce(board).filter((window) => windows.cover(window, work).length > 0);
  const softs = inScope.filter(({ effect }) => effect === 'soft-freeze').map(({ title }) => title);
  const freezes = inScope.filter(({ effect }) => effect === 'freeze');
  const finishing = freezes.filter(({ edge }) => edge === 'finish').map(({ title }) => title);
  const narrow = windowsInForce(board)
    .filter(({ scope, effect }) => effect !== 'peak' && !scope.everything && (scope.categories ?? scope.tenants))
    .filter((window) => !inScope.includes(window))
    .map(({ title }) => title);
  const beyond = stretches.filter(({ end }) => end >= period.end);
  return {
    subject,
    period,
    stretches,
    commit,
    notes: [
      ...(softs.length > 0 ? [`Closed although an owner's approval would open it: ${titles(softs)}`] : []),
      ...(freezes.length > 0 ? ['Waivers, break-glass and rollbacks cannot be told: they go through begin'] : []),
      ...(finishing.length > 0
        ? [`What runs when these begin may finish, which cannot be told: ${titles(finishing)}`]
        : []),
      ...(narrow.length > 0 ? [`Left out, other work or tenants than asked for: ${titles(narrow)}`] : []),
      ...(beyond.length > 0 ? ['Closed beyond the end of this file: compile again before it ends'] : []),
    ],
  };
}
