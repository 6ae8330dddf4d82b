import { CloudOff, LoaderCircle, OctagonAlert, PauseCircle, type LucideIcon } from 'lucide-react';
import type { SyncState } from '../../../shared/api/syncCalls.ts';
import { useAsked } from '../../api/useAsked.ts';
import { hrefOf } from '../../route.ts';

interface Mark {
  readonly icon: LucideIcon;
  readonly words: string;
  readonly tone?: 'danger' | 'quiet';
}

const clockMark: Mark = { icon: OctagonAlert, words: 'Clock is wrong', tone: 'danger' };
const marks: Readonly<Partial<Record<SyncState, Mark>>> = {
  syncing: { icon: LoaderCircle, words: 'Sending and receiving', tone: 'quiet' },
  offline: { icon: CloudOff, words: 'Offline' },
  paused: { icon: PauseCircle, words: 'Sync is paused' },
  refused: { icon: OctagonAlert, words: 'The remote refuses', tone: 'danger' },
  failed: { icon: OctagonAlert, words: 'Sync fails', tone: 'danger' },
  rewritten: { icon: OctagonAlert, words: 'The remote was rewritten', tone: 'danger' },
};

/** What of the remote a reader must know everywhere; nothing while all is well. */
export function SyncMark() {
  const { data: view } = useAsked('sync.status', {});
  if (!view) return null;
  const mark = view.clockOffMs === null ? marks[view.state] : clockMark;
  if (!mark) return null;
  const { icon: Icon, words, tone } = mark;
  return (
    <a
      className={`tg-now-item${tone === 'danger' ? ' tg-danger-text' : ''}`}
      href={hrefOf('ledger')}
      data-quiet={tone === 'quiet' || undefined}
    >
      <Icon size={16} aria-hidden className={Icon === LoaderCircle ? 'tg-turning' : undefined} />
      {words}
    </a>
  );
}
