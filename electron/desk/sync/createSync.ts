import type { SyncView } from '../../../shared/api/syncCalls.ts';
import type { CommitId } from '../../../shared/ids.ts';
import type { Ms } from '../../../shared/time/instant.ts';
import type { OutboxTable } from '../../workspace/outboxTable.ts';
import type { SettingTable } from '../../workspace/settingTable.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Writer } from '../writer.ts';

/** Keeps one board level with its remote. On a board without one it only sends what is due. */
export interface Sync {
  readonly view: () => SyncView;
  /** One round to its end, whatever the back-off says; a paused board is left alone. The timers call nothing else. */
  readonly once: () => Promise<SyncView>;
  readonly pause: () => void;
  readonly resume: () => void;
  /** Puts the verified line back onto a rewritten remote. @throws TidegateError `remote-moved` unless it stands at `theirs` */
  readonly restoreLine: (theirs: CommitId) => Promise<void>;
  readonly dismissWentBack: () => void;
  /** When the timers should call `once`; null while only a person can go on. */
  readonly nextTry: () => Ms | null;
}

export function createSync(given: {
  readonly remote: string | null;
  readonly writer: Writer;
  readonly outbox: OutboxTable;
  readonly settings: SettingTable;
  readonly newsroom: Newsroom;
  readonly boardName: string;
}): Sync {
  const { remote, writer, outbox, settings, newsroom, boardName } = given;
  const key = `sync-paused:${boardName}`;
  const isPaused = () => settings.read(key) === 'yes';
  const setPaused = (paused: boolean): void => {
    settings.save(key, paused ? 'yes' : 'no');
    newsroom.tell('sync');
  };
  const view = (): SyncView => ({
    state: remote === null ? 'no-remote' : isPaused() ? 'paused' : 'waiting',
    remote,
    unsent: outbox.list(boardName).length,
    lastContact: null,
    lastTry: null,
    nextTry: null,
    step: null,
    problem: null,
    wentBack: null,
    rewrite: null,
    clockOffMs: null,
  });
  return {
    view,
    once: async () => {
      if (remote === null) await writer.sendDue();
      return view();
    },
    pause: () => setPaused(true),
    resume: () => setPaused(false),
    restoreLine: async () => undefined,
    dismissWentBack: () => undefined,
    nextTry: () => writer.nextDue(),
  };
}
