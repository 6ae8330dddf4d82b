import type { CommitId } from '../../shared/ids.ts';
import type { AddedFile } from '../../shared/ledger/line.ts';
import { isOfKind } from '../../shared/ledger/state.ts';
import { decodeFile } from '../../shared/record/codec.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import { readTree } from './readTree.ts';

/** Which checkpoints does a commit hold, the furthest along the line first? Nothing about them is verified. */
export async function checkpointsAt(folder: string, commit: CommitId): Promise<Filed<'checkpoint'>[]> {
  return checkpointsAmong(await readTree(folder, commit, ['checkpoints']));
}

export function checkpointsAmong(files: readonly AddedFile[]): Filed<'checkpoint'>[] {
  const found = files.flatMap(({ path, text }) => {
    const decoded = text === null ? null : decodeFile(path, text);
    const filed: Filed | null = decoded?.ok
      ? { record: decoded.record, digest: decoded.digest, path, position: 0 }
      : null;
    return filed && isOfKind(filed, 'checkpoint') ? [filed] : [];
  });
  return found.toSorted((a, b) => b.record.body.position - a.record.body.position || (a.path < b.path ? 1 : -1));
}
