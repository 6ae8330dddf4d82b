import type { WindowImpact } from '../../../shared/api/windowCalls.ts';
import { placeClock, placeDay } from '../../../shared/time/placeTime.ts';
import { hrefOf } from '../../route.ts';
import { Badge } from '../../ui/Badge.tsx';
import { BandMark } from '../../ui/BandMark.tsx';
import { typeWords } from '../../ui/tradeWords.ts';

/** The planned changes that would newly be hit, soonest first. */
export function ImpactList({ impact, zone }: { readonly impact: WindowImpact; readonly zone: string }) {
  const rest = impact.planned - impact.hits.length;
  return (
    <>
      <ul className="tg-impact-list">
        {impact.hits.map(({ row, approved, start }) => (
          <li key={row.change}>
            <BandMark band={row.band} score={row.score} />
            <a className="tg-clip" href={hrefOf('change', row.change)} title={row.title} target="_self">
              {row.title}
            </a>
            <span className="tg-impact-facts">
              {row.type === 'emergency' && <Badge tone="danger">{typeWords[row.type]}</Badge>}
              {approved && <Badge tone="good">Approved</Badge>}
              <span className="tg-quiet">
                {placeDay(start, zone)}, {placeClock(start, zone)}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="tg-quiet">and {rest} more later.</p>}
    </>
  );
}
