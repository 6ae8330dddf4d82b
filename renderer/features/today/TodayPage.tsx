import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { TodayView } from '../../../shared/api/calendarCalls.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useCatalogue } from '../../api/useCatalogue.ts';
import { hrefOf, navigate } from '../../route.ts';
import { Button } from '../../ui/Button.tsx';
import { ChangeLine } from '../../ui/ChangeLine.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Page } from '../../ui/Page.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { BoardNumbers } from './BoardNumbers.tsx';
import { BrokenLines } from './BrokenLines.tsx';
import { DraftLines } from './DraftLines.tsx';
import { DutyLines } from './DutyLines.tsx';
import { FreezeList } from './FreezeList.tsx';
import { LostLines } from './LostLines.tsx';
import { RenumberedLines } from './RenumberedLines.tsx';
import { ThreeAnswers } from './ThreeAnswers.tsx';
import { WaitingList } from './WaitingList.tsx';
import { todaySentence } from './todaySentence.ts';
import './today.css';

/** Lines of each list: what is read at a glance. */
const SHOWN = 6;

/** What is frozen, what deploys next, what waits for me. */
export function TodayPage() {
  const today = useAsked('today.read', {});
  const status = useAsked('app.status', {});
  const now = status.data?.now ?? 0;
  return (
    <Page
      title="Today"
      sentence={today.data && todaySentence(today.data)}
      actions={
        status.data?.me.may.request && (
          <Button icon={Plus} kind="primary" onPress={() => navigate(hrefOf('new-change'))}>
            New change
          </Button>
        )
      }
    >
      {today.isPending && <Loading what="today" rows={8} />}
      {today.isError && <Problem error={today.error} onRetry={() => void today.refetch()} />}
      {today.data && (
        <Today
          view={today.data}
          now={now}
          waiting={status.data?.waitingForMe ?? today.data.waiting.length}
          mayRequest={status.data?.me.may.request ?? false}
        />
      )}
    </Page>
  );
}

interface TodayProps {
  readonly view: TodayView;
  readonly now: number;
  readonly waiting: number;
  readonly mayRequest: boolean;
}

function Today({ view, now, waiting, mayRequest }: TodayProps) {
  const names = useCatalogue();
  return (
    <div className="tg-today">
      <BrokenLines broken={view.broken} names={names} />
      <RenumberedLines renumbered={view.renumbered} />
      <LostLines lost={view.lost} mayRequest={mayRequest} />
      <ThreeAnswers view={view} now={now} waiting={waiting} names={names} />
      <div className="tg-today-columns">
        <div className="tg-today-column">
          <Section
            title="Waits for you"
            more={{ href: hrefOf('changes', null, { mine: 'waiting' }), text: waiting > 0 ? `All ${waiting}` : 'All' }}
          >
            <DutyLines duties={view.duties} now={now} />
            {(view.waiting.length > 0 || view.duties.length === 0) && (
              <WaitingList rows={view.waiting} names={names} now={now} />
            )}
          </Section>
          <Section title="Deploys next" more={{ href: hrefOf('changes', null, { states: 'scheduled' }), text: 'All' }}>
            {view.next.length === 0 && <Empty compact title="No deployment is planned." />}
            {view.next.slice(0, SHOWN).map((row) => (
              <ChangeLine key={row.change} row={row} names={names} tail="start" />
            ))}
          </Section>
          <Section title="In flight">
            {view.inFlight.length === 0 && <Empty compact title="Nothing is being deployed or watched." />}
            {view.inFlight.slice(0, SHOWN).map((row) => (
              <ChangeLine key={row.change} row={row} names={names} tail="state" />
            ))}
          </Section>
        </div>
        <div className="tg-today-column">
          <Section title="Freezes" more={{ href: hrefOf('windows'), text: 'All windows' }}>
            <FreezeList freezes={view.freezes} names={names} now={now} />
          </Section>
          <Section title="Your changes" more={{ href: hrefOf('changes', null, { mine: 'requested' }), text: 'All' }}>
            <DraftLines most={SHOWN} />
            {view.mine.length === 0 && <Empty compact title="You have asked for nothing that is still open." />}
            {view.mine.slice(0, SHOWN).map((row) => (
              <ChangeLine key={row.change} row={row} names={names} tail="state" />
            ))}
          </Section>
          <Section title="The board">
            <BoardNumbers numbers={view.numbers} />
          </Section>
        </div>
      </div>
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly more?: { readonly href: string; readonly text: string };
  readonly children: ReactNode;
}

function Section({ title, more, children }: SectionProps) {
  return (
    <section aria-label={title}>
      <div className="tg-section-head">
        <h2>{title}</h2>
        {more && (
          <a href={more.href}>
            {more.text}
            <span className="tg-hidden">: {title.toLowerCase()}</span>
          </a>
        )}
      </div>
      <div className="tg-today-lines">{children}</div>
    </section>
  );
}
