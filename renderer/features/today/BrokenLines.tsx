import { Siren } from 'lucide-react';
import type { BrokenGlass } from '../../../shared/api/waiverCalls.ts';
import type { Names } from '../../api/useCatalogue.ts';
import { hrefOf } from '../../route.ts';
import { PlaceTime } from '../../ui/PlaceTime.tsx';
import { readerZone } from '../../ui/readerZone.ts';

interface BrokenLinesProps {
  readonly broken: readonly BrokenGlass[];
  readonly names: Names;
}

/** Glass that is broken now: the first thing that anybody reads. */
export function BrokenLines({ broken, names }: BrokenLinesProps) {
  if (broken.length === 0) return null;
  return (
    <ul className="tg-broken" aria-label="Broken glass">
      {broken.map(({ change, title, by, incident, ends, isRunning }) => (
        <li key={`${change} ${ends}`}>
          <Siren size={16} aria-hidden />
          <span>
            <strong>{names.person(by)} broke the glass</strong> for {incident}:{' '}
            <a href={hrefOf('change', change)}>{title}</a>{' '}
            {isRunning ? 'is being deployed inside a freeze' : 'may be deployed inside a freeze'} till{' '}
            <PlaceTime at={ends} zone={readerZone} short="day" />.
          </span>
        </li>
      ))}
    </ul>
  );
}
