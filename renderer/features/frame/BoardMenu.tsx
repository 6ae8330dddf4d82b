import { BookCheck, ChevronDown, Copy, FileInput, FolderGit2, Plus, Trash2, Upload } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { StatusView } from '../../../shared/api/appCalls.ts';
import { useAsked } from '../../api/useAsked.ts';
import { hrefOf, navigate } from '../../route.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Menu, type MenuEntry, type MenuGroup } from '../../ui/Menu.tsx';
import { showToast } from '../../ui/Toast.tsx';
import { boardDetail } from '../boards/boardWords.ts';
import { openBoardDialog } from '../boards/openBoardDialog.ts';

/** Which board this is, the others of this machine, and what one does with a whole board. */
export function BoardMenu({ status }: { readonly status: StatusView }) {
  const list = useAsked('boards.list', {});
  const open = list.data?.find(({ state }) => state === 'open');
  const copyFolder = async () => {
    await navigator.clipboard.writeText(status.ledgerFolder);
    showToast({ text: 'The board’s folder was copied.' });
  };
  const boards: MenuGroup = {
    label: 'Boards',
    entries: [
      ...(list.data ?? []).map((board): MenuEntry => {
        const { name, title, state } = board;
        const go = () => (state === 'open' ? undefined : openBoardDialog({ dialog: 'switch', name, title }));
        return {
          id: `board-${name}`,
          label: title,
          detail: boardDetail(board),
          isChosen: state === 'open',
          onAction: go,
        };
      }),
      {
        id: 'create',
        label: 'Create a board…',
        icon: Plus,
        onAction: () => openBoardDialog({ dialog: 'create' }),
      },
      {
        id: 'join',
        label: 'Join by Git address…',
        icon: FolderGit2,
        onAction: () => openBoardDialog({ dialog: 'join' }),
      },
    ],
  };
  const publish: MenuEntry = {
    id: 'publish',
    label: 'Publish this board…',
    icon: Upload,
    onAction: () => openBoardDialog({ dialog: 'publish' }),
  };
  const here: MenuGroup = {
    label: 'This board',
    entries: [
      ...(status.remote === null && !status.sample ? [publish] : []),
      { id: 'health', label: 'Health of the record', icon: BookCheck, onAction: () => navigate(hrefOf('ledger')) },
      { id: 'import', label: 'Import a change log', icon: FileInput, onAction: () => navigate(hrefOf('imports')) },
      { id: 'folder', label: 'Copy the board’s folder', icon: Copy, onAction: () => void copyFolder() },
      ...(open
        ? [
            {
              id: 'leave',
              label: 'Remove from this machine…',
              icon: Trash2,
              tone: 'danger' as const,
              onAction: () => openBoardDialog({ dialog: 'leave', name: open.name, title: open.title }),
            },
          ]
        : []),
    ],
  };
  return (
    <div className="tg-board">
      <Menu label="Board" groups={[boards, here]}>
        <Button className="tg-board-name">
          <strong className="tg-clip">{status.boardName}</strong>
          <ChevronDown size={16} aria-hidden />
        </Button>
      </Menu>
      {status.sample && !status.boardName.toLowerCase().includes('sample') && <Badge>Sample</Badge>}
    </div>
  );
}
