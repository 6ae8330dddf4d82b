import type { Input, Output } from '../../shared/api/contract.ts';
import { TidegateError } from '../../shared/errors.ts';
import { writeIcs, type ExportedChange, type ExportedWindow } from '../../shared/exchange/ics/writeIcs.ts';
import { personName } from '../../shared/ledger/board.ts';
import { DAY_MS } from '../../shared/time/instant.ts';
import { isZone } from '../../shared/time/zone.ts';
import { scopeSentence } from '../../shared/window/scopeSentence.ts';
import type { Bar } from '../catalog/changeQueries.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { shownWindows } from './calendarSpans.ts';
import { namesOf } from './windowRow.ts';

/** Ten years. */
const LONGEST_MS = 3_660 * DAY_MS;

/** What a view shows, as an iCalendar file: windows in force and proposed, and the changes that the filter lets through. */
export function calendarFile(
  desk: DeskParts,
  { name, start, end, zone, changes, effects, only, sites }: Input<'calendar.export'>,
): Output<'calendar.export'> {
  if (!isZone(zone)) throw new TidegateError('unknown-zone', { zone });
  if (end <= start || end - start > LONGEST_MS)
    throw new TidegateError('input-rejected', { field: 'end', problem: 'after the start, within ten years' });
  const { model, catalog, acting, now } = desk;
  const context = model.context();
  const { board } = context;
  const named = only && new Set(only);
  const windows = shownWindows(context)
    .filter(({ window, effect }) => (named ? named.has(window) : effects.includes(effect)))
    .filter(({ scope }) => !sites || !scope.sites || scope.sites.some((site) => sites.includes(site)))
    .map((body): ExportedWindow => ({
      body,
      owner: personName(board, body.owner),
      scope: scopeSentence(body, namesOf(board)),
      sequence: Math.max(0, model.revisions('window', body.window).length - 1),
    }));
  const bars = changes === null ? [] : catalog.find.bars(changes, acting.reader().person, { start, end });
  const text = writeIcs({
    name,
    windows,
    changes: bars.map((bar) => exported(bar, desk, zone)),
    sites: board.sites,
    period: { start, end },
    now: now(),
    zone,
  });
  return {
    name: `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-+|-+$/g, '') || 'calendar'}.ics`,
    text,
    events: text.split('\r\nBEGIN:VEVENT\r\n').length - 1,
  };
}

function exported({ change, title, band, state, start, end, sites }: Bar, { model }: DeskParts, zone: string) {
  const known = model.board().sites;
  const [first] = sites;
  const at = first === undefined ? undefined : known.get(first)?.zone;
  const names = sites.map((site) => known.get(site)?.name ?? site);
  return {
    change,
    title,
    start,
    end,
    zone: at !== undefined && isZone(at) ? at : zone,
    words: [`${change}: ${state}, ${band} risk`, ...(names.length > 0 ? [`At ${names.join(', ')}`] : [])],
    tentative: state === 'assessment' || state === 'authorization',
    // A moved change is told by a later stamp; the catalogue does not count revisions.
    sequence: 0,
  } satisfies ExportedChange;
}
