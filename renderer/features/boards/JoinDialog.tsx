import { useState } from 'react';
import { useAsked } from '../../api/useAsked.ts';
import { useCommand } from '../../api/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { AddressInput } from './AddressInput.tsx';
import { JoinFindings } from './JoinFindings.tsx';

const FINGERPRINT = /^SHA256:[A-Za-z0-9+/]{43}$/;

/** Joins a board by its address: fetched and checked, then confirmed by its fingerprint. */
export function JoinDialog({ onClose }: { readonly onClose: () => void }) {
  const [address, setAddress] = useState('');
  const [root, setRoot] = useState('');
  const [job, setJob] = useState<string | null>(null);
  const join = useCommand('boards.join');
  const discard = useCommand('boards.discard');
  const jobs = useAsked('jobs.list', {});
  const state = job === null ? null : (jobs.data?.find((each) => each.job === job)?.state ?? 'running');
  const pinned = root.trim();
  const isStrange = pinned !== '' && !FINGERPRINT.test(pinned);
  const close = () => {
    if (job !== null) discard.mutate({ job });
    onClose();
  };
  const start = () =>
    join.mutate({ address, root: pinned === '' ? null : pinned }, { onSuccess: (started) => setJob(started.job) });

  if (job !== null && state === 'done') return <JoinFindings job={job} onRefuse={close} />;
  return (
    <Dialog
      title="Join a board by Git address"
      isOpen
      onClose={close}
      actions={
        job === null ? (
          <>
            <Button onPress={close}>Not now</Button>
            <Button kind="primary" isDisabled={address.trim() === '' || isStrange || join.isPending} onPress={start}>
              Fetch and check
            </Button>
          </>
        ) : state === 'running' ? (
          <Button onPress={close}>Stop and close</Button>
        ) : (
          <>
            <Button onPress={close}>Close</Button>
            <Button kind="primary" onPress={() => setJob(null)}>
              Change the address
            </Button>
          </>
        )
      }
    >
      {job === null ? (
        <form
          className="tg-stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (address.trim() !== '' && !isStrange) start();
          }}
        >
          <p>
            The board is fetched to this machine and every signature on it is checked. You can read all of it at once;
            an admin lets you in before you can sign.
          </p>
          <AddressInput value={address} onChange={setAddress} isFirst />
          <TextInput
            label="Fingerprint of its root key, if you were given one"
            mono
            value={root}
            onChange={setRoot}
            autoComplete="off"
            spellCheck="false"
            placeholder="SHA256:…"
            hint="Without one you compare it in the next step."
            error={isStrange ? 'A fingerprint is SHA256: and 43 characters.' : undefined}
          />
          {join.isError && <Problem compact error={join.error} />}
          {/* Enter in a field fetches, as the button does. */}
          <button type="submit" hidden aria-hidden tabIndex={-1} />
        </form>
      ) : (
        <JobProgress job={job} />
      )}
    </Dialog>
  );
}
