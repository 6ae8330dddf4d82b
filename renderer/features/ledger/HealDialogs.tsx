import type { LineBreak } from '../../../shared/api/ledgerCalls.ts';
import { useCommand } from '../../api/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Problem } from '../../ui/Problem.tsx';

interface HealDialogProps {
  readonly found: LineBreak;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Before an admin signs that a merge may stand. */
export function HealDialog({ found: { head, missing }, isOpen, onClose }: HealDialogProps) {
  const heal = useCommand('ledger.heal');
  return (
    <Dialog
      title="May the merge stand?"
      isOpen={isOpen}
      onClose={onClose}
      alert
      actions={
        <>
          <Button onPress={onClose}>Not yet</Button>
          <Button
            kind="primary"
            isDisabled={heal.isPending}
            onPress={() => heal.mutate({ head }, { onSuccess: onClose })}
          >
            Sign that it may stand
          </Button>
        </>
      }
    >
      <p>
        Find out first who made it, and have the server refuse merges on main. What it brought in counts from there on,
        for everybody; this is sent at once and cannot be taken back.
      </p>
      {missing > 1 && <p>Another admin has to sign as well. Until then the line stays halted.</p>}
      {heal.isError && <Problem error={heal.error} compact />}
    </Dialog>
  );
}

/** Before an admin drops a merge from the line. */
export function PutBackDialog({ found: { head, last }, isOpen, onClose }: HealDialogProps) {
  const putBack = useCommand('ledger.putBack');
  return (
    <Dialog
      title="Put the line back?"
      isOpen={isOpen}
      onClose={onClose}
      alert
      actions={
        <>
          <Button onPress={onClose}>Leave it</Button>
          <Button
            kind="danger"
            isDisabled={putBack.isPending}
            onPress={() => putBack.mutate({ head }, { onSuccess: onClose })}
          >
            Put it back
          </Button>
        </>
      }
    >
      <p>
        Main ends at <code className="tg-mono">{last.slice(0, 12)}</code> again, here and at the remote. What came in
        with the merge and behind it is dropped from the line: whoever said it has to say it again. Keep a copy first if
        you want to find out who did it.
      </p>
      {putBack.isError && <Problem error={putBack.error} compact />}
    </Dialog>
  );
}
