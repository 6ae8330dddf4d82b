import { useState, type ReactNode } from 'react';
import type { RosterEdit } from '../../../shared/people/rosterEdit.ts';
import type { Member } from '../../../shared/record/body/rosterBody.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useCommand } from '../../api/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { useUndoToast } from '../window/useUndoToast.ts';
import { StepsEffect, StepsList } from './StepsPreview.tsx';

export interface SignStepsDialogProps {
  readonly title: string;
  /** What the button says. */
  readonly action: string;
  /** Null while something is still to be filled in. */
  readonly edits: readonly RosterEdit[] | null;
  readonly members: readonly Member[];
  readonly children?: ReactNode;
  readonly danger?: boolean;
  /** Signs by another call than that for plain steps. */
  readonly sign?: () => Promise<{ readonly row: number }>;
  readonly onClose: () => void;
}

/** Asks for the signature of a roster revision: what it does in words, what it takes away in numbers. */
export function SignStepsDialog(props: SignStepsDialogProps) {
  const { title, action, edits, members, children, danger = false, sign, onClose } = props;
  const given = edits ?? [];
  const preview = useAsked('people.preview', { edits: [...given] }, { enabled: given.length > 0, keepPrevious: true });
  const edit = useCommand('people.edit');
  const toast = useUndoToast();
  const [failure, setFailure] = useState<unknown>(null);
  const [isSigning, setSigning] = useState(false);
  // The numbers of the steps before these are no answer about these.
  const isPreviewed = preview.data?.problem === null && !preview.isPlaceholderData;
  const isReady = edits !== null && isPreviewed && !isSigning;
  const apply = async () => {
    setSigning(true);
    setFailure(null);
    try {
      const { row } = await (sign ? sign() : edit.mutateAsync({ edits: [...given] }));
      toast(preview.data && preview.data.further > 0 ? 'Signed. It waits for another admin.' : 'Signed.', row);
      onClose();
    } catch (error) {
      setFailure(error);
    } finally {
      setSigning(false);
    }
  };
  return (
    <Dialog
      wide
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Leave it as it is</Button>
          <Button kind={danger ? 'danger' : 'primary'} isDisabled={!isReady} onPress={() => void apply()}>
            {action}
          </Button>
        </>
      }
    >
      <div className="tg-stack">
        {children}
        {edits !== null && edits.length > 0 && (
          <section className="tg-people-signed" aria-label="What you sign">
            <h3 className="tg-label">You sign this</h3>
            <StepsList steps={edits} members={members} />
            {preview.data && <StepsEffect preview={preview.data} />}
            {preview.isPending && <Loading what="what it would do" rows={1} />}
            {preview.isError && <Problem compact error={preview.error} />}
          </section>
        )}
        {failure !== null && <Problem compact error={failure} />}
      </div>
    </Dialog>
  );
}
