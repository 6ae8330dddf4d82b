import { useState } from 'react';
import { useAsked } from '../../api/useAsked.ts';
import { useCommand } from '../../api/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyId } from '../../ui/CopyId.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Page } from '../../ui/Page.tsx';
import { PlaceTime } from '../../ui/PlaceTime.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { readerZone } from '../../ui/readerZone.ts';
import { Commands } from './Commands.tsx';
import './ledger.css';
import { SetAsideTable } from './SetAsideTable.tsx';

/** The state of the records: how many, which were set aside and why, and how anyone can check them. */
export function LedgerPage() {
  const status = useAsked('app.status', {});
  const health = useAsked('ledger.health', {});
  const verify = useCommand('ledger.verify');
  const [job, setJob] = useState<string | null>(null);
  if (health.isError)
    return (
      <Page title="Ledger">
        <Problem error={health.error} onRetry={() => void health.refetch()} />
      </Page>
    );
  if (health.isPending || !status.data)
    return (
      <Page title="Ledger">
        <Loading what="the ledger" rows={8} />
      </Page>
    );
  const { head, commits, records, counted, problems, halt, checkpoint, byKind } = health.data;
  return (
    <Page
      title="Ledger"
      sentence={
        halt
          ? `Judged up to the commit before ${halt.commit.slice(0, 10)}: that commit may not stand.`
          : `${counted.toLocaleString('en')} of ${records.toLocaleString('en')} records count${problems.length > 0 ? `; ${problems.length} set aside` : ''}.`
      }
      actions={
        <Button
          isDisabled={verify.isPending}
          onPress={() => verify.mutate({}, { onSuccess: (started) => setJob(started.job) })}
        >
          Verify everything
        </Button>
      }
    >
      <div className="tg-ledger">
        <div className="tg-stack">
          {job ? <JobProgress job={job} /> : null}
          {verify.isError ? <Problem error={verify.error} /> : null}
          <dl className="tg-ledger-facts">
            <dt>Ledger</dt>
            <dd>
              <CopyId text={status.data.ledger} label="Copy the ledger's id" />
            </dd>
            <dt>Root key</dt>
            <dd>
              <CopyId text={status.data.rootFingerprint} label="Copy the root key's fingerprint" />
            </dd>
            <dt>Head</dt>
            <dd>
              <CopyId text={head} shown={head.slice(0, 12)} label="Copy the head commit" />{' '}
              <span className="tg-quiet">{commits.toLocaleString('en')} commits</span>
            </dd>
            <dt>Checkpoint</dt>
            <dd>
              {checkpoint ? (
                <>
                  <CopyId
                    text={checkpoint.commit}
                    shown={checkpoint.commit.slice(0, 12)}
                    label="Copy the checkpoint's commit"
                  />{' '}
                  <PlaceTime at={checkpoint.at} zone={readerZone} />
                </>
              ) : (
                'None yet'
              )}
            </dd>
            <dt>Folder</dt>
            <dd>
              <CopyId text={status.data.ledgerFolder} label="Copy the folder's path" />
            </dd>
          </dl>
          <section aria-labelledby="tg-aside" className="tg-stack">
            <h2 id="tg-aside" className="tg-heading">
              Set aside
            </h2>
            {problems.length === 0 ? (
              <Empty compact title="Every file under the roots counts." />
            ) : (
              <SetAsideTable problems={problems} />
            )}
          </section>
        </div>
        <div className="tg-stack">
          <Commands
            title="Prove it without Tidegate"
            detail="In a full clone, both print nothing."
            commands={health.data.proofCommands}
          />
          <Commands
            title="Ask as a pipeline does"
            detail="Exit 0 allows; anything else does not."
            commands={[health.data.gateCommand]}
          />
          <table className="tg-plain-table">
            <caption>Records by kind</caption>
            <tbody>
              {Object.entries(byKind).map(([kind, count]) => (
                <tr key={kind}>
                  <th scope="row">{kind}</th>
                  <td>{count.toLocaleString('en')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </Page>
  );
}
