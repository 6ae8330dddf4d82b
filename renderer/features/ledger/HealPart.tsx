import { useState } from 'react';
import { legibleLine } from '../../../shared/audit/legible.ts';
import type { BrokenCommit, LineBreak } from '../../../shared/api/ledgerCalls.ts';
import { useAsked } from '../../api/useAsked.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyId } from '../../ui/CopyId.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { LongList } from '../../ui/LongList.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { countWords } from '../../ui/spanWords.ts';
import { Command } from './Commands.tsx';
import { HealDialog, PutBackDialog } from './HealDialogs.tsx';
import { HistoryFileLine } from './HistoryFileLine.tsx';

/** A merge halts the line: what it brought in, and what those can do who may decide about it. */
export function HealPart({ command }: { readonly command: string }) {
  const asked = useAsked('ledger.break', {});
  if (asked.isError) return <Problem compact error={asked.error} onRetry={() => void asked.refetch()} />;
  if (asked.data === undefined) return <Loading what="what the merge brought in" rows={3} />;
  if (asked.data === null) return <NoCure />;
  return (
    <div className="tg-ledger-notice" data-tone="danger" role="alert">
      <p>
        <strong>A merge stands on the line.</strong> Everything before it counts. Once admins have signed that it may
        stand, what it brought in counts as well, as first seen there.
      </p>
      <ol className="tg-ledger-broken" aria-label="What came in">
        {asked.data.commits.map((commit) => (
          <Brought key={commit.commit} {...commit} />
        ))}
        {asked.data.commitCount > asked.data.commits.length && (
          <li>and {countWords(asked.data.commitCount - asked.data.commits.length, 'more commit')}</li>
        )}
      </ol>
      <Choice found={asked.data} />
      <p className="tg-quiet">With a key that is not on this desk, in a terminal:</p>
      <Command text={command} />
    </div>
  );
}

function Brought({ commit, isMerge, author, sideCommits, files, fileCount }: BrokenCommit) {
  return (
    <li className="tg-stack">
      <p>
        {isMerge ? 'Merge' : 'Behind it'} <CopyId text={commit} shown={commit.slice(0, 10)} label="Copy the commit" />{' '}
        <span className="tg-quiet">
          {author === '' ? 'by nobody named' : `by ${legibleLine(author)}, says Git`}
          {isMerge && `; ${countWords(sideCommits, 'commit')} came in by its side`}
        </span>
      </p>
      {fileCount === 0 ? (
        <p className="tg-quiet">No records</p>
      ) : (
        <LongList className="tg-history-files" items={files}>
          {(file) => <HistoryFileLine key={file.path} {...file} />}
        </LongList>
      )}
      {fileCount > files.length && <p className="tg-quiet">and {countWords(fileCount - files.length, 'more file')}</p>}
    </li>
  );
}

function Choice({ found }: { readonly found: LineBreak }) {
  const { healers, signed, missing, isHealer, maySign } = found;
  const [asks, setAsks] = useState<'heal' | 'put-back' | null>(null);
  const close = () => setAsks(null);
  return (
    <>
      {signed.length > 0 && (
        <p>
          {signed.join(', ')} signed that it may stand. {countWords(missing, 'more admin')}{' '}
          {missing === 1 ? 'has' : 'have'} to.
        </p>
      )}
      {isHealer ? (
        <div className="tg-row">
          {maySign && (
            <Button onPress={() => setAsks('heal')}>
              {signed.length > 0 ? 'Sign as well…' : 'Sign that it may stand…'}
            </Button>
          )}
          <Button kind="danger" onPress={() => setAsks('put-back')}>
            Put the line back before it…
          </Button>
        </div>
      ) : (
        <p>
          {healers.length === 0
            ? 'Nobody who was an admin before it still is: put the line back at the remote.'
            : `Only who was an admin before it can decide. Ask ${orWords(healers)}.`}
        </p>
      )}
      <HealDialog found={found} isOpen={asks === 'heal'} onClose={close} />
      <PutBackDialog found={found} isOpen={asks === 'put-back'} onClose={close} />
    </>
  );
}

/** `Ada, Olga or Carl`. */
function orWords(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

function NoCure() {
  return (
    <p className="tg-ledger-notice" data-tone="danger" role="alert">
      Behind a merge a verified record was edited or removed. No signature heals that: the line before it is put back,
      from a desk that has it.
    </p>
  );
}
