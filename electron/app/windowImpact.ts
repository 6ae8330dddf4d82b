import type { WindowImpact } from '../../shared/api/windowCalls.ts';
import { shownText } from '../../shared/change/changeFile.ts';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import { HOUR_MS, type Ms } from '../../shared/time/instant.ts';
import { hitsOf } from '../../shared/window/hitsOf.ts';
import type { WindowHit } from '../../shared/window/span.ts';
import { createWindowContext } from '../../shared/window/windowContext.ts';
import { workOf } from '../../shared/window/work.ts';
import type { BoardContext } from '../desk/boardContext.ts';
import type { Judged } from '../desk/changeShelf.ts';

const SHOWN_HITS = 200;
const SOON_MS = 48 * HOUR_MS;

/**
 * Which planned changes would this window newly hit if it were published?
 * Changes that the window's present revisions hit at the same time are not new.
 */
export function windowImpact(
  drafts: readonly WindowBody[],
  present: readonly WindowBody[],
  living: Iterable<Judged>,
  { board, topology }: BoardContext,
  now: Ms,
): WindowImpact {
  const contextWith = (windows: readonly WindowBody[]) =>
    createWindowContext({ windows, sites: board.sites, topology });
  const after = contextWith(drafts.map((draft) => ({ ...draft, standing: 'published' })));
  const before = contextWith(present.filter(({ standing }) => standing === 'published'));
  const hits = [...living].flatMap((judged) => {
    const work = workOf(shownText(judged.file));
    if (!work || work.end <= now) return [];
    const known = new Set(hitsOf(work, before).map(extent));
    const fresh = hitsOf(work, after).filter((hit) => !known.has(extent(hit)));
    if (fresh.length === 0) return [];
    const { lifecycle } = judged.assessment;
    return [
      {
        row: judged.entry.row,
        approved: lifecycle.state === 'scheduled' || lifecycle.state === 'implementing',
        start: Math.min(...fresh.map(({ start }) => start)),
        end: Math.max(...fresh.map(({ end }) => end)),
      },
    ];
  });
  return {
    hits: hits.toSorted((a, b) => a.start - b.start).slice(0, SHOWN_HITS),
    planned: hits.length,
    approved: hits.filter(({ approved }) => approved).length,
    emergencies: hits.filter(({ row }) => row.type === 'emergency').length,
    within48Hours: hits.filter(({ start }) => start < now + SOON_MS).length,
    approvalsVoided: 0,
    changesVoided: 0,
    maintenanceSwallowed: [],
    maintenanceCount: 0,
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

function extent({ effect, start, end }: WindowHit): string {
  return `${effect} ${start} ${end}`;
}
