import { useEffect, useState } from 'react';
import { CreateDialog } from './CreateDialog.tsx';
import { JoinDialog } from './JoinDialog.tsx';
import { LeaveBoardDialog } from './LeaveBoardDialog.tsx';
import { onBoardDialog, type BoardWish } from './openBoardDialog.ts';
import { PublishDialog } from './PublishDialog.tsx';
import { SwitchDialog } from './SwitchDialog.tsx';

/** The dialogs about whole boards; one at a time, wherever it was asked for. */
export function BoardDialogs() {
  const [wish, setWish] = useState<BoardWish | null>(null);
  useEffect(() => onBoardDialog(setWish), []);
  const close = () => setWish(null);
  switch (wish?.dialog) {
    case 'create':
      return <CreateDialog onClose={close} />;
    case 'join':
      return <JoinDialog onClose={close} />;
    case 'publish':
      return <PublishDialog onClose={close} />;
    case 'leave':
      return <LeaveBoardDialog name={wish.name} onClose={close} />;
    case 'switch':
      return <SwitchDialog name={wish.name} title={wish.title} onClose={close} />;
    case undefined:
      return null;
  }
}
