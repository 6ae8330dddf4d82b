import type { Loosening } from '../../../shared/api/windowCalls.ts';
import { PlaceTime } from '../../ui/PlaceTime.tsx';
import { needWords } from './needWords.ts';

export interface LooseningNoteProps {
  readonly loosens: Loosening;
  readonly zone: string;
  /** The earlier text stands beside it already. */
  readonly isSaid?: boolean;
}

/** Says before a signature that it loosens, what holds until when, and whose signatures would end the wait. */
export function LooseningNote({ loosens, zone, isSaid = false }: LooseningNoteProps) {
  return (
    <section className="tg-loosening" aria-label="What this loosens">
      <p>
        <strong>This loosens what holds within the next 48 hours.</strong> Until{' '}
        <PlaceTime at={loosens.until} zone={zone} /> the earlier text holds as well{isSaid ? '.' : ':'}
      </p>
      {!isSaid && <p className="tg-loosening-text">{loosens.sentence}</p>}
      <p>
        {loosens.needs.length > 0
          ? `It takes effect at once when ${needWords(loosens.needs)} too.`
          : 'Every signature it needs is there.'}
      </p>
    </section>
  );
}
