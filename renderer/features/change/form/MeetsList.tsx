import type { ChangePreview } from '../../../../shared/api/changeCalls.ts';
import type { Names, Place } from '../../../api/useCatalogue.ts';
import { EffectMark } from '../../../ui/EffectMark.tsx';
import { PlaceTime } from '../../../ui/PlaceTime.tsx';
import { Meetings } from '../detail/Meetings.tsx';

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
      <ul className="tg-lines">
        {hits.map(({ span, title, effect }) => (
          <li key={`${span.window} ${span.site ?? ''} ${span.start}`}>
            <EffectMark effect={effect} />
            <span>{title}</span>
            <span className="tg-quiet">
              till <PlaceTime at={span.end} zone={span.zone} short="day" />
            </span>
          </li>
        ))}
      </ul>
      {collisions.length > 0 && <Meetings collisions={collisions} names={names} place={place} />}
    </>
  );
}
