import type { WindowHit } from '../../../../shared/window/span.ts';
import type { Names } from '../../../api/useCatalogue.ts';
import { hrefOf } from '../../../route.ts';
import { EffectMark } from '../../../ui/EffectMark.tsx';
import { LongList } from '../../../ui/LongList.tsx';
import { PlaceTime } from '../../../ui/PlaceTime.tsx';

interface WindowMeetingsProps {
  readonly hits: readonly WindowHit[];
  readonly names: Names;
}

/** Windows that the work lies in: each once, with every span of it by the clock it runs on. */
export function WindowMeetings({ hits, names }: WindowMeetingsProps) {
  return (
    <LongList items={byWindow(hits)} className="tg-meetings" label="Windows it meets">
      {([first, all]) => (
        <li key={first.span.window}>
          <p className="tg-row">
            <EffectMark effect={first.effect} />
            <a href={hrefOf('windows', first.span.window)}>{first.title}</a>
            {first.path.length > 1 && (
              <span className="tg-quiet tg-clip">by way of {first.path.map(names.service).join(' → ')}</span>
            )}
          </p>
          <LongList items={all}>
            {({ span }) => (
              <li key={`${span.site ?? ''} ${span.start}`} className="tg-quiet">
                <PlaceTime at={span.start} zone={span.zone} short="day" /> to{' '}
                <PlaceTime at={span.end} zone={span.zone} short="day" />
              </li>
            )}
          </LongList>
        </li>
      )}
    </LongList>
  );
}

/** The hits of each window together, in the order in which the windows first appear. */
function byWindow(hits: readonly WindowHit[]): (readonly [WindowHit, readonly WindowHit[]])[] {
  const groups = new Map<string, WindowHit[]>();
  for (const hit of hits) {
    const group = groups.get(hit.span.window);
    if (group) group.push(hit);
    else groups.set(hit.span.window, [hit]);
  }
  return [...groups.values()].flatMap((group) => (group[0] ? [[group[0], oncePerSpan(group)] as const] : []));
}

/** Several sites on one clock show the same span; it is said once. */
function oncePerSpan(hits: readonly WindowHit[]): readonly WindowHit[] {
  const seen = new Set<string>();
  return hits.filter(({ span }) => {
    const key = `${span.zone} ${span.start} ${span.end}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
