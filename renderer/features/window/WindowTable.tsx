import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { WindowRow } from '../../../shared/api/windowCalls.ts';
import { DAY_MS, toInstant } from '../../../shared/time/instant.ts';
import { placeClock, placeDay, zoneName } from '../../../shared/time/placeTime.ts';
import { hrefOf } from '../../route.ts';
import { Badge } from '../../ui/Badge.tsx';
import { EffectMark } from '../../ui/EffectMark.tsx';
import { readersClock } from '../../ui/PlaceTime.tsx';
import { standingWords } from './windowWords.ts';
import { ForkedBadge } from '../../ui/ForkedBadge.tsx';

const YEAR_MS = 365 * DAY_MS;
const standingTones = { published: 'neutral', proposed: 'accent', withdrawn: 'neutral' } as const;

/** Running until when, or next when; the reader's clock beneath. */
export function NextTime({ row }: { readonly row: WindowRow }) {
  if (row.standing === 'withdrawn') return <span className="tg-quiet">Withdrawn</span>;
  if (row.next === null) return <span className="tg-quiet">Not within 400 days</span>;
  const { zone, start, end } = row.next;
  const at = row.running ? end : start;
  const other = readersClock(at, zone);
  return (
    <span className="tg-window-next">
      <time dateTime={toInstant(at)}>
        {row.running && <span className="tg-window-runs">Runs until </span>}
        {placeDay(at, zone)}, {placeClock(at, zone)} {zoneName(zone)}
      </time>
      {other && <span className="tg-quiet">{other}</span>}
    </span>
  );
}

/** Whether its holidays end within a year: after that, business days count wrongly. */
function runsOut({ holidaysThrough, standing }: WindowRow, now: number): boolean {
  return (
    holidaysThrough !== null && standing !== 'withdrawn' && Date.parse(`${holidaysThrough}T00:00:00Z`) < now + YEAR_MS
  );
}

/** One window per line: what it does, what it covers, whose it is, when it comes. */
export function WindowTable({ rows }: { readonly rows: readonly WindowRow[] }) {
  const [now] = useState(() => Date.now());
  return (
    <table className="tg-window-table">
      <thead>
        <tr>
          <th scope="col">Effect</th>
          <th scope="col">Window</th>
          <th scope="col">Now or next</th>
          <th scope="col">Clock</th>
          <th scope="col">Owner</th>
          <th scope="col">Standing</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.window} data-withdrawn={row.standing === 'withdrawn' || undefined}>
            <td>
              <EffectMark effect={row.effect} />
            </td>
            <td className="tg-window-what">
              <a href={hrefOf('windows', row.window)} title={row.title}>
                {row.title}
              </a>
              <span className="tg-clip" title={row.sentence}>
                {row.sentence}
              </span>
              {row.fault !== null && (
                <span className="tg-window-fault">
                  <TriangleAlert size={12} aria-hidden /> {row.fault}
                </span>
              )}
              {runsOut(row, now) && (
                <span className="tg-window-remark">
                  Its holidays run out in {row.holidaysThrough?.slice(0, 4)}; revise it to write in more.
                </span>
              )}
            </td>
            <td>
              <NextTime row={row} />
            </td>
            <td>{row.zone === 'site' ? 'Each site' : zoneName(row.zone)}</td>
            <td>{row.ownerName}</td>
            <td>
              <Badge tone={standingTones[row.standing]}>{standingWords[row.standing]}</Badge>
              {row.forked && <ForkedBadge words="Two versions" />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
