import { useState } from 'react';
import type { ChangeDetail } from '../../../../shared/api/changeCalls.ts';
import type { ReviewView } from '../../../../shared/api/waiverCalls.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { optionsOf } from '../../../ui/tradeWords.ts';
import { useSaySigned } from './useSaySigned.ts';
import { outcomeWords } from './waiverWords.ts';

interface ReviewDialogProps {
  readonly detail: ChangeDetail;
  readonly onClose: () => void;
}

/** What happened, why, and what is done about it. */
export function ReviewDialog({ detail, onClose }: ReviewDialogProps) {
  const [outcome, setOutcome] = useState<ReviewView['outcome'] | null>(null);
  const [summary, setSummary] = useState('');
  const [causes, setCauses] = useState('');
  const [actions, setActions] = useState('');
  const [isTried, setTried] = useState(false);
  const write = useCommand('reviews.write');
  const saySigned = useSaySigned();
  const sign = () => {
    setTried(true);
    if (outcome === null || summary.trim() === '') return;
    const lines = actions.split('\n').map((line) => line.trim().slice(0, 240));
    write.mutate(
      {
        change: detail.row.change,
        outcome,
        summary: summary.trim(),
        causes: causes.trim(),
        actions: lines.filter(Boolean).slice(0, 100),
      },
      {
        onSuccess: ({ row }) => {
          saySigned('Review signed', row);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title="Review the change"
      wide
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Not now</Button>
          <Button kind="primary" isDisabled={write.isPending} onPress={sign}>
            Sign review
          </Button>
        </>
      }
    >
      <div className="tg-stack">
        <Select
          label="Outcome"
          options={optionsOf(outcomeWords)}
          value={outcome}
          onChange={setOutcome}
          error={isTried && outcome === null ? 'Choose how it ended.' : undefined}
        />
        <TextArea
          label="What happened"
          value={summary}
          onChange={setSummary}
          maxLength={20_000}
          rows={3}
          error={isTried && summary.trim() === '' ? 'Say what happened.' : undefined}
        />
        <TextArea label="Causes (optional)" value={causes} onChange={setCauses} maxLength={20_000} rows={2} />
        <TextArea
          label="What is done about it (optional)"
          value={actions}
          onChange={setActions}
          maxLength={20_000}
          rows={2}
          hint="One action on each line."
        />
        {write.isError && <Problem compact error={write.error} />}
      </div>
    </Dialog>
  );
}
