import type { Handlers } from '../../shared/api/contract.ts';
import type { SyncView } from '../../shared/api/syncCalls.ts';
import type { DeskParts } from '../desk/deskParts.ts';

type Answers = Pick<Handlers, Extract<keyof Handlers, `sync.${string}`>>;

/** How the board stands to its remote, and the orders a person can give. */
export function createSyncService({ sync, reportDefect }: DeskParts): Answers {
  const begin = (): SyncView => {
    // The round is told by news; whoever ordered it does not wait for the network.
    void sync.once().catch((defect: unknown) => reportDefect('sync', defect));
    return sync.view();
  };
  return {
    'sync.status': () => sync.view(),
    'sync.now': begin,
    'sync.pause': () => {
      sync.pause();
      return sync.view();
    },
    'sync.resume': () => {
      sync.resume();
      return begin();
    },
    'sync.restoreLine': async ({ theirs }) => {
      await sync.restoreLine(theirs);
      return sync.view();
    },
    'sync.dismissWentBack': () => {
      sync.dismissWentBack();
      return sync.view();
    },
  };
}
