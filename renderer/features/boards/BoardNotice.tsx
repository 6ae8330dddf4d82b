import { Eye, FlaskConical, Sprout } from 'lucide-react';
import type { StatusView } from '../../../shared/api/appCalls.ts';
import type { Role } from '../../../shared/record/words.ts';
import { hrefOf, navigate, useRoute } from '../../route.ts';
import { Button } from '../../ui/Button.tsx';
import { roleWords } from '../../ui/tradeWords.ts';
import './boards.css';
import { openBoardDialog } from './openBoardDialog.ts';

/** What one should know about the whole board: that one only reads it, that it is a sample. */
export function BoardNotice({ status }: { readonly status: StatusView }) {
  const { page } = useRoute();
  if (!status.me.isMember) {
    return (
      <p className="tg-boards-notice" role="note">
        <Eye size={16} aria-hidden />
        <span>
          No key of this desk is on this board: you read all of it and sign nothing.{' '}
          <a href={hrefOf('people')}>Ask to be let in</a>.
        </span>
      </p>
    );
  }
  if (page !== 'today') return null;
  const { request, window, decision } = status.me.may;
  if (!request && !window && !decision && status.me.actsFor.length === 0) {
    return (
      <p className="tg-boards-notice" role="note">
        <Eye size={16} aria-hidden />
        <span>
          {roleSentence(status.me.roles)} Nothing here is yours to plan or decide; an admin gives roles on{' '}
          <a href={hrefOf('people')}>People</a>.
        </span>
      </p>
    );
  }
  if (!status.sample) return status.changes === 0 ? <NewBoardNotice isHere={status.remote === null} /> : null;
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

function roleSentence(roles: readonly Role[]): string {
  return roles.length === 0
    ? 'You hold no role on this board.'
    : `You are on this board as ${roles.map((role) => roleWords[role]).join(', ')}.`;
}

/** The first steps on a board that holds nothing yet. */
function NewBoardNotice({ isHere }: { readonly isHere: boolean }) {
  return (
    <div className="tg-boards-notice" role="note">
      <Sprout size={16} aria-hidden />
      <span className="tg-clip">A new board. It begins with its freezes, or with what was changed before.</span>
      <Button size="small" onPress={() => navigate(hrefOf('windows', null, { suggest: '1' }))}>
        Ready-made windows
      </Button>
      <Button size="small" onPress={() => navigate(hrefOf('imports'))}>
        Import a change log
      </Button>
      {isHere && (
        <Button size="small" onPress={() => openBoardDialog({ dialog: 'publish' })}>
          Publish
        </Button>
      )}
    </div>
  );
}
