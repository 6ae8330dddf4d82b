import type { UseQueryResult } from '@tanstack/react-query';
import type { WindowPreview } from '../../../shared/api/windowCalls.ts';
import type { WindowForm } from '../../../shared/view/windowForm.ts';
import { Loading } from '../../ui/Loading.tsx';
import { PlaceTime } from '../../ui/PlaceTime.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { ImpactList } from './ImpactList.tsx';
import { OccurrenceList } from './OccurrenceList.tsx';
import { impactWords, lastMinute } from './windowWords.ts';

export interface PreviewPanelProps {
  readonly form: WindowForm;
  readonly preview: UseQueryResult<WindowPreview>;
  readonly missing: readonly string[];
  /** The answer is for what the form holds at this moment. */
  readonly isCurrent: boolean;
}

/** What the board says to the draft: the scope in a sentence, its edges, what it stops, when it comes. */
export function PreviewPanel({ form, preview, missing, isCurrent }: PreviewPanelProps) {
  return (
    <aside className="tg-preview" aria-label="What it means" data-waiting={!isCurrent || undefined}>
      {preview.isPending && <Loading what="what it means" rows={6} />}
      {preview.isError && <Problem compact error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.data && <PreviewWords form={form} preview={preview.data} missing={missing} />}
    </aside>
  );
}

interface PreviewWordsProps {
  readonly form: WindowForm;
  readonly preview: WindowPreview;
  readonly missing: readonly string[];
}

function PreviewWords({ form, preview, missing }: PreviewWordsProps) {
  const { sentence, firstBlocked, occurrences, impact } = preview;
  const [first] = occurrences;
  const zone = first?.zone ?? (form.zone === 'site' ? 'UTC' : form.zone);
  return (
    <>
      <p className="tg-window-sentence" aria-live="polite">
        {sentence === '' ? 'It covers nothing yet.' : sentence}
      </p>
      {missing.length > 0 && (
        <ul className="tg-preview-problems" aria-label="Still missing">
          {missing.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      {firstBlocked !== null && first && (
        <dl className="tg-preview-edges">
          <dt>{form.effect === 'maintenance' ? 'Opens' : 'First minute'}</dt>
          <dd>
            <PlaceTime at={firstBlocked} zone={zone} />
          </dd>
          <dt>Last minute</dt>
          <dd>
            <PlaceTime at={lastMinute(first.end)} zone={zone} />
          </dd>
        </dl>
      )}
      {(form.effect === 'freeze' || form.effect === 'soft-freeze') && (
        <section aria-label="What stops">
          <div className="tg-section-head">
            <h2>What stops</h2>
          </div>
          <p className="tg-impact" role="status" data-hits={impact.planned > 0 || undefined}>
            {impactWords(impact)}
            {impact.within48Hours > 0 && <strong> {impact.within48Hours} of them within 48 hours.</strong>}
          </p>
          <ImpactList impact={impact} zone={zone} />
        </section>
      )}
      <section aria-label="Next occurrences">
        <div className="tg-section-head">
          <h2>Next occurrences</h2>
        </div>
        <OccurrenceList spans={occurrences} />
      </section>
    </>
  );
}
