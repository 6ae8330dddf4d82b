import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ChangeDraft, ChangePreview } from '../../../../shared/api/changeCalls.ts';
import { toMs } from '../../../../shared/time/instant.ts';
import { useAsked } from '../../../api/useAsked.ts';
import type { Names } from '../../../api/useCatalogue.ts';
import { BandMark } from '../../../ui/BandMark.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { PlaceTime } from '../../../ui/PlaceTime.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { countWords } from '../../../ui/spanWords.ts';
import { Agreement } from '../detail/Agreement.tsx';
import { RiskBar } from '../detail/RiskBar.tsx';
import { Floors, Lowerings } from '../detail/RiskPart.tsx';
import { SlotList } from '../SlotList.tsx';
import { startingAt, withSomeTime } from './emptyDraft.ts';
import { MeetsList } from './MeetsList.tsx';
import { MissingEvidence } from './MissingEvidence.tsx';
import { Unfinished } from './Unfinished.tsx';
import '../detail/detail.css';

const OFFERED = 6;

interface LivePanelProps {
  readonly change: string | null;
  /** What was last asked about: the form a moment ago. */
  readonly body: ChangeDraft;
  readonly preview: UseQueryResult<ChangePreview>;
  readonly names: Names;
  readonly now: number;
  readonly onEdit: (body: ChangeDraft) => void;
}

/** What the fields mean: risk, evidence, signatures, what is met, when it could be done. */
export function LivePanel({ change, body, preview, names, now, onEdit }: LivePanelProps) {
  const place = names.place(body.sites);
  const isPlaced = body.services.length > 0 || body.sites.length > 0;
  const slots = useAsked(
    'changes.slots',
    { change, body: withSomeTime(body, now), count: OFFERED },
    { enabled: isPlaced, keepPrevious: true },
  );
  const shown = preview.data;
  return (
    <aside className="tg-live" aria-label="What this means">
      {preview.isPending && <Loading what="what this means" rows={8} />}
      {preview.isError && <Problem compact error={preview.error} onRetry={() => void preview.refetch()} />}
      {shown && (
        <>
          <section aria-label="Risk" aria-live="polite">
            <p className="tg-live-score">
              <BandMark band={shown.risk.band} as="word" />
              <span>{shown.risk.score} of 100</span>
            </p>
            <RiskBar risk={shown.risk} />
            <Floors risk={shown.risk} />
            <Lowerings risk={shown.risk} />
          </section>
          {shown.voids > 0 && (
            <p className="tg-live-note">{countWords(shown.voids, 'approval')} would become stale by this revision.</p>
          )}
          <Unfinished unfinished={shown.unfinished} />
          <Part title="When it could be done">
            {isPlaced ? (
              <>
                {shown.nextOpening !== null && (
                  <p className="tg-quiet">
                    Next opening <PlaceTime at={shown.nextOpening} zone={place.zone} place={place.name} short="day" />
                  </p>
                )}
                <SlotList
                  slots={slots}
                  names={names}
                  place={place}
                  chosen={body.timing ? toMs(body.timing.start) : null}
                  onChoose={(start) => onEdit(startingAt(body, start))}
                />
              </>
            ) : (
              <p className="tg-quiet">Free slots appear once services or sites are chosen.</p>
            )}
          </Part>
          <Part title="What it meets">
            <MeetsList preview={shown} names={names} place={place} />
          </Part>
          <MissingEvidence evidence={shown.evidence} band={shown.risk.band} />
          <Agreement tally={shown.tally} names={names} />
        </>
      )}
    </aside>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="tg-live-part">
      <div className="tg-section-head">
        <h2>{title}</h2>
      </div>
      {children}
    </section>
  );
}
