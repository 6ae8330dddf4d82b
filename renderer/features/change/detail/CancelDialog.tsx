import { useState } from 'react';
import type { ChangeRow } from '../../../../shared/api/changeCalls.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { useSaySigned } from './useSaySigned.ts';

interface CancelDialogProps {
  readonly change: ChangeRow;
  readonly onClose: () => void;
}

/** Ends a change for good; the record stays, with the reason. */
export function CancelDialog({ change, onClose }: CancelDialogProps) {
  const [reason, setReason] = useState('');
  const cancel = useCommand('changes.cancel');
  const saySigned = useSaySigned();
  const sign = () =>
    cancel.mutate(
      { change: change.change, reason: reason.trim() },
      {
        onSuccess: ({ row }) => {
          saySigned('Cancellation signed', row);
          onClose();
        },
      },
    );
  return (
    <Dialog
      title="Cancel this change"
      alert
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Keep the change</Button>
          <Button kind="danger" isDisabled={reason.trim() === '' || cancel.isPending} onPress={sign}>
            Sign cancellation
          </Button>
        </>
      }
    >
      <div className="tg-stack">
        <p>“{change.title}” ends here and cannot be taken up again. Its record and its signatures stay readable.</p>
        <TextArea label="Reason" value={reason} onChange={setReason} maxLength={2_000} />
        {cancel.isError && <Problem compact error={cancel.error} />}
      </div>
    </Dialog>
  );
}
