import type { ChangePreview } from '../../../../shared/api/changeCalls.ts';
import type { Names, Place } from '../../../api/useCatalogue.ts';
import { Meetings } from '../detail/Meetings.tsx';
import { WindowMeetings } from '../detail/WindowMeetings.tsx';

interface MeetsListProps {
  readonly preview: ChangePreview;
  readonly names: Names;
  readonly place: Place;
}

/** Windows and other changes that this one would meet. */
export function MeetsList({ preview: { hits, collisions }, names, place }: MeetsListProps) {
  if (hits.length + collisions.length === 0) return <p className="tg-quiet">No window and no other change.</p>;
  return (
    <>
      <WindowMeetings hits={hits} names={names} />
      {collisions.length > 0 && <Meetings collisions={collisions} names={names} place={place} />}
    </>
  );
}
