import { useState } from 'react';
import { useAsked } from '../../api/useAsked.ts';
import { useCommand } from '../../api/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { AddressInput } from './AddressInput.tsx';

/** Gives the open board a place that others reach. */
export function PublishDialog({ onClose }: { readonly onClose: () => void }) {
  const [address, setAddress] = useState('');
  const publish = useCommand('boards.publish');
  const jobs = useAsked('jobs.list', {});
  const job = publish.data?.job ?? null;
  const state = jobs.data?.find((each) => each.job === job)?.state ?? 'running';
  const isRunning = job !== null && state === 'running';
  return (
    <Dialog
      title="Publish this board"
      isOpen
      onClose={isRunning ? () => undefined : onClose}
      actions={
        job !== null && state === 'done' ? (
          <Button kind="primary" onPress={onClose}>
            Done
          </Button>
        ) : (
          <>
            <Button isDisabled={isRunning} onPress={onClose}>
              Not now
            </Button>
            <Button
              kind="primary"
              isDisabled={address.trim() === '' || isRunning || publish.isPending}
              onPress={() => publish.mutate({ address })}
            >
              Publish
            </Button>
          </>
        )
      }
    >
      <div className="tg-stack">
        <p>
          The whole board is sent to an empty Git repository, record by record as it was signed. From then on this desk
          sends and fetches by itself, and others join by the same address.
        </p>
        <AddressInput value={address} onChange={setAddress} isDisabled={isRunning || state === 'done'} />
        {publish.isError && <Problem compact error={publish.error} />}
        {job !== null && <JobProgress job={job} />}
      </div>
    </Dialog>
  );
}
