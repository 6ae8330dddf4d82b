import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { tempFolder, type TestRemote } from './gitServer.ts';

/** What goes wrong at a remote, and how it is put right again. */
export interface Fault {
  readonly wrong: () => unknown;
  readonly right: () => unknown;
}

/** Hides the repository for a while. */
export function away({ folder }: TestRemote): Fault {
  return { wrong: () => renameSync(folder, `${folder}.aside`), right: () => renameSync(`${folder}.aside`, folder) };
}

/** A protected branch, by a hook that refuses whatever is pushed. */
export function guarded(remote: TestRemote): Fault {
  let open: (() => void) | null = null;
  return { wrong: () => (open = remote.protect()), right: () => open?.() };
}

/** An `update` hook, which refuses one branch at a time as some servers do. */
export function hooked({ folder }: TestRemote): Fault {
  const hook = join(folder, 'hooks', 'update');
  return {
    wrong: () => {
      mkdirSync(join(folder, 'hooks'), { recursive: true });
      writeFileSync(hook, '#!/bin/sh\necho "GL-HOOK: not today" >&2\nexit 1\n');
      chmodSync(hook, 0o755);
    },
    right: () => rmSync(hook),
  };
}

/** All that the remote holds is gone, its refs are not. */
export function emptied({ folder }: TestRemote): Fault {
  const objects = join(folder, 'objects');
  return {
    wrong: () => {
      renameSync(objects, `${objects}.aside`);
      for (const name of ['info', 'pack']) mkdirSync(join(objects, name), { recursive: true });
    },
    right: () => {
      rmSync(objects, { recursive: true });
      renameSync(`${objects}.aside`, objects);
    },
  };
}

export interface SmallDisk {
  readonly folder: string;
  readonly mount: (how: 'ro' | 'rw') => void;
  readonly fill: () => void;
  readonly clear: () => void;
}

/** Null where this account may not mount one. */
export function smallDisk(t: TestContext): SmallDisk | null {
  let isMounted = false;
  // Before the folder is removed.
  t.after(() => isMounted && execFileSync('umount', ['-l', folder]));
  const folder = join(tempFolder(t, 'disk'), 'disk');
  mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  isMounted = true;
  const filler = join(folder, 'filler');
  return {
    folder,
    mount: (how) => execFileSync('mount', ['-o', `remount,${how}`, folder]),
    fill: () => {
      try {
        writeFileSync(filler, Buffer.alloc(32 << 20));
      } catch {
        // Full, as it was to be.
      }
    },
    clear: () => rmSync(filler),
  };
}
