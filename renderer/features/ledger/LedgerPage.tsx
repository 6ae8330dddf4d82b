import { useState } from 'react';
import { useAsked } from '../../api/useAsked.ts';
import { useCommand } from '../../api/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Page } from '../../ui/Page.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { hrefOf, navigate, useRoute } from '../../route.ts';
import { ForksPart } from './ForksPart.tsx';
import { HistoryPart } from './HistoryPart.tsx';
import './ledger.css';
import { OverviewPart } from './OverviewPart.tsx';
import { SetAsideTable } from './SetAsideTable.tsx';

const parts = ['overview', 'history', 'twice', 'aside'] as const;
type Part = (typeof parts)[number];

function select(part: Part): void {
  navigate(hrefOf('ledger', null, part === 'overview' ? {} : { part }));
}

/** The state of the records: sync, history, what was said twice, what was set aside, and how anyone can check them. */
export function LedgerPage() {
  const { query } = useRoute();
  const shown = parts.find((part) => part === query.get('part')) ?? 'overview';
  const health = useAsked('ledger.health', {});
  const status = useAsked('app.status', {});
  const forks = useAsked('ledger.forks', {});
  const verify = useCommand('ledger.verify');
  const jobs = useAsked('jobs.list', {});
  const [started, setStarted] = useState<string | null>(null);
  const running = jobs.data?.find(
    ({ kind, state }) => state === 'running' && (kind === 'verify' || kind === 'rebuild'),
  );
  // What was started here stays when it has ended; what began elsewhere shows while it runs.
  const job = running?.job ?? started;
  if (health.isError)
    return (
      <Page title="Ledger">
        <Problem error={health.error} onRetry={() => void health.refetch()} />
      </Page>
    );
  if (!health.data || !status.data)
    return (
      <Page title="Ledger">
        <Loading what="the ledger" rows={8} />
      </Page>
    );
  const { records, counted, problems, halt } = health.data;
  const aside = problems.length > 0 ? `; ${problems.length.toLocaleString('en')} set aside` : '';
  return (
    <Page
      title="Ledger"
      sentence={
        halt
          ? `Judged up to the commit before ${halt.commit.slice(0, 10)}: that commit may not stand.`
          : `${counted.toLocaleString('en')} of ${records.toLocaleString('en')} records count${aside}.`
      }
      actions={
        <Button
          isPending={verify.isPending || running !== undefined}
          onPress={() => verify.mutate({}, { onSuccess: (answer) => setStarted(answer.job) })}
        >
          Verify everything
        </Button>
      }
    >
      <div className="tg-ledger">
        {job ? <JobProgress job={job} /> : null}
        {verify.isError ? <Problem error={verify.error} compact /> : null}
        <Tabs
          label="Parts of the ledger"
          selected={shown}
          onSelect={select}
          tabs={[
            {
              id: 'overview',
              label: 'Overview',
              content: (
                <OverviewPart
                  health={health.data}
                  status={status.data}
                  isBusy={running !== undefined}
                  onJob={setStarted}
                />
              ),
            },
            { id: 'history', label: 'History', content: <HistoryPart /> },
            {
              id: 'twice',
              label: 'Said twice',
              ...(forks.data && forks.data.length > 0 ? { count: String(forks.data.length) } : {}),
              content: <ForksPart />,
            },
            {
              id: 'aside',
              label: 'Set aside',
              ...(problems.length > 0 ? { count: problems.length.toLocaleString('en') } : {}),
              content:
                problems.length === 0 ? (
                  <Empty title="Every file under the roots counts.">
                    One that does not count is left out of everything, and is listed here with the reason.
                  </Empty>
                ) : (
                  <SetAsideTable problems={problems} />
                ),
            },
          ]}
        />
      </div>
    </Page>
  );
}
