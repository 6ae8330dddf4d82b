import { Plus, Waypoints } from 'lucide-react';
import { useAsked } from '../../api/useAsked.ts';
import { useCommand } from '../../api/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { beginAnew } from './beginAnew.ts';
import { BoardDialogs } from './BoardDialogs.tsx';
import './boards.css';
import { boardDetail } from './boardWords.ts';
import { openBoardDialog } from './openBoardDialog.ts';

/** Stands in place of everything while no board can be opened: why, and where one can go from here. */
export function BoardTrouble({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const list = useAsked('boards.list', {});
  const open = useCommand('boards.open');
  const failed = list.data?.find(({ state }) => state === 'failed');
  const others = list.data?.filter(({ state }) => state !== 'failed') ?? [];
  return (
    <main className="tg-boards-trouble">
      <h1>{failed ? `${failed.title} cannot be opened` : 'No board is open'}</h1>
      <Problem compact error={open.error ?? error} />
      {failed && (
        <p className="tg-row">
          <Button
            isDisabled={open.isPending}
            onPress={() => open.mutate({ name: failed.name }, { onSuccess: beginAnew, onError: onRetry })}
          >
            Try again
          </Button>
          <Button kind="quiet" onPress={() => openBoardDialog({ dialog: 'leave', ...failed })}>
            Remove it from this machine…
          </Button>
        </p>
      )}
      <h2>Other boards of this machine</h2>
      {list.isPending && <Loading what="the boards" rows={2} />}
      <ul className="tg-boards-choice">
        {others.map((board) => (
          <li key={board.name}>
            <span>
              <strong>{board.title}</strong>
              <span className="tg-quiet tg-boards-detail">{boardDetail(board)}</span>
            </span>
            <Button
              isDisabled={open.isPending}
              onPress={() => open.mutate({ name: board.name }, { onSuccess: beginAnew })}
            >
              Open
            </Button>
          </li>
        ))}
      </ul>
      <p className="tg-row">
        <Button icon={Plus} onPress={() => openBoardDialog({ dialog: 'create' })}>
          Create a board…
        </Button>
        <Button icon={Waypoints} onPress={() => openBoardDialog({ dialog: 'join' })}>
          Join by Git address…
        </Button>
      </p>
      <BoardDialogs />
    </main>
  );
}
