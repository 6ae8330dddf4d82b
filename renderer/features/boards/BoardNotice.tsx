import { Eye, FlaskConical } from 'lucide-react';
import type { StatusView } from '../../../shared/api/appCalls.ts';
import { useRoute } from '../../route.ts';
import { Button } from '../../ui/Button.tsx';
import './boards.css';
import { openBoardDialog } from './openBoardDialog.ts';

/** What one should know about the whole board: that one only reads it, that it is a sample. */
export function BoardNotice({ status }: { readonly status: StatusView }) {
  const { page } = useRoute();
  if (!status.me.isMember) {
    return (
      <p className="tg-boards-notice" role="note">
        <Eye size={16} aria-hidden />
        <span>You are not on this board yet: you read all of it and sign nothing. Ask an admin to let you in.</span>
      </p>
    );
  }
  if (!status.sample || page !== 'today') return null;
  return (
    <div className="tg-boards-notice" role="note">
      <FlaskConical size={16} aria-hidden />
      <span className="tg-clip">A sample: its people are invented, and no gate listens to it.</span>
      <Button size="small" onPress={() => openBoardDialog({ dialog: 'create' })}>
        Create a board
      </Button>
      <Button size="small" onPress={() => openBoardDialog({ dialog: 'join' })}>
        Join by Git address
      </Button>
    </div>
  );
}
