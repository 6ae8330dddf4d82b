import { CloudOff, LoaderCircle, OctagonAlert, PauseCircle } from 'lucide-react';
import { useAsked } from '../../api/useAsked.ts';
import { hrefOf } from '../../route.ts';

/** What of the remote a reader must know everywhere; nothing while all is well. */
export function SyncMark() {
  const status = useAsked('sync.status', {});
  const view = status.data;
  if (!view) return null;
  const href = hrefOf('ledger');
  if (view.clockOffMs !== null)
    return (
      <a className="tg-now-item tg-danger-text" href={href}>
        <OctagonAlert size={16} aria-hidden />
        Clock is wrong
      </a>
    );
  switch (view.state) {
    case 'syncing':
      return (
        <a className="tg-now-item" href={href} data-quiet>
          <LoaderCircle size={16} aria-hidden className="tg-turning" />
          Sending and receiving
        </a>
      );
    case 'offline':
      return (
        <a className="tg-now-item" href={href}>
          <CloudOff size={16} aria-hidden />
          Offline
        </a>
      );
    case 'paused':
      return (
        <a className="tg-now-item" href={href}>
          <PauseCircle size={16} aria-hidden />
          Sync is paused
        </a>
      );
    case 'refused':
      return (
        <a className="tg-now-item tg-danger-text" href={href}>
          <OctagonAlert size={16} aria-hidden />
          The remote refuses
        </a>
      );
    case 'failed':
      return (
        <a className="tg-now-item tg-danger-text" href={href}>
          <OctagonAlert size={16} aria-hidden />
          Sync fails
        </a>
      );
    case 'rewritten':
      return (
        <a className="tg-now-item tg-danger-text" href={href}>
          <OctagonAlert size={16} aria-hidden />
          The remote was rewritten
        </a>
      );
    default:
      return null;
  }
}
