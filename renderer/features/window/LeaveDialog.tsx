import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

export interface LeaveDialogProps {
  readonly onStay: () => void;
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
}

/** Asks whoever leaves with edits that are not signed. */
export function LeaveDialog({ onStay, onKeep, onDiscard }: LeaveDialogProps) {
  return (
    <Dialog
      alert
      title="Leave without signing?"
      isOpen
      onClose={onStay}
      actions={
        <>
          <Button onPress={onStay}>Go on editing</Button>
          <Button kind="danger" onPress={onDiscard}>
            Discard edits
          </Button>
          <Button kind="primary" onPress={onKeep}>
            Keep for later
          </Button>
        </>
      }
    >
      <p>Nothing was signed. Kept edits stay on this machine and are here again when you open this page.</p>
    </Dialog>
  );
}
