import { useState } from 'react';
import { legibleLine } from '../../../shared/audit/legible.ts';
import type { Rewrite } from '../../../shared/api/syncCalls.ts';
import { useCommand } from '../../api/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { CopyId } from '../../ui/CopyId.tsx';
import { countWords } from '../../ui/spanWords.ts';
import { Pieces } from './Pieces.tsx';

const SHOWN = 12;

/** A remote whose line was rewritten, or edited at its end: what it takes away, what it brings in, and the way back. */
export function RewritePart({ rewrite }: { readonly rewrite: Rewrite }) {
  const [asks, setAsks] = useState(false);
  const restore = useCommand('sync.restoreLine');
  const { base, ours, theirs, lost, lostFiles, lostCommits, added, addedFiles } = rewrite;
  const close = () => setAsks(false);
  return (
    <div className="tg-ledger-notice" data-tone="danger" role="alert">
      {lostCommits === 0 ? (
        <p>
          <strong>Verified records were edited or removed.</strong> {countWords(lostFiles, 'file')} that this desk had
          verified {lostFiles === 1 ? 'is' : 'are'} altered or gone at the remote
          {addedFiles > 0 && `; ${countWords(addedFiles, 'file')} came with or after that`}. No signature heals this:
          the line before it is put back.
        </p>
      ) : (
        <p>
          <strong>The remote’s records were rewritten.</strong> {countWords(lostCommits, 'commit')} that this desk had
          verified {lostCommits === 1 ? 'is' : 'are'} gone there, with {countWords(lostFiles, 'file')};{' '}
          {countWords(addedFiles, 'other')} in their place.
        </p>
      )}
      <dl className="tg-ledger-facts">
        {base !== ours && (
          <>
            <dt>Last in common</dt>
            <dd>
              {base === null ? 'Nothing' : <CopyId text={base} shown={base.slice(0, 12)} label="Copy the commit" />}
            </dd>
          </>
        )}
        <dt>Verified here</dt>
        <dd>
          <CopyId text={ours} shown={ours.slice(0, 12)} label="Copy our head" />
        </dd>
        <dt>There now</dt>
        <dd>
          <CopyId text={theirs} shown={theirs.slice(0, 12)} label="Copy their head" />
        </dd>
      </dl>
      <div className="tg-ledger-sides">
        <div>
          <h3 className="tg-label">Gone or altered there</h3>
          <ul className="tg-ledger-paths">
            {lost.slice(0, SHOWN).map(({ path, how, by }) => (
              <li key={path}>
                <span className="tg-mono">
                  <Pieces text={path} of="folders" />
                </span>
                <span className="tg-quiet">
                  {how}
                  {by !== null && `, signed by ${legibleLine(by)}`}
                </span>
              </li>
            ))}
            {lostFiles > SHOWN && <li>and {(lostFiles - SHOWN).toLocaleString('en')} more</li>}
          </ul>
        </div>
        <div>
          <h3 className="tg-label">Only there</h3>
          <ul className="tg-ledger-paths">
            {added.slice(0, SHOWN).map(({ path }) => (
              <li key={path} className="tg-mono">
                <Pieces text={path} of="folders" />
              </li>
            ))}
            {addedFiles > SHOWN && <li>and {(addedFiles - SHOWN).toLocaleString('en')} more</li>}
            {addedFiles === 0 && <li>Nothing</li>}
          </ul>
        </div>
      </div>
      <Button kind="danger" onPress={() => setAsks(true)}>
        Put the verified line back
      </Button>
      <ConfirmDialog
        title="Put the verified line back?"
        isOpen={asks}
        onClose={close}
        stay="Leave it"
        act="Put it back"
        command={restore}
        onAct={() => restore.mutate({ theirs }, { onSuccess: close })}
      >
        <p>
          The remote’s main branch is set to what this desk has verified. What only stands there is dropped from the
          line; keep a copy first if you want to find out who did it.
        </p>
      </ConfirmDialog>
    </div>
  );
}
