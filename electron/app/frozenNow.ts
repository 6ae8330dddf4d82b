import type { FrozenNow } from '../../shared/api/appCalls.ts';
import type { Board } from '../../shared/ledger/board.ts';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import type { Ms } from '../../shared/time/instant.ts';
import type { BoardContext } from '../desk/boardContext.ts';

/** Which freezes hold at this instant? One entry a window; where each site has its own clock, the last to end. */
export function frozenNow({ board, windows }: BoardContext, now: Ms): FrozenNow[] {
  const frozen = windows.windows
    .filter(({ effect, standing }) => effect === 'freeze' && standing === 'published')
    .flatMap((window) => {
      const spans = windows.spans(window, { start: now, end: now + 1 });
      const last = spans.toSorted((a, b) => b.end - a.end)[0];
      if (!last) return [];
      return [
        { window: window.window, title: window.title, where: whereOf(window, board), zone: last.zone, until: last.end },
      ];
    })
    .toSorted((a, b) => a.until - b.until);
  // A freeze whose earlier text still applies is one freeze, until the later of the two ends.
  return frozen.filter(({ window }, n) => !frozen.slice(n + 1).some((later) => later.window === window));
}

/** What a window names, places first: `Lyon DC, Leeds DC and 3 more`, `Supplier EDI gateway`; `everywhere` when neither. */
export function whereOf({ scope }: WindowBody, board: Board): string {
  const sites = (scope.sites ?? []).map((site) => board.sites.get(site)?.name ?? site);
  const services = [...(scope.processes ?? []), ...(scope.services ?? [])];
  const names = sites.length > 0 ? sites : services.map((service) => board.services.get(service)?.name ?? service);
  if (names.length === 0) return 'everywhere';
  return names.length <= 3 ? names.join(', ') : `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
}
