import type { StatusView } from '../../../shared/api/appCalls.ts';
import type { LedgerHealth } from '../../../shared/api/recordCalls.ts';
import { CopyId } from '../../ui/CopyId.tsx';
import { PlaceTime } from '../../ui/PlaceTime.tsx';
import { readerZone } from '../../ui/readerZone.ts';
import { countWords } from '../../ui/spanWords.ts';
import { Commands } from './Commands.tsx';
import { StoragePart } from './StoragePart.tsx';
import { SyncPart } from './SyncPart.tsx';

interface OverviewPartProps {
  readonly health: LedgerHealth;
  readonly status: StatusView;
  /** Something reads the whole line already. */
  readonly isBusy: boolean;
  readonly onJob: (job: string) => void;
}

/** How it stands to the remote, what it is, what it takes, and the commands with which anybody checks it. */
export function OverviewPart({ health, status, isBusy, onJob }: OverviewPartProps) {
  return (
    <div className="tg-ledger-columns">
      <div className="tg-stack">
        <SyncPart now={status.now} isSample={status.sample} healCommand={status.healCommand} />
        <section aria-labelledby="tg-identity" className="tg-stack">
          <h2 id="tg-identity" className="tg-heading">
            Identity
          </h2>
          <Facts health={health} status={status} />
        </section>
        <StoragePart isBusy={isBusy} onJob={onJob} />
      </div>
      <div className="tg-stack">
        <Commands
          title="Prove it without Tidegate"
          detail={
            health.healed === 0
              ? 'In a full clone, both print nothing.'
              : `In a full clone, the first prints the ${countWords(health.healed, 'merge')} that admins let stand, the second nothing.`
          }
          commands={health.proofCommands}
        />
        <Commands
          title="Ask as a pipeline does"
          detail="Exit 0 allows; anything else does not."
          commands={[health.gateCommand]}
        />
        <table className="tg-plain-table tg-ledger-counts">
          <caption>Records by kind</caption>
          <tbody>
            {Object.entries(health.byKind).map(([kind, count]) => (
              <tr key={kind}>
                <th scope="row">{kind}</th>
                <td>{count.toLocaleString('en')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Facts({ health: { head, commits, checkpoint }, status }: Pick<OverviewPartProps, 'health' | 'status'>) {
  return (
    <dl className="tg-ledger-facts">
      <dt>Ledger</dt>
      <dd>
        <CopyId text={status.ledger} label="Copy the ledger's id" />
      </dd>
      <dt>Root key</dt>
      <dd>
        <CopyId text={status.rootFingerprint} label="Copy the root key's fingerprint" />
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
        <CopyId text={status.ledgerFolder} label="Copy the folder's path" />
      </dd>
    </dl>
  );
}
