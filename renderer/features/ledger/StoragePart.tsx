import { useAsked } from '../../api/useAsked.ts';
import { useCommand } from '../../api/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { byteWords } from './byteWords.ts';

/** What the board takes on this machine, and the index that can be thrown away at any time. */
export function StoragePart({ isBusy, onJob }: { readonly isBusy: boolean; readonly onJob: (job: string) => void }) {
  const storage = useAsked('ledger.storage', {});
  const rebuild = useCommand('ledger.rebuild');
  if (storage.isError) return <Problem error={storage.error} onRetry={() => void storage.refetch()} compact />;
  const { ledger = 0, catalogue = 0, workspace = 0, freeOnDisk = 0, packs = 0, looseObjects = 0 } = storage.data ?? {};
  return (
    <section aria-labelledby="tg-storage" className="tg-stack">
      <div className="tg-ledger-head">
        <h2 id="tg-storage" className="tg-heading">
          Storage
        </h2>
        <span className="tg-ledger-acts">
          <Button
            size="small"
            isPending={rebuild.isPending || isBusy}
            onPress={() => rebuild.mutate({}, { onSuccess: ({ job }) => onJob(job) })}
          >
            Rebuild the index
          </Button>
        </span>
      </div>
      <dl className="tg-ledger-facts">
        <dt>Records</dt>
        <dd>
          {byteWords(ledger)}{' '}
          <span className="tg-quiet">
            {packs} {packs === 1 ? 'pack' : 'packs'}, {looseObjects.toLocaleString('en')} loose objects
          </span>
        </dd>
        <dt>Index</dt>
        <dd>
          {byteWords(catalogue)} <span className="tg-quiet">follows from the records</span>
        </dd>
        <dt>Drafts, unsent</dt>
        <dd>{byteWords(workspace)}</dd>
        <dt>Free on disk</dt>
        <dd>{byteWords(freeOnDisk)}</dd>
      </dl>
      {rebuild.isError && <Problem error={rebuild.error} compact />}
    </section>
  );
}
