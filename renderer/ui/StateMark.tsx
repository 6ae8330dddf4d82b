import {
  CalendarCheck,
  CalendarX,
  CircleCheck,
  CircleDashed,
  CircleSlash,
  CircleX,
  ClipboardList,
  Eye,
  Play,
  Scale,
  SearchCheck,
  type LucideIcon,
} from 'lucide-react';
import type { LifecycleState } from '../../shared/record/words.ts';
import { stateWords } from './tradeWords.ts';

const looks: Readonly<Record<LifecycleState, { icon: LucideIcon; tone: string }>> = {
  draft: { icon: CircleDashed, tone: 'quiet' },
  assessment: { icon: ClipboardList, tone: 'warn' },
  authorization: { icon: Scale, tone: 'warn' },
  scheduled: { icon: CalendarCheck, tone: 'active' },
  implementing: { icon: Play, tone: 'active' },
  validating: { icon: SearchCheck, tone: 'active' },
  review: { icon: Eye, tone: 'warn' },
  closed: { icon: CircleCheck, tone: 'good' },
  rejected: { icon: CircleX, tone: 'danger' },
  cancelled: { icon: CircleSlash, tone: 'quiet' },
  expired: { icon: CalendarX, tone: 'danger' },
};

/** Where a change stands, by icon and word. */
export function StateMark({ state, hypercare }: { readonly state: LifecycleState; readonly hypercare?: boolean }) {
  const { icon: Icon, tone } = looks[state];
  return (
    <span className="tg-state" data-tone={tone}>
      <Icon size={16} aria-hidden />
      {hypercare && state === 'validating' ? 'Hypercare' : stateWords[state]}
    </span>
  );
}
