import { useEffect, useRef } from 'react';
import type { SuggestionPlace, SuggestionRow } from '../../../../shared/api/suggestionCalls.ts';
import { useAsked } from '../../../api/useAsked.ts';
import { hrefOf, navigate } from '../../../route.ts';
import { Button } from '../../../ui/Button.tsx';
import { EffectMark } from '../../../ui/EffectMark.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { SidePanel } from '../../../ui/SidePanel.tsx';
import { useDebounced } from '../../../ui/useDebounced.ts';
import { OccurrenceList } from '../OccurrenceList.tsx';
import { effectSentences, impactWords } from '../windowWords.ts';
import { SuggestFields, type Values } from './SuggestFields.tsx';

export interface SuggestPanelProps {
  readonly row: SuggestionRow;
  readonly place: SuggestionPlace;
  readonly values: Values;
  readonly onValues: (values: Values) => void;
  readonly onPropose: () => void;
  readonly onClose: () => void;
}

const ASK_AFTER_MS = 250;
const SHOWN = 5;

/** One ready-made window: what may be changed, what it means here, and the ways on. */
export function SuggestPanel({ row, place, values, onValues, onPropose, onClose }: SuggestPanelProps) {
  const body = useRef<HTMLDivElement>(null);
  const asking = useDebounced(JSON.stringify(values), ASK_AFTER_MS);
  const asked = useAsked(
    'suggestions.draft',
    { id: row.id, ...place, values: JSON.parse(asking) as Values },
    { keepPrevious: true },
  );
  const draft = asked.data?.draft;
  const missing = asked.data?.missing ?? [];
  const preview = useAsked('windows.preview', { window: null, draft }, { enabled: draft !== undefined });
  // The panel opens by a key: what can be changed in it is one more key away.
  useEffect(() => body.current?.focus(), []);

  const editor = hrefOf('windows', null, {
    edit: 'new',
    suggestion: row.id,
    country: place.country ?? undefined,
    region: place.region ?? undefined,
    ...values,
  });
  const isFresh = asking === JSON.stringify(values) && !asked.isPlaceholderData;
  const canPropose = isFresh && missing.length === 0 && preview.data?.problems.length === 0;
  return (
    <SidePanel
      title={row.title}
      onClose={onClose}
      actions={
        <>
          <Button isDisabled={!canPropose} onPress={onPropose}>
            Propose…
          </Button>
          <Button kind="primary" onPress={() => navigate(editor)}>
            Open in the editor
          </Button>
        </>
      }
    >
      <div ref={body} tabIndex={-1} className="tg-stack tg-suggest-panel">
        <p className="tg-row">
          <EffectMark effect={row.effect} />
          <span className="tg-quiet">{effectSentences[row.effect]}</span>
        </p>
        <p>{row.words}</p>
        <SuggestFields fields={row.fields} values={values} onChange={onValues} />
        {asked.isPending && <Loading what="what it means here" rows={4} />}
        {asked.isError && <Problem compact error={asked.error} onRetry={() => void asked.refetch()} />}
        {preview.data && preview.data.sentence !== '' && <p className="tg-window-sentence">{preview.data.sentence}</p>}
        {missing.length > 0 ? (
          <p className="tg-quiet">Name its days to see when it is and what it stops.</p>
        ) : (
          preview.data &&
          preview.data.problems.length === 0 && (
            <>
              {row.effect !== 'maintenance' && row.effect !== 'peak' && (
                <p className="tg-impact" data-hits={preview.data.impact.planned > 0 || undefined}>
                  {impactWords(preview.data.impact)}
                </p>
              )}
              <section aria-label="Next occurrences">
                <OccurrenceList spans={preview.data.occurrences.slice(0, SHOWN)} />
              </section>
            </>
          )
        )}
        {(asked.data?.notes.length ?? 0) > 0 && (
          <ul className="tg-suggest-notes" aria-label="To know before signing">
            {asked.data?.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
      </div>
    </SidePanel>
  );
}
