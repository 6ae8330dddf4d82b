import type { Refusal, RefusedStretch } from '../../../shared/window/slot.ts';
import type { Names, Place } from '../../api/useCatalogue.ts';
import { hrefOf } from '../../route.ts';
import { LongList } from '../../ui/LongList.tsx';
import { PlaceSpan } from '../../ui/PlaceSpan.tsx';
import { countWords } from '../../ui/spanWords.ts';

interface RefusedStartsProps {
  readonly refused: readonly RefusedStretch[];
  readonly names: Names;
  readonly place: Place;
}

/** Why the work cannot start earlier: every stretch that is refused, with what stands in the way. */
export function RefusedStarts({ refused, names, place }: RefusedStartsProps) {
  if (refused.length === 0) return null;
  return (
    <details className="tg-details">
      <summary>Why not earlier: {countWords(refused.length, 'stretch', 'stretches')}</summary>
      <LongList items={refused} className="tg-meetings" label="Refused starts">
        {({ start, end, why }) => (
          <li key={start}>
            <PlaceSpan start={start} end={end} zone={place.zone} place={place.name} />
            <ul>
              {why.map((refusal) => (
                <li key={`${refusal.code} ${refusal.id}`} className="tg-quiet">
                  <Why refusal={refusal} names={names} />
                </li>
              ))}
            </ul>
          </li>
        )}
      </LongList>
    </details>
  );
}

function Why({ refusal, names }: { readonly refusal: Refusal; readonly names: Names }) {
  const { id, title, path } = refusal;
  return (
    <>
      {leadOf(refusal)} <a href={hrefOf(isChange(refusal) ? 'change' : 'windows', id)}>{title}</a>
      {path.length > 1 && `, by way of ${path.map(names.service).join(' → ')}`}
    </>
  );
}

const isChange = ({ code }: Refusal) => code === 'collision' || code === 'double-booked';

function leadOf(refusal: Refusal): string {
  switch (refusal.code) {
    case 'freeze':
      return 'Frozen by';
    case 'soft-freeze':
      return 'Softly frozen by';
    case 'closed-outside':
      return 'Closed outside of';
    case 'too-short':
      return refusal.before === 'closed-outside' ? 'Too short before the end of' : 'Too short before';
    case 'collision':
      return 'The same service is taken by';
    case 'double-booked':
      return 'The implementer is busy with';
    default:
      return refusal satisfies never;
  }
}
