import { BookCheck, ChevronDown, Copy, FileInput } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { StatusView } from '../../../shared/api/appCalls.ts';
import { hrefOf, navigate } from '../../route.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { showToast } from '../../ui/Toast.tsx';

/** Which board this is, where it is kept, and what one does with a whole board. */
export function BoardMenu({ status }: { readonly status: StatusView }) {
  const copyFolder = async () => {
    await navigator.clipboard.writeText(status.ledgerFolder);
    showToast({ text: 'The board’s folder was copied.' });
  };
  return (
    <div className="tg-board">
      <Menu
        label="Board"
        groups={[
          {
            label: status.remote ?? 'Kept on this machine only',
            entries: [
              {
                id: 'health',
                label: 'Health of the record',
                icon: BookCheck,
                onAction: () => navigate(hrefOf('ledger')),
              },
              {
                id: 'import',
                label: 'Import a change log',
                icon: FileInput,
                onAction: () => navigate(hrefOf('imports')),
              },
              {
                id: 'folder',
                label: 'Copy the board’s folder',
                detail: status.ledgerFolder,
                icon: Copy,
                onAction: () => void copyFolder(),
              },
            ],
          },
        ]}
      >
        <Button className="tg-board-name">
          <strong className="tg-clip">{status.boardName}</strong>
          <ChevronDown size={16} aria-hidden />
        </Button>
      </Menu>
      {status.sample && !status.boardName.toLowerCase().includes('sample') && <Badge>Sample</Badge>}
    </div>
  );
}
