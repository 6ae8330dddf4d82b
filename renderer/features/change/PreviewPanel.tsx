import { useAsked } from '../../api/useAsked.ts';
import { useCatalogue } from '../../api/useCatalogue.ts';
import { hrefOf, navigate } from '../../route.ts';
import { BandMark } from '../../ui/BandMark.tsx';
import { Button } from '../../ui/Button.tsx';
import { CopyId } from '../../ui/CopyId.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { Agreement } from './detail/Agreement.tsx';
import { RiskBar } from './detail/RiskBar.tsx';
import { VerdictLine } from './detail/VerdictLine.tsx';
import { WhenWhere } from './detail/WhenWhere.tsx';
import './detail/detail.css';
import { legible } from '../../../shared/audit/legible.ts';

export interface PreviewPanelProps {
  readonly change: string;
  readonly onClose: () => void;
}

/** A change beside the table: enough to decide whether to open it. */
export function PreviewPanel({ change, onClose }: PreviewPanelProps) {
  const detail = useAsked('changes.read', { change }, { keepPrevious: true });
  const names = useCatalogue();
  const shown = detail.data;
  return (
    <SidePanel
      title={shown?.row.title ?? change}
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={() => navigate(hrefOf('change', change))}>
          Open change
        </Button>
      }
    >
      {detail.isPending && <Loading what="the change" rows={8} />}
      {detail.isError && <Problem compact error={detail.error} onRetry={() => void detail.refetch()} />}
      {shown && (
        <div className="tg-peek">
          <div className="tg-row">
            <CopyId text={shown.row.change} label="Copy change id" />
            <BandMark band={shown.row.band} score={shown.row.score} as="word" />
            <StateMark state={shown.row.state} hypercare={shown.row.hypercare} />
          </div>
          <VerdictLine verdict={shown.verdict} state={shown.row.state} place={names.place(shown.row.sites)} />
          <p className="tg-prose">{legible(shown.text.summary)}</p>
          <WhenWhere detail={shown} names={names} />
          <RiskBar risk={shown.risk} />
          <Agreement tally={shown.tally} names={names} />
        </div>
      )}
    </SidePanel>
  );
}
