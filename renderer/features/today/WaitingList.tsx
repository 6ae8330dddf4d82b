import type { ChangeRow } from '../../../shared/api/changeCalls.ts';
import type { Names } from '../../api/useCatalogue.ts';
import { hrefOf } from '../../route.ts';
import { BandMark } from '../../ui/BandMark.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { distanceWords } from '../../ui/spanWords.ts';
import { roleWords } from '../../ui/tradeWords.ts';

/** As many as are read at a glance; the rest is in the table. */
const SHOWN = 6;

interface WaitingListProps {
  readonly rows: readonly ChangeRow[];
  readonly names: Names;
  readonly now: number;
}

/** Changes whose next signature could be mine, and as what. */
export function WaitingList({ rows, names, now }: WaitingListProps) {
  if (rows.length === 0) {
    return (
      <Empty compact title="Nothing waits for you.">
        A change appears here when a role you hold must agree to it.
      </Empty>
    );
  }
  return (
    <ul aria-label="Decisions">
      {rows.slice(0, SHOWN).map((row) => (
        <li key={row.change}>
          <a className="tg-waiting" href={hrefOf('change', row.change)}>
            <BandMark band={row.band} score={row.score} />
            <span className="tg-waiting-words">
              <span className="tg-clip" title={row.title}>
                {row.title}
              </span>
              <span className="tg-clip tg-waiting-detail">
                {row.waitingFor.map((role) => roleWords[role]).join(', ') || 'A signature'} · asked by{' '}
                {names.person(row.requester)}
              </span>
            </span>
            <span className="tg-waiting-when">{dueWords(row.start, now)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function dueWords(start: number | null, now: number): string {
  if (start === null) return 'no time yet';
  return start > now ? `starts ${distanceWords(start, now)}` : `was due ${distanceWords(start, now)}`;
}
