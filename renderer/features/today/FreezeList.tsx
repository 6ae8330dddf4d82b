import type { TodayView } from '../../../shared/api/calendarCalls.ts';
import type { Names } from '../../api/useCatalogue.ts';
import { hrefOf } from '../../route.ts';
import { Empty } from '../../ui/Empty.tsx';
import { PlaceTime } from '../../ui/PlaceTime.tsx';
import { distanceWords } from '../../ui/spanWords.ts';

/** As many as are read at a glance; the rest is on the calendar. */
const SHOWN = 6;

interface FreezeListProps {
  readonly freezes: TodayView['freezes'];
  readonly names: Names;
  readonly now: number;
}

/** Freezes that run, with their end; then those to come, with their beginning. */
export function FreezeList({ freezes, names, now }: FreezeListProps) {
  if (freezes.length === 0) {
    return (
      <Empty compact title="No freeze runs and none is planned.">
        Windows are drawn on the calendar or written on the Windows page.
      </Empty>
    );
  }
  return (
    <ul>
      {freezes.slice(0, SHOWN).map((freeze) => (
        <li key={`${freeze.window} ${freeze.site ?? ''} ${freeze.start}`}>
          {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- its title and time are the label */}
          <a className="tg-freeze-line" href={hrefOf('windows', freeze.window)}>
            <span className="tg-effect-swatch" data-effect={freeze.effect} aria-hidden />
            <span className="tg-waiting-words">
              <span className="tg-freeze-title tg-row">
                <span className="tg-clip" title={freeze.title}>
                  {freeze.title}
                </span>
                <span className="tg-freeze-when">{freeze.running ? 'runs now' : distanceWords(freeze.start, now)}</span>
              </span>
              <span className="tg-waiting-detail tg-clip">
                {freeze.running ? 'till ' : 'from '}
                <PlaceTime
                  at={freeze.running ? freeze.end : freeze.start}
                  zone={freeze.zone}
                  {...(freeze.site !== undefined && { place: names.site(freeze.site) })}
                  short="day"
                />
                {elsewhere(freeze, names)}
              </span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Where it holds, unless its place or its title said so already. */
function elsewhere({ where, title, site }: TodayView['freezes'][number], names: Names): string {
  return where === title || (site !== undefined && where === names.site(site)) ? '' : ` · ${where}`;
}
