import { useAsked } from '../../api/useAsked.ts';
import { useCommand } from '../../api/useCommand.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { countWords } from '../../ui/spanWords.ts';
import { beginAnew } from './beginAnew.ts';

/** What was fetched, and the one question that nobody can answer but the person: is this the board that was meant? */
export function JoinFindings({ job, onRefuse }: { readonly job: string; readonly onRefuse: () => void }) {
  const found = useAsked('boards.joined', { job });
  const keep = useCommand('boards.keep');
  const open = useCommand('boards.open');
  const board = found.data;
  const isBusy = keep.isPending || open.isPending;
  const openNamed = (name: string) => open.mutate({ name }, { onSuccess: beginAnew });
  const confirm = () =>
    board && keep.mutate({ job, root: board.rootFingerprint }, { onSuccess: ({ name }) => openNamed(name) });
  const already = board?.already ?? null;
  return (
    <Dialog
      title={board ? `Join ${board.title}` : 'Join a board'}
      isOpen
      onClose={isBusy ? () => undefined : onRefuse}
      actions={
        already !== null ? (
          <>
            <Button onPress={onRefuse}>Close</Button>
            <Button kind="primary" isDisabled={isBusy} onPress={() => openNamed(already)}>
              Open it
            </Button>
          </>
        ) : (
          <>
            <Button isDisabled={isBusy} onPress={onRefuse}>
              No, throw it away
            </Button>
            <Button kind="primary" isDisabled={!board || isBusy} onPress={confirm}>
              {board?.rootExpected ? 'Join and open' : 'Yes, it is the same: join'}
            </Button>
          </>
        )
      }
    >
      <div className="tg-stack">
        {found.isPending && <Loading what="what was found" rows={4} />}
        {found.isError && <Problem compact error={found.error} />}
        {board && (
          <>
            <dl className="tg-boards-facts">
              <dt>Board</dt>
              <dd>
                {board.title} {board.sample && <Badge>Sample</Badge>}
              </dd>
              <dt>Address</dt>
              <dd className="tg-mono">{board.address}</dd>
              <dt>People</dt>
              <dd>
                {countWords(board.people, 'person', 'people')}; admins: {board.admins.join(', ')}
              </dd>
              <dt>Checked</dt>
              <dd>
                {countWords(board.commits, 'commit')}, every signature
                {board.setAside > 0 && `; ${countWords(board.setAside, 'file')} set aside, which count for nothing`}
              </dd>
            </dl>
            {board.halted !== null && (
              <p className="tg-boards-broken">
                The record is broken at some point. What comes before it counts; an admin has to mend the rest.
              </p>
            )}
            {already !== null ? (
              <p>You have this board on this machine already.</p>
            ) : (
              <Fingerprint text={board.rootFingerprint} isExpected={board.rootExpected} admins={board.admins} />
            )}
          </>
        )}
        {keep.isError && <Problem compact error={keep.error} />}
        {open.isError && <Problem compact error={open.error} />}
      </div>
    </Dialog>
  );
}

interface FingerprintProps {
  readonly text: string;
  readonly isExpected: boolean;
  readonly admins: readonly string[];
}

function Fingerprint({ text, isExpected, admins }: FingerprintProps) {
  return (
    <div className="tg-boards-print">
      <p>{isExpected ? 'It starts from the root key you named:' : 'Is this the fingerprint you were given?'}</p>
      <p className="tg-mono tg-boards-print-text">{text}</p>
      {!isExpected && (
        <p className="tg-quiet">
          Compare all of it with what {admins[0] ?? 'an admin'} told you by another way than this address. From now on
          this desk believes this key and no other.
        </p>
      )}
    </div>
  );
}
