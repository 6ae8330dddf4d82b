import type { Rewrite, SyncView } from '../../../shared/api/syncCalls.ts';
import type { Ms } from '../../../shared/time/instant.ts';
import { readStored } from '../../workspace/readStored.ts';
import type { SettingTable } from '../../workspace/settingTable.ts';

/** What a desk remembers of its remote from one start to the next. */
export interface SyncMemory {
  readonly paused: boolean;
  readonly lastContact: Ms | null;
  readonly wentBack: SyncView['wentBack'];
  /** When the rewritten line was noticed first, and its head. */
  readonly rewritten: { readonly at: Ms; readonly theirs: string } | null;
  /** Rows of a commit that was offered to the remote and never answered: they may be on its line. */
  readonly offered: readonly number[];
  /** This machine's clock minus the remote's where they are more than five minutes apart, else null. */
  readonly clockOffMs: Ms | null;
}

const NOTHING: SyncMemory = {
  paused: false,
  lastContact: null,
  wentBack: null,
  rewritten: null,
  offered: [],
  clockOffMs: null,
};

/** One board's memory, kept with every change to it. */
export interface SyncNotes {
  readonly read: () => SyncMemory;
  readonly note: (change: Partial<SyncMemory>) => void;
}

export function createSyncNotes(settings: SettingTable, boardName: string): SyncNotes {
  const key = `sync:${boardName}`;
  const stored = settings.read(key);
  let memory: SyncMemory = { ...NOTHING, ...(stored === null ? {} : readStored<Partial<SyncMemory>>(stored)) };
  return {
    read: () => memory,
    note: (change) => {
      memory = { ...memory, ...change };
      settings.save(key, JSON.stringify(memory));
    },
  };
}

/** What a round found of a rewritten remote, with the names of those who signed. */
export function named(rewrite: Omit<Rewrite, 'noticedAt'>, at: Ms, nameOf: (person: string) => string): Rewrite {
  const lost = rewrite.lost.map((file) => ({ ...file, by: file.by === null ? null : nameOf(file.by) }));
  return { ...rewrite, lost, noticedAt: at };
}
