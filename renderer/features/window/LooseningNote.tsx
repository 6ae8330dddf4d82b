import type { Loosening } from '../../../shared/api/windowCalls.ts';
import { PlaceTime } from '../../ui/PlaceTime.tsx';
import { needWords } from './needWords.ts';

export interface LooseningNoteProps {
  readonly loosens: Loosening;
  readonly zone: string;
  /** It ends the window: what holds on is the window that is named beside it. */
  readonly isWithdrawal?: boolean;
}

/** Says before a signature that it loosens, what holds until when, and whose signatures would end the wait. */
export function LooseningNote({ loosens, zone, isWithdrawal = false }: LooseningNoteProps) {
  return (
    <section className="tg-loosening" aria-label="What this loosens">
      <p>
        <strong>This loosens what holds within the next 48 hours.</strong>{' '}
        {isWithdrawal ? 'It goes on holding as signed until' : 'What was signed before goes on holding until'}{' '}
        <PlaceTime at={loosens.until} zone={zone} />
        {isWithdrawal ? '.' : ':'}
      </p>
      {!isWithdrawal && <p className="tg-loosening-text">{loosens.sentence}</p>}
      <p>
        {loosens.needs.length > 0
          ? `It takes effect at once when ${needWords(loosens.needs)} too.`
          : 'Every signature it needs is there.'}
      </p>
    </section>
  );
}
