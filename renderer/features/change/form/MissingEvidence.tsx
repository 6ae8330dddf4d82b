import { CircleDashed, Clock } from 'lucide-react';
import { evidenceGaps } from '../../../../shared/change/evidenceOf.ts';
import type { EvidenceState } from '../../../../shared/change/evidenceState.ts';
import type { Band } from '../../../../shared/record/words.ts';
import { bandWords, evidenceWords } from '../../../ui/tradeWords.ts';
import { isLater } from '../detail/isLater.ts';

interface MissingEvidenceProps {
  readonly evidence: readonly EvidenceState[];
  readonly band: Band;
}

/** What this band asks to be shown and is not there yet; it is filed once the change is submitted. */
export function MissingEvidence({ evidence, band }: MissingEvidenceProps) {
  const missing = evidenceGaps(evidence);
  const later = evidence.filter((item) => isLater(item, 'draft'));
  return (
    <section aria-label="Evidence" className="tg-live-part">
      <div className="tg-section-head">
        <h2>Evidence for {bandWords[band]}</h2>
        <span className="tg-quiet">{missing.length === 0 ? 'complete' : `${missing.length} to file`}</span>
      </div>
      <ul>
        {missing.map(({ kind, standing }) => (
          <li key={kind} className="tg-missing">
            <CircleDashed size={16} aria-hidden />
            {evidenceWords[kind]}
            {standing !== 'missing' && <span className="tg-quiet">stale by the start</span>}
          </li>
        ))}
        {later.map(({ kind }) => (
          <li key={kind} className="tg-missing tg-quiet">
            <Clock size={16} aria-hidden />
            {evidenceWords[kind]}
          </li>
        ))}
      </ul>
      <p className="tg-quiet">Filed on the change once it is submitted.</p>
    </section>
  );
}
