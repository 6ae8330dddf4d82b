import { boardCalendar, type Board } from '../ledger/board.ts';
import { differingTables, type StatedTz } from '../time/statedTz.ts';
import { withOtherClocks } from '../window/otherClocks.ts';
import type { WindowContext } from '../window/windowContext.ts';
import type { VerdictSource } from './judgeContext.ts';

/** A calendar, and what a verdict has to say of the clocks it goes by. */
export interface ReadCalendar {
  readonly windows: WindowContext;
  readonly tz: Pick<VerdictSource, 'tz' | 'otherTz'>;
}

/**
 * The board's calendar by this machine's time zone data, and by the checkpoint signer's where that differs: what either
 * denies is denied.
 *
 * @param own release of this machine's data
 * @param windows the calendar by this machine's data, where there is one already
 */
export function calendarUnder(
  board: Board,
  own: string,
  stated: StatedTz | undefined,
  windows: WindowContext = boardCalendar(board),
): ReadCalendar {
  if (!stated || stated.version === own) return { windows, tz: { tz: own } };
  const { version } = stated;
  const tables = differingTables(stated, new Set(zonesOf(board)));
  if (tables.size === 0) return { windows, tz: { tz: own } };
  return {
    windows: withOtherClocks(windows, () => boardCalendar(board), { version, tables }),
    tz: { tz: own, otherTz: { version, zones: [...tables.keys()] } },
  };
}

/** The zones whose clocks count on this board: those of its places and of its windows. */
export function zonesOf({ sites, windows, forkedSites }: Board): string[] {
  const places = [...sites.values(), ...[...(forkedSites?.values() ?? [])].flat()].map(({ zone }) => zone);
  const texts = [...windows.values()].flat().map(({ record }) => record.body.zone);
  return [...new Set([...places, ...texts])].filter((zone) => zone !== 'site');
}
