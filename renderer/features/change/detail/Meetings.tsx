import type { Collision } from '../../../../shared/window/collision.ts';
import type { Names, Place } from '../../../api/useCatalogue.ts';
import { hrefOf } from '../../../route.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { LongList } from '../../../ui/LongList.tsx';
import { PlaceSpan } from '../../../ui/PlaceSpan.tsx';

interface MeetingsProps {
  readonly collisions: readonly Collision[];
  readonly names: Names;
  readonly place: Place;
}

/** Other changes in the way, all of them: on the same service, on one that depends on it, or of the same hands. */
export function Meetings({ collisions, names, place }: MeetingsProps) {
  if (collisions.length === 0) return <Empty compact title="It meets no other change." />;
  return (
    <LongList items={collisions} className="tg-lines" label="Changes it meets">
      {(collision) => (
        <li key={`${collision.kind} ${collision.other}`}>
          <a href={hrefOf('change', collision.other)}>{collision.otherTitle}</a>
          <span className="tg-quiet">
            {inTheWay(collision, names)},{' '}
            <PlaceSpan start={collision.start} end={collision.end} zone={place.zone} place={place.name} />
          </span>
        </li>
      )}
    </LongList>
  );
}

function inTheWay(collision: Collision, names: Names): string {
  switch (collision.kind) {
    case 'double-booked':
      return `${names.person(collision.person)} would do both`;
    case 'same-node':
      return `both touch ${collision.path.map(names.service).join(' → ')}`;
    case 'dependent-node':
      return `one depends on the other by way of ${collision.path.map(names.service).join(' → ')}`;
    default:
      return collision satisfies never;
  }
}
