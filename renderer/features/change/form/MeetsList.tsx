import type { ChangePreview } from '../../../../shared/api/changeCalls.ts';
import type { Names, Place } from '../../../api/useCatalogue.ts';
import { Meetings } from '../detail/Meetings.tsx';
import { StaleEvidence } from '../detail/StaleEvidence.tsx';
import { WindowMeetings } from '../detail/WindowMeetings.tsx';

interface MeetsListProps {
  readonly preview: ChangePreview;
  readonly names: Names;
  readonly place: Place;
}

/** Windows and other changes that this one would meet, and evidence that would be too old by then. */
export function MeetsList({ preview: { hits, collisions, staleByStart }, names, place }: MeetsListProps) {
  if (hits.length + collisions.length + staleByStart.length === 0)
    return <p className="tg-quiet">No window and no other change.</p>;
  return (
    <>
      <WindowMeetings hits={hits} names={names} />
      {collisions.length > 0 && <Meetings collisions={collisions} names={names} place={place} />}
      {staleByStart.length > 0 && <StaleEvidence stale={staleByStart} place={place} />}
    </>
  );
}
