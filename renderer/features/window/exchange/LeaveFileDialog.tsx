import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';

export interface LeaveFileDialogProps {
  /** "12 windows": what is chosen and not signed. */
  readonly what: string;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Asks whoever leaves a file with choices that are not signed. */
export function LeaveFileDialog({ what, onStay, onLeave }: LeaveFileDialogProps) {
  return (
    <ConfirmDialog
      title="Leave without signing?"
      onClose={onStay}
      stay="Go on choosing"
      act="Leave the file"
      onAct={onLeave}
    >
      <p>{what} chosen, none signed. What you said about them is not kept; the file can be read again.</p>
    </ConfirmDialog>
  );
}
