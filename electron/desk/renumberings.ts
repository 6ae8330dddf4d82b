import type { ChangeId, Digest } from '../../shared/ids.ts';
import { readStored } from '../workspace/readStored.ts';
import type { SettingTable } from '../workspace/settingTable.ts';

/** A request of this desk's that lost its number to an earlier one, and the number under which its words stand now. */
export interface Renumbered {
  readonly from: ChangeId;
  /** The same as `from` where the earlier one says the very same. */
  readonly to: ChangeId;
  /** The digest under the new number of every record that was said again, by the one it had. */
  readonly said: Readonly<Record<Digest, Digest>>;
  /** Its author has been told, and said so. */
  readonly isRead: boolean;
}

/** What this desk remembers of one board's renumbered changes, oldest first. */
export interface Renumberings {
  readonly list: () => readonly Renumbered[];
  /** Takes the place of what was noted of these two numbers before. */
  readonly note: (renumbered: Renumbered) => void;
}

export function createRenumberings(settings: SettingTable, boardName: string): Renumberings {
  const key = `renumbered:${boardName}`;
  // Read anew each time: what was noted inside a transaction may have been taken back with it.
  const list = (): readonly Renumbered[] => {
    const stored = readStored<readonly Renumbered[]>(settings.read(key) ?? '[]');
    return Array.isArray(stored) ? stored : [];
  };
  return {
    list,
    note: (renumbered) => {
      const others = list().filter(({ from, to }) => from !== renumbered.from || to !== renumbered.to);
      settings.save(key, JSON.stringify([...others, renumbered]));
    },
  };
}
