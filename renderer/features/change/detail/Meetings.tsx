import type { Collision } from '../../../../shared/window/collision.ts';
import type { Names, Place } from '../../../api/useCatalogue.ts';
import { hrefOf } from '../../../route.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { PlaceTime } from '../../../ui/PlaceTime.tsx';

interface MeetingsProps {
  readonly collisions: readonly Collision[];
  readonly names: Names;
  readonly place: Place;
}

/** Other changes in the way: on the same service, on one that depends on it, or of the same hands. */
export function Meetings({ collisions, names, place }: MeetingsProps) {
  if (collisions.length === 0) return <Empty compact title="It meets no other change." />;
  return (
    <ul className="tg-lines">
      {collisions.map((collision) => (
        <li key={`${collision.kind} ${collision.other} ${collision.start}`}>
          <a href={hrefOf('change', collision.other)}>{collision.otherTitle}</a>
          <span className="tg-quiet">
            {collision.kind === 'double-booked'
              ? `${names.person(collision.person)} would do both`
              : `both touch ${collision.path.map(names.service).join(' → ')}`}
            , from <PlaceTime at={collision.start} zone={place.zone} place={place.name} short="day" />
          </span>
        </li>
      ))}
    </ul>
  );
}
