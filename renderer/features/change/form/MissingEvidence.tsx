import { CircleDashed } from 'lucide-react';
import type { EvidenceState } from '../../../../shared/change/evidenceState.ts';
import type { Band } from '../../../../shared/record/words.ts';
import { bandWords, evidenceWords } from '../../../ui/tradeWords.ts';

interface MissingEvidenceProps {
  readonly evidence: readonly EvidenceState[];
  readonly band: Band;
}

/** What this band asks to be shown and is not there yet; it is filed once the change is submitted. */
export function MissingEvidence({ evidence, band }: MissingEvidenceProps) {
  const missing = evidence.filter(({ required, standing }) => required && standing !== 'fresh');
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
      </ul>
    </section>
  );
}
