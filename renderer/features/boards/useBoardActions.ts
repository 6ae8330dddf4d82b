import { FolderGit2, LayoutPanelTop, Plus, Upload, type LucideIcon } from 'lucide-react';
import type { StatusView } from '../../../shared/api/appCalls.ts';
import { useAsked } from '../../api/useAsked.ts';
import { openBoardDialog } from './openBoardDialog.ts';

interface BoardAction {
  readonly id: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly run: () => void;
}

/** What the palette offers about whole boards. */
export function useBoardActions(status: StatusView): readonly BoardAction[] {
  const list = useAsked('boards.list', {});
  const others = list.data?.filter(({ state }) => state === 'closed' || state === 'absent') ?? [];
  return [
    { id: 'board-create', label: 'Create a board', icon: Plus, run: () => openBoardDialog({ dialog: 'create' }) },
    {
      id: 'board-join',
      label: 'Join a board by Git address',
      icon: FolderGit2,
      run: () => openBoardDialog({ dialog: 'join' }),
    },
    ...(status.remote === null && !status.sample
      ? [
          {
            id: 'board-publish',
            label: 'Publish this board',
            icon: Upload,
            run: () => openBoardDialog({ dialog: 'publish' }),
          },
        ]
      : []),
    ...others.map(({ name, title }) => ({
      id: `board-open-${name}`,
      label: `Open board ${title}`,
      icon: LayoutPanelTop,
      run: () => openBoardDialog({ dialog: 'switch', name, title }),
    })),
  ];
}
