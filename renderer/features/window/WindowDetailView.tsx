import { Copy, PencilLine } from 'lucide-react';
import { useState } from 'react';
import type { WindowDetail } from '../../../shared/api/windowCalls.ts';
import { toInstant } from '../../../shared/time/instant.ts';
import { placeTime } from '../../../shared/time/placeTime.ts';
import { useAsked } from '../../api/useAsked.ts';
import { hrefOf, navigate } from '../../route.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { EffectMark } from '../../ui/EffectMark.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Page } from '../../ui/Page.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { readerZone } from '../../ui/readerZone.ts';
import { roleWords } from '../../ui/tradeWords.ts';
import { ExportWindow } from './exchange/ExportWindow.tsx';
import { FadingSection } from './FadingSection.tsx';
import { LongScope } from './LongScope.tsx';
import { OccurrenceList } from './OccurrenceList.tsx';
import { ProposalSection } from './ProposalSection.tsx';
import { scheduleWords } from '../../../shared/view/scheduleWords.ts';
import { NextTime } from './WindowTable.tsx';
import { clockWords, effectSentences, standingWords } from './windowWords.ts';
import { WithdrawDialog } from './WithdrawDialog.tsx';
import { legible } from '../../../shared/audit/legible.ts';
import { ForkedBadge } from '../../ui/ForkedBadge.tsx';

/** One window: what it says, when it comes, and how it came to say so. */
export function WindowDetailView({ window: id }: { readonly window: string }) {
  const detail = useAsked('windows.read', { window: id });
  if (detail.isPending) {
    return (
      <Page title="Window">
        <Loading what="the window" rows={8} />
      </Page>
    );
  }
  if (detail.isError) {
    return (
      <Page title="Window">
        <Problem error={detail.error} onRetry={() => void detail.refetch()} />
        <a href={hrefOf('windows')}>All windows</a>
      </Page>
    );
  }
  return <WindowFacts detail={detail.data} />;
}

function WindowFacts({ detail }: { readonly detail: WindowDetail }) {
  const { row, body, revisions, occurrences, mayRevise } = detail;
  const [isWithdrawing, setWithdrawing] = useState(false);
  const mayDraw = useAsked('app.status', {}).data?.me.may.window ?? false;
  const canAct = mayRevise && row.standing !== 'withdrawn';
  return (
    <Page
      title={row.title}
      sentence={
        <span className="tg-row">
          <EffectMark effect={row.effect} proposed={row.standing === 'proposed'} /> · <NextTime row={row} />
        </span>
      }
      actions={
        <>
          <a className="tg-button" data-kind="quiet" href={hrefOf('windows')}>
            All windows
          </a>
          {row.standing !== 'withdrawn' && <ExportWindow row={row} />}
          {mayDraw && (
            <Button icon={Copy} onPress={() => navigate(hrefOf('windows', null, { edit: 'new', copy: row.window }))}>
              Duplicate
            </Button>
          )}
          {canAct && <Button onPress={() => setWithdrawing(true)}>Withdraw…</Button>}
          {mayRevise && (
            <Button icon={PencilLine} onPress={() => navigate(hrefOf('windows', row.window, { edit: '1' }))}>
              Revise
            </Button>
          )}
        </>
      }
    >
      <div className="tg-window-detail">
        <div className="tg-stack tg-window-main">
          <p className="tg-window-sentence">{row.sentence}</p>
          {row.fault !== null && (
            <p className="tg-window-fault-note" role="alert">
              {row.fault}
            </p>
          )}
          <FadingSection detail={detail} />
          <ProposalSection detail={detail} />
          <LongScope scope={body.scope} />
          <dl className="tg-window-facts">
            <dt>Does</dt>
            <dd>
              {effectSentences[body.effect]}
              {body.closedOutside && ' Outside of it, work is denied.'}
            </dd>
            <dt>When</dt>
            <dd>
              {scheduleWords(body.schedule)}, by {clockWords(body.zone)}
            </dd>
            <dt>Reaches</dt>
            <dd>{body.reach === 'direct' ? 'Only work on what it covers.' : 'Also work on what it depends on.'}</dd>
            <dt>When it begins</dt>
            <dd>
              {body.edge === 'finish' ? 'What is running may finish.' : 'What is running stops at its next stage.'}
            </dd>
            <dt>Owner</dt>
            <dd>
              {row.ownerName}, {roleWords[body.ownerRole]}
            </dd>
            <dt>Standing</dt>
            <dd className="tg-row">
              {standingWords[row.standing]}
              {row.forked && <ForkedBadge words="Two versions, both hold until one is chosen" />}
            </dd>
            {body.reason !== '' && (
              <>
                <dt>Why</dt>
                <dd className="tg-prose">{legible(body.reason)}</dd>
              </>
            )}
          </dl>
          <div className="tg-section-head">
            <h2>History</h2>
          </div>
          <ol className="tg-window-history">
            {revisions.toReversed().map((revision) => (
              <li key={revision.digest}>
                <span>
                  {standingWords[revision.standing as keyof typeof standingWords] ?? revision.standing} by{' '}
                  {revision.name}
                </span>
                <span className="tg-quiet">{placeTime(revision.at, readerZone)}</span>
                {revision.unsent && <Badge tone="accent">Not sent yet</Badge>}
              </li>
            ))}
          </ol>
        </div>
        <section aria-label="Next occurrences" className="tg-window-side">
          <div className="tg-section-head">
            <h2>Next occurrences</h2>
          </div>
          {row.standing === 'withdrawn' ? (
            <p className="tg-quiet tg-window-none">It comes no more.</p>
          ) : (
            <OccurrenceList spans={occurrences} />
          )}
          {row.next && (
            <p className="tg-window-none">
              <a href={hrefOf('calendar', null, { view: 'timeline', zoom: 'week', at: toInstant(row.next.start) })}>
                See it on the timeline
              </a>
            </p>
          )}
        </section>
      </div>
      {isWithdrawing && <WithdrawDialog row={row} loosens={detail.withdrawal} onClose={() => setWithdrawing(false)} />}
    </Page>
  );
}
