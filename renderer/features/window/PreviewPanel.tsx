import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { WindowPreview } from '../../../shared/api/windowCalls.ts';
import type { Ms } from '../../../shared/time/instant.ts';
import type { WindowForm } from '../../../shared/view/windowForm.ts';
import { Loading } from '../../ui/Loading.tsx';
import { PlaceTime } from '../../ui/PlaceTime.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { EditorOccurrences } from './EditorOccurrences.tsx';
import { foreseenSpans } from './foreseenSpans.ts';
import { LooseningNote } from './LooseningNote.tsx';
import type { PartProps } from './partProps.ts';
import { PreviewImpact } from './PreviewImpact.tsx';
import { lastMinute } from './windowWords.ts';

export interface PreviewPanelProps extends PartProps {
  readonly now: Ms;
  /** Midnight before now, by the window's clock. */
  readonly today: string;
  readonly preview: UseQueryResult<WindowPreview>;
  readonly missing: readonly string[];
  /** The answer is for what the form holds at this moment. */
  readonly isCurrent: boolean;
}

/** What the board says to the draft: the scope in a sentence, its edges, what it stops, when it comes. */
export function PreviewPanel({ preview, isCurrent, ...rest }: PreviewPanelProps) {
  return (
    <aside className="tg-preview" aria-label="What it means" data-waiting={!isCurrent || undefined}>
      {preview.isPending && <Loading what="what it means" rows={6} />}
      {preview.isError && <Problem compact error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.data && <PreviewWords preview={preview.data} {...rest} />}
    </aside>
  );
}

interface PreviewWordsProps extends Omit<PreviewPanelProps, 'preview' | 'isCurrent'> {
  readonly preview: WindowPreview;
}

function PreviewWords({ form, catalogue, change, now, today, preview, missing }: PreviewWordsProps) {
  const { sentence, firstBlocked, impact, remarks, problems, loosens } = preview;
  const foreseen = useMemo(
    () => (problems.length > 0 ? foreseenSpans(form, catalogue, now) : null),
    [problems, form, catalogue, now],
  );
  const occurrences = foreseen ?? preview.occurrences;
  const [first] = occurrences;
  const zone = first?.zone ?? (form.zone === 'site' ? 'UTC' : form.zone);
  const stops = problems.length === 0 && (form.effect === 'freeze' || form.effect === 'soft-freeze');
  return (
    <>
      <p className="tg-window-sentence" aria-live="polite">
        {sentence === '' ? emptySentence(form) : sentence}
      </p>
      {missing.length > 0 && (
        <ul className="tg-preview-problems" aria-label="Still missing">
          {missing.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      {remarks.length > 0 && (
        <ul className="tg-preview-remarks" aria-label="To know before signing">
          {remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
      {loosens !== null && <LooseningNote loosens={loosens} zone={zone} />}
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
      {stops && <PreviewImpact impact={impact} zone={zone} />}
      <section aria-label="Next occurrences">
        <div className="tg-section-head">
          <h2>Next occurrences</h2>
        </div>
        {problems.length > 0 && occurrences.length === 0 ? (
          <p className="tg-quiet tg-window-none">They show once it is clear when it is.</p>
        ) : (
          <EditorOccurrences
            schedule={form.when}
            zone={form.zone}
            today={today}
            spans={occurrences}
            onChange={(when) => change({ when })}
          />
        )}
      </section>
    </>
  );
}

function emptySentence({ everything, within }: WindowForm): string {
  const coversSome = everything === true || Object.values(within).some((values) => values.length > 0);
  return coversSome ? 'What it means shows once nothing is missing.' : 'It covers nothing yet.';
}
