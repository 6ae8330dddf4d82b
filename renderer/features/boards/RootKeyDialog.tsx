import { Download } from 'lucide-react';
import { useState } from 'react';
import type { CreatedBoard } from '../../../shared/api/boardCalls.ts';
import { useCommand } from '../../api/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyId } from '../../ui/CopyId.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { saveBytes } from '../../ui/saveBytes.ts';
import { beginAnew } from './beginAnew.ts';

/** Hands out the root key, once. It cannot be passed by: without the file the key is nowhere. */
export function RootKeyDialog({ created, isKept }: { readonly created: CreatedBoard; readonly isKept: boolean }) {
  const { name, title, rootKey } = created;
  const [isSaved, setSaved] = useState(false);
  const open = useCommand('boards.open');
  const save = () => {
    saveBytes(rootKey.file, new TextEncoder().encode(rootKey.text), 'application/octet-stream');
    setSaved(true);
  };
  return (
    <Dialog
      title="Put the root key into a safe"
      isOpen
      onClose={() => undefined}
      actions={
        <Button
          kind={isSaved || isKept ? 'primary' : 'plain'}
          isDisabled={(!isSaved && !isKept) || open.isPending}
          onPress={() => open.mutate({ name }, { onSuccess: beginAnew })}
        >
          Open {title.length > 40 ? 'the board' : title}
        </Button>
      }
    >
      <div className="tg-stack">
        <p>
          {title} was made. Its root key founded it and is needed again only to put a lost roster right: keep the file
          on paper or on a stick in a safe, with two people knowing where.
        </p>
        <div className="tg-boards-print">
          <p>Its fingerprint is what everybody compares who joins, and what every gate is given:</p>
          <p className="tg-boards-print-text">
            <CopyId text={rootKey.fingerprint} label="Copy the root fingerprint" />
          </p>
        </div>
        <p>
          <Button kind={isSaved ? 'plain' : 'primary'} icon={Download} onPress={save}>
            Save the root key
          </Button>
        </p>
        <p className="tg-quiet tg-boards-kept" role="status">
          {isSaved
            ? `Saved as ${rootKey.file}. Move it out of your downloads; this is the last time it is shown.`
            : isKept
              ? 'A copy stays with this machine’s keys, as you asked.'
              : 'The file is the only copy: Tidegate does not keep it.'}
        </p>
        {open.isError && <Problem compact error={open.error} />}
      </div>
    </Dialog>
  );
}
