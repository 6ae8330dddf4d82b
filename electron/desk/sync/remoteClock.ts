import { rm, stat, writeFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CLOCK_SLACK_MS } from '../../../shared/ledger/futureDated.ts';
import type { Ms } from '../../../shared/time/instant.ts';
import type { SyncNotes } from './syncMemory.ts';

/**
 * The clock of the machine that holds a remote folder, by a file that is written there and removed: it is named as
 * Git's own unfinished objects are, so that Git sweeps it away if this desk is killed in between.
 *
 * @returns null for other remotes, and where nothing may be written
 */
export async function folderClock(address: string): Promise<Ms | null> {
  const folder = folderOf(address);
  if (folder === null) return null;
  const probe = join(folder, 'objects', `tmp_obj_clock${process.pid}`);
  try {
    await writeFile(probe, '');
    return (await stat(probe)).mtimeMs;
  } catch {
    return null;
  } finally {
    await rm(probe, { force: true }).catch(() => undefined);
  }
}

function folderOf(address: string): string | null {
  if (isAbsolute(address)) return address;
  try {
    return address.startsWith('file://') ? fileURLToPath(address) : null;
  } catch {
    return null; // Git takes more for a folder than the standard of URLs does
  }
}

/** Notes that the remote has answered, and how far this machine's clock is from its own where it told. */
export function contactNoted(notes: SyncNotes, now: () => Ms): (clock: Ms | null) => void {
  return (clock) => {
    const at = now();
    if (clock === null) return notes.note({ lastContact: at });
    const off = at - clock;
    notes.note({ lastContact: at, clockOffMs: Math.abs(off) > CLOCK_SLACK_MS ? off : null });
  };
}
