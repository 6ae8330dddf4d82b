import type { FieldDifference } from '../../../../shared/api/changeCalls.ts';
import { legible } from '../../../../shared/audit/legible.ts';
import { isInstant, toMs } from '../../../../shared/time/instant.ts';
import type { Place } from '../../../api/useCatalogue.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { PlaceTime } from '../../../ui/PlaceTime.tsx';
import { fieldName } from './fieldWords.ts';

interface DifferencesProps {
  readonly differences: readonly FieldDifference[];
  readonly place: Place;
}

/** Field by field: what it was, what it is, and whether approvals hang on it. */
export function Differences({ differences, place }: DifferencesProps) {
  return (
    <ul className="tg-differences">
      {differences.map(({ field, before, after, material }) => (
        <li key={field}>
          <p className="tg-row">
            <span className="tg-label">{fieldName(field)}</span>
            {material && <Badge tone="warn">Needs new approval</Badge>}
          </p>
          {before !== '' && (
            <del>
              <Value text={before} place={place} />
            </del>
          )}
          {after !== '' && (
            <ins>
              <Value text={after} place={place} />
            </ins>
          )}
        </li>
      ))}
    </ul>
  );
}

function Value({ text, place }: { readonly text: string; readonly place: Place }) {
  return isInstant(text) ? <PlaceTime at={toMs(text)} zone={place.zone} place={place.name} /> : legible(text);
}
