import { useState } from 'react';
import type { ChangeDetail } from '../../../shared/api/changeCalls.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useCatalogue } from '../../api/useCatalogue.ts';
import { hrefOf, navigate, useRoute } from '../../route.ts';
import { Badge } from '../../ui/Badge.tsx';
import { BandMark } from '../../ui/BandMark.tsx';
import { CopyId } from '../../ui/CopyId.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Page } from '../../ui/Page.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { environmentWords, typeWords } from '../../ui/tradeWords.ts';
import { Agreement } from './detail/Agreement.tsx';
import { ChangeActs, type Act } from './detail/ChangeActs.tsx';
import { ChangeDialogs } from './detail/ChangeDialogs.tsx';
import { ChangeTabs } from './detail/ChangeTabs.tsx';
import { Differences } from './detail/Differences.tsx';
import { EndedLine } from './detail/EndedLine.tsx';
import { RenumberedLine } from './detail/RenumberedLine.tsx';
import { ReviewPart } from './detail/ReviewPart.tsx';
import { RiskPart } from './detail/RiskPart.tsx';
import { VerdictLine } from './detail/VerdictLine.tsx';
import { WaiverPart } from './detail/WaiverPart.tsx';
import { WhenWhere } from './detail/WhenWhere.tsx';
import './detail/detail.css';
import { ForkedBadge } from '../../ui/ForkedBadge.tsx';

/** One change: may it go, how risky is it and why, who must still agree. */
export function ChangePage() {
  const { id } = useRoute();
  const change = id ?? '';
  const detail = useAsked('changes.read', { change });
  if (detail.data) return <FullChange detail={detail.data} />;
  return (
    <Page title={change}>
      {detail.isPending && <Loading what="the change" rows={10} />}
      {detail.isError && <Problem error={detail.error} onRetry={() => void detail.refetch()} />}
    </Page>
  );
}

function FullChange({ detail }: { readonly detail: ChangeDetail }) {
  const [act, setAct] = useState<Act | null>(null);
  const names = useCatalogue();
  const { row, sinceApproval, verdict } = detail;
  const place = names.place(row.sites);
  return (
    <Page
      title={row.title}
      sentence={
        <span className="tg-change-facts">
          <CopyId text={row.change} label="Copy change id" />
          <BandMark band={row.band} score={row.score} as="word" />
          <StateMark state={row.state} hypercare={row.hypercare} />
          <span>{typeWords[row.type]}</span>
          <span>{environmentWords[row.environment]}</span>
          {row.imported && <Badge>Imported</Badge>}
          {detail.forked && <ForkedBadge tone="danger" words="Two texts stand side by side" />}
        </span>
      }
      actions={
        <ChangeActs
          detail={detail}
          onAct={setAct}
          onRevise={() => navigate(hrefOf('new-change', null, { revises: row.change }))}
        />
      }
    >
      <div className="tg-change">
        <RenumberedLine renumbered={detail.renumbered} />
        <EndedLine detail={detail} />
        <VerdictLine
          verdict={verdict}
          state={row.state}
          place={place}
          {...(detail.mayRevise && { onFindSlot: () => setAct({ kind: 'move' }) })}
        />
        <div className="tg-change-columns">
          <div className="tg-change-main">
            <RiskPart risk={detail.risk} isSettled={detail.tally.rejected || detail.whyNotDecide === 'settled'} />
            <ChangeTabs detail={detail} names={names} onAct={setAct} />
          </div>
          <aside className="tg-change-aside" aria-label="Agreement and facts">
            <Agreement tally={detail.tally} names={names} detail={detail} onAct={setAct} />
            <WaiverPart detail={detail} names={names} onAct={setAct} />
            <ReviewPart detail={detail} names={names} onAct={setAct} />
            {sinceApproval.length > 0 && (
              <section aria-label="Since approval">
                <div className="tg-section-head">
                  <h2>Changed since approval</h2>
                </div>
                <Differences differences={sinceApproval} place={place} />
              </section>
            )}
            <WhenWhere detail={detail} names={names} />
          </aside>
        </div>
      </div>
      <ChangeDialogs act={act} detail={detail} names={names} onClose={() => setAct(null)} />
    </Page>
  );
}
