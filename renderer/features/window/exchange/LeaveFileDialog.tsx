import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';

export interface LeaveFileDialogProps {
  /** "12 windows": what is chosen and not signed. */
  readonly what: string;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Asks whoever leaves a file with choices that are not signed. */
export function LeaveFileDialog({ what, onStay, onLeave }: LeaveFileDialogProps) {
  return (
    <Dialog
      alert
      title="Leave without signing?"
      isOpen
      onClose={onStay}
      actions={
        <>
          <Button onPress={onStay}>Go on choosing</Button>
          <Button kind="danger" onPress={onLeave}>
            Leave the file
          </Button>
        </>
      }
    >
      <p>{what} chosen, none signed. What you said about them is not kept; the file can be read again.</p>
    </Dialog>
  );
}
