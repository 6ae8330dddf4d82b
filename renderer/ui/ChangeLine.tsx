import type { ChangeRow } from '../../shared/api/changeCalls.ts';
import type { Names } from '../api/useCatalogue.ts';
import { hrefOf } from '../route.ts';
import { BandMark } from './BandMark.tsx';
import { PlaceTime } from './PlaceTime.tsx';
import { StateMark } from './StateMark.tsx';

export interface ChangeLineProps {
  readonly row: ChangeRow;
  readonly names: Names;
  /** What stands at the end: when it starts, when it ends, or where it stands. */
  readonly tail: 'start' | 'end' | 'state';
}

/** A change in one line of a list; the whole line is its link. */
export function ChangeLine({ row, names, tail }: ChangeLineProps) {
  const place = names.place(row.sites);
  const at = tail === 'end' ? row.end : row.start;
  return (
    <a className="tg-change-line" href={hrefOf('change', row.change)}>
      <BandMark band={row.band} score={row.score} />
      <span className="tg-change-line-title tg-clip" title={row.title}>
        {row.title}
      </span>
      <span className="tg-change-line-tail">
        {tail === 'state' ? (
          <StateMark state={row.state} hypercare={row.hypercare} />
        ) : at === null ? (
          'No time yet'
        ) : (
          <>
            {tail === 'end' && 'until '}
            <PlaceTime at={at} zone={place.zone} place={place.name} short="day" />
          </>
        )}
      </span>
    </a>
  );
}
