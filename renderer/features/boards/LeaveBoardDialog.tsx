import { useState } from 'react';
import type { LeavingView } from '../../../shared/api/boardCalls.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useCommand } from '../../api/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { countWords } from '../../ui/spanWords.ts';
import { TextInput } from '../../ui/TextInput.tsx';
import { beginAnew } from './beginAnew.ts';

/** Removes a board's copy from this machine, once it is plain what goes with it. */
export function LeaveBoardDialog({ name, onClose }: { readonly name: string; readonly onClose: () => void }) {
  const leaving = useAsked('boards.leaving', { name });
  const leave = useCommand('boards.leave');
  const [typed, setTyped] = useState('');
  const view = leaving.data;
  const isOnly = view !== undefined && view.remote === null && !view.sample;
  return (
    <Dialog
      alert
      title={view ? `Remove ${view.title} from this machine` : 'Remove a board'}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Keep it</Button>
          <Button
            kind="danger"
            isDisabled={!view || leave.isPending || (isOnly && typed.trim() !== view.title)}
            onPress={() => view && leave.mutate({ name, unsent: view.unsent.length }, { onSuccess: beginAnew })}
          >
            Remove it
          </Button>
        </>
      }
    >
      <div className="tg-stack">
        {leaving.isPending && <Loading what="what would go" rows={3} />}
        {leaving.isError && <Problem compact error={leaving.error} onRetry={() => void leaving.refetch()} />}
        {view && <WhatGoes view={view} />}
        {isOnly && (
          <TextInput
            label={`Type the board’s name, ${view.title}, to remove the only copy`}
            value={typed}
            onChange={setTyped}
            autoComplete="off"
          />
        )}
        {leave.isError && <Problem compact error={leave.error} />}
      </div>
    </Dialog>
  );
}

function WhatGoes({ view }: { readonly view: LeavingView }) {
  const lost = [
    view.unsent.length > 0 &&
      countWords(view.unsent.length, 'signed action that was not sent', 'signed actions that were not sent'),
    view.unsentCommits > 0 &&
      countWords(view.unsentCommits, 'record commit that was not sent', 'record commits that were not sent'),
    view.drafts > 0 && countWords(view.drafts, 'draft'),
  ].filter((each) => each !== false);
  return (
    <>
      <p>
        {view.remote === null
          ? view.sample
            ? 'The sample board is made anew when you open it again; what you did on it is lost.'
            : 'This machine has the only copy. Once it is removed nobody can bring it back.'
          : `The board stays at ${view.remote}, and you can join it again.`}
      </p>
      {lost.length > 0 && (
        <>
          <p>With it goes what nobody else has:</p>
          <ul className="tg-boards-list">
            {lost.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </>
      )}
      {view.remote !== null && lost.length === 0 && <p>Everything you signed here has been sent.</p>}
      {view.keys > 0 && !view.sample && <p>Your keys for it are put aside in the data folder, not deleted.</p>}
    </>
  );
}
