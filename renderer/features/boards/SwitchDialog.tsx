import { useEffect } from 'react';
import { useAsked } from '../../api/useAsked.ts';
import { useCommand } from '../../api/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { beginAnew } from './beginAnew.ts';
import { OpeningLine } from './OpeningLine.tsx';

interface SwitchDialogProps {
  readonly name: string;
  readonly title: string;
  readonly onClose: () => void;
}

/** Opens another board. It asks first only when that would stop something. */
export function SwitchDialog({ name, title, onClose }: SwitchDialogProps) {
  const jobs = useAsked('jobs.list', {});
  const open = useCommand('boards.open');
  const { mutate } = open;
  // Joining and publishing are the desk's own work and go on.
  const stopped = jobs.data?.filter(({ state, kind }) => state === 'running' && kind !== 'join' && kind !== 'publish');
  const isFree = jobs.isError || stopped?.length === 0;
  const isImporting = stopped?.some(({ kind }) => kind === 'import') ?? false;
  useEffect(() => {
    if (isFree) mutate({ name }, { onSuccess: beginAnew });
  }, [isFree, mutate, name]);
  return (
    <Dialog
      title={`Open ${title}`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Stay here</Button>
          {stopped && stopped.length > 0 && !isImporting && (
            <Button
              kind="primary"
              isDisabled={open.isPending}
              onPress={() => mutate({ name }, { onSuccess: beginAnew })}
            >
              Stop it and open the board
            </Button>
          )}
        </>
      }
    >
      <div className="tg-stack">
        {open.isError ? (
          <Problem compact error={open.error} />
        ) : isImporting ? (
          <p>An import is running on this board. It is finished or cancelled first; then you can open another.</p>
        ) : stopped && stopped.length > 0 && !open.isPending ? (
          <>
            <p>Opening another board stops what is running on this one:</p>
            <ul className="tg-boards-list">
              {stopped.map(({ job, title: work }) => (
                <li key={job}>{work}</li>
              ))}
            </ul>
            <p>What is signed stays, and is sent when this board is open again.</p>
          </>
        ) : (
          <OpeningLine />
        )}
      </div>
    </Dialog>
  );
}
