import { useState } from 'react';
import type { ChangeDetail } from '../../../../shared/api/changeCalls.ts';
import type { Names } from '../../../api/useCatalogue.ts';
import { useRoute } from '../../../route.ts';
import { Tabs } from '../../../ui/Tabs.tsx';
import type { Act } from './ChangeActs.tsx';
import { CommentList } from './CommentList.tsx';
import { DecisionList } from './DecisionList.tsx';
import { EvidenceList } from './EvidenceList.tsx';
import { HistoryList } from './HistoryList.tsx';
import { Impact } from './Impact.tsx';
import { isLater } from './isLater.ts';
import { PlanText } from './PlanText.tsx';

const sides = ['plan', 'evidence', 'approvals', 'impact', 'comments', 'history'] as const;
type Side = (typeof sides)[number];

interface ChangeTabsProps {
  readonly detail: ChangeDetail;
  readonly names: Names;
  readonly onAct: (act: Act) => void;
}

/** The change's sides: plan, proof, signatures, consequences, past. */
export function ChangeTabs({ detail, names, onAct }: ChangeTabsProps) {
  const { query } = useRoute();
  const [tab, setTab] = useState<Side>(() => sides.find((side) => side === query.get('side')) ?? 'plan');
  const { evidence, tally, impact, hits, collisions, staleByStart } = detail;
  const required = evidence.filter((each) => each.required && !isLater(each, detail.row.state));
  const fresh = required.filter(({ standing }) => standing === 'fresh').length;
  const met = tally.requirements.filter((each) => each.met.length >= each.count).length;
  const meets = hits.length + collisions.length + staleByStart.length;
  return (
    <Tabs
      label="Sides of the change"
      selected={tab}
      onSelect={setTab}
      tabs={[
        { id: 'plan', label: 'Plan', content: <PlanText text={detail.text} names={names} /> },
        {
          id: 'evidence',
          label: 'Evidence',
          count: `${fresh}/${required.length}`,
          content: <EvidenceList detail={detail} names={names} onAct={onAct} />,
        },
        {
          id: 'approvals',
          label: 'Approvals',
          count: `${met}/${tally.requirements.length}`,
          content: <DecisionList tally={tally} place={names.place(detail.row.sites)} />,
        },
        {
          id: 'impact',
          label: 'Impact',
          count: String(impact.filter(({ hops }) => hops > 0).length + meets),
          content: <Impact detail={detail} names={names} />,
        },
        {
          id: 'comments',
          label: 'Comments',
          ...(detail.comments.length > 0 && { count: String(detail.comments.length) }),
          content: <CommentList detail={detail} names={names} />,
        },
        {
          id: 'history',
          label: 'History',
          content: <HistoryList history={detail.history} place={names.place(detail.row.sites)} />,
        },
      ]}
    />
  );
}
