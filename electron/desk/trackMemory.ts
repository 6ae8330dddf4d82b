import type { TrackRecord } from '../../shared/risk/trackRecord.ts';
import { DAY_MS, type Ms } from '../../shared/time/instant.ts';
import type { Catalog } from '../catalog/openCatalog.ts';

/** How changes ended, counted again only when that may have become another count. */
export interface TrackMemory {
  /** Over so many days before `now`. */
  readonly read: (days: number, now: Ms) => TrackRecord;
  /** What was counted did not stay in the catalogue. */
  readonly forget: () => void;
}

interface Counted {
  readonly track: TrackRecord;
  readonly edition: number;
  readonly since: Ms;
  /** Later than this the first of them is left out. */
  readonly until: Ms;
}

export function createTrackMemory({ changes, outcomes }: Pick<Catalog, 'changes' | 'outcomes'>): TrackMemory {
  let counted: Counted | null = null;
  const count = (since: Ms): TrackRecord => {
    const counts = {
      service: outcomes.by('service', since),
      category: outcomes.by('category', since),
      team: outcomes.by('team', since),
    };
    return {
      of: (kind, id) => counts[kind].get(id) ?? { closed: 0, failed: 0 },
      overall: outcomes.overall(since),
    };
  };
  return {
    read: (days, now) => {
      const since = now - days * DAY_MS;
      const edition = changes.closedEdition();
      if (counted?.edition === edition && counted.since <= since && since <= counted.until) return counted.track;
      counted = { track: count(since), edition, since, until: outcomes.first(since) ?? Infinity };
      return counted.track;
    },
    forget: () => (counted = null),
  };
}
