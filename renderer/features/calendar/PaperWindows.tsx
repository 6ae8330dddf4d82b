import type { TimelineBand } from '../../../shared/api/calendarCalls.ts';
import type { Ms } from '../../../shared/time/instant.ts';
import { joinSites } from '../../../shared/view/monthBands.ts';
import { spanTime } from '../../../shared/view/spanTime.ts';
import { EffectMark } from '../../ui/EffectMark.tsx';
import { countWords } from '../../ui/spanWords.ts';

export interface PaperWindowsProps {
  readonly bands: readonly TimelineBand[];
  readonly zone: string;
  readonly now: Ms;
}

/** Every window of a printed period, each once with all its runs. */
export function PaperWindows({ bands, zone, now }: PaperWindowsProps) {
  const runs = new Map<string, (TimelineBand & { readonly sites: number })[]>();
  for (const span of joinSites(bands)) {
    const key = `${span.window} ${String(span.proposed)}`;
    runs.set(key, [...(runs.get(key) ?? []), span]);
  }
  if (runs.size === 0) return null;
  return (
    <table className="tg-wlist-day tg-paper-windows">
      <caption>
        <strong>Windows</strong> <span className="tg-quiet">{countWords(runs.size, 'window')}</span>
      </caption>
      <thead>
        <tr>
          {['Title', 'What', 'When'].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...runs].map(([key, spans]) => {
          const sites = Math.max(...spans.map((span) => span.sites));
          return (
            <tr key={key}>
              <td>{spans[0]?.title}</td>
              <td>{spans[0] && <EffectMark effect={spans[0].effect} proposed={spans[0].proposed} />}</td>
              <td>
                {spans.map((span) => spanTime(span, zone, now)).join('; ')}
                {sites > 1 && ` (from the first to the last of ${String(sites)} sites’ clocks)`}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
