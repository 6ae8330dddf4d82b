import type { LineBreak } from '../../../shared/api/ledgerCalls.ts';
import { useCommand } from '../../api/useCommand.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';

interface HealDialogProps {
  readonly found: LineBreak;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Before an admin signs that a merge may stand. */
export function HealDialog({ found: { head, missing }, isOpen, onClose }: HealDialogProps) {
  const heal = useCommand('ledger.heal');
  return (
    <ConfirmDialog
      title="May the merge stand?"
      isOpen={isOpen}
      onClose={onClose}
      stay="Not yet"
      act="Sign that it may stand"
      kind="primary"
      command={heal}
      onAct={() => heal.mutate({ head }, { onSuccess: onClose })}
    >
      <p>
        Find out first who made it, and have the server refuse merges on main. What it brought in counts from there on,
        for everybody; this is sent at once and cannot be taken back.
      </p>
      {missing > 1 && <p>Another admin has to sign as well. Until then the line stays halted.</p>}
    </ConfirmDialog>
  );
}

/** Before an admin drops a merge from the line. */
export function PutBackDialog({ found: { head, last }, isOpen, onClose }: HealDialogProps) {
  const putBack = useCommand('ledger.putBack');
  return (
    <ConfirmDialog
      title="Put the line back?"
      isOpen={isOpen}
      onClose={onClose}
      stay="Leave it"
      act="Put it back"
      command={putBack}
      onAct={() => putBack.mutate({ head }, { onSuccess: onClose })}
    >
      <p>
        Main ends at <code className="tg-mono">{last.slice(0, 12)}</code> again, here and at the remote. What came in
        with the merge and behind it is dropped from the line: whoever said it has to say it again. Keep a copy first if
        you want to find out who did it.
      </p>
    </ConfirmDialog>
  );
}
