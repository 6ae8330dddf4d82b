import type { FieldDifference } from '../../../../shared/api/changeCalls.ts';
import type { Place } from '../../../api/useCatalogue.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { SaidValue } from '../../../ui/SaidValue.tsx';
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
              <SaidValue text={before} zone={place.zone} place={place.name} />
            </del>
          )}
          {after !== '' && (
            <ins>
              <SaidValue text={after} zone={place.zone} place={place.name} />
            </ins>
          )}
        </li>
      ))}
    </ul>
  );
}
