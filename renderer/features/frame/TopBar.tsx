import { Search } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { StatusView } from '../../../shared/api/appCalls.ts';
import { useHostAnswers } from '../../api/hostAnswers.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { openPalette } from '../command/openPalette.ts';
import { BoardMenu } from './BoardMenu.tsx';
import { FrozenNow } from './FrozenNow.tsx';
import { hrefOf } from '../../route.ts';
import { RunningJobs } from './RunningJobs.tsx';
import { SyncMark } from './SyncMark.tsx';
import { Unsent } from './Unsent.tsx';

/** Which board this is, the search, and what is true right now. */
export function TopBar({ status }: { readonly status: StatusView }) {
  const isThere = useHostAnswers();
  return (
    <header className="tg-top">
      <BoardMenu status={status} />
      <Button className="tg-search" onPress={openPalette} aria-keyshortcuts="Control+K">
        <Search size={16} aria-hidden />
        <span className="tg-clip">Search or jump…</span>
        <Kbd>Ctrl K</Kbd>
      </Button>
      <div className="tg-now">
        <FrozenNow frozen={status.frozenNow} />
        <RunningJobs />
        <SyncMark />
        <a
          className="tg-now-item"
          href={hrefOf('changes', null, { mine: 'waiting' })}
          data-quiet={status.waitingForMe === 0 || undefined}
        >
          {status.waitingForMe === 0
            ? 'Nothing waits for you'
            : `${status.waitingForMe.toLocaleString('en-GB')} waiting for you`}
        </a>
        {isThere ? (
          <Unsent count={status.unsent} remote={status.remote !== null} />
        ) : (
          <span
            className="tg-now-item tg-danger-text"
            role="status"
            title="What is on screen may be old. Start Tidegate again."
          >
            Tidegate does not answer
          </span>
        )}
      </div>
    </header>
  );
}
