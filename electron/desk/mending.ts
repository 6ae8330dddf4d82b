import type { LineBreak } from '../../shared/api/ledgerCalls.ts';
import { TidegateError } from '../../shared/errors.ts';
import type { CommitId } from '../../shared/ids.ts';
import { restoreReplay } from '../../shared/ledger/replay.ts';
import { canonical } from '../../shared/record/canonical.ts';
import type { Ms } from '../../shared/time/instant.ts';
import type { Catalog } from '../catalog/openCatalog.ts';
import { runGit } from '../git/runGit.ts';
import { breakView } from '../heal/breakView.ts';
import { readBrokenLine, type BrokenLine, type KnownLine } from '../heal/brokenLine.ts';
import { healLine } from '../heal/healLine.ts';
import { verifySshsig } from '../seal/sshsig.ts';
import type { Acting } from './acting.ts';
import type { BoardModel } from './boardModel.ts';
import type { LedgerGit } from './ledgerGit.ts';
import type { Sync } from './sync/createSync.ts';
import type { Turn } from './turn.ts';

/**
 * The two ways on for a board whose line a merge has halted. Nothing of it goes through the outbox: behind a halt nothing
 * is written but this, and it is on the line at once or not at all.
 */
export interface Mending {
  /** What the merge brought in, as far as this desk has fetched; null when no merge halts the line or none can be healed. */
  readonly look: () => Promise<LineBreak | null>;
  /**
   * Signs as an admin that it counts, as first seen there; or agrees with the admin who has signed so already.
   *
   * @param head the line's end that the signer was shown
   * @returns does the line read on? Else another admin has to sign as well
   * @throws TidegateError `stale-record` when the line ends elsewhere now; what `healLine` throws; `sync-paused`, `clock-off`
   */
  readonly heal: (head: CommitId) => Promise<{ readonly isHealed: boolean }>;
  /** Ends the line before the merge again. @throws TidegateError `stale-record`, `remote-moved`, `not-entitled` */
  readonly putBack: (head: CommitId) => Promise<void>;
}

export function createMending(given: {
  readonly folder: string;
  readonly git: LedgerGit;
  readonly model: BoardModel;
  readonly catalog: Catalog;
  readonly acting: Acting;
  readonly sync: Sync;
  readonly turn: Turn;
  readonly now: () => Ms;
}): Mending {
  const { folder, git, model, catalog, acting, sync, turn, now } = given;
  const known = (): KnownLine => {
    const replay = restoreReplay(model.replay().save(), { verify: verifySshsig });
    const identity = canonical(replay.board().identity);
    const inForce = catalog.records.ofKind('ledger').findLast(({ record }) => canonical(record.body) === identity);
    if (!inForce) throw new TidegateError('board-unreadable', { kind: 'ledger' });
    return { replay, follows: inForce.digest };
  };
  const find = async (): Promise<BrokenLine | null> => {
    if (model.replay().halt()?.why !== 'merge') return null;
    const head = await git.head();
    if (head === null) throw new TidegateError('board-unreadable');
    try {
      return await readBrokenLine(folder, head, known());
    } catch (error) {
      // Behind the merge something was edited or removed: that is put back, not healed.
      if (error instanceof TidegateError && error.code === 'ledger-halted') return null;
      throw error;
    }
  };
  const findAt = async (head: CommitId): Promise<BrokenLine> => {
    sync.requireRunning();
    const found = await find();
    if (found?.head !== head) throw new TidegateError('stale-record', { expected: head, found: found?.head ?? 'none' });
    return found;
  };
  /** Whoever was faster, the desk reads on from what is there now. */
  const readOn = async (): Promise<void> => {
    if (sync.view().remote === null) await model.refresh();
    else await sync.once();
  };

  return {
    look: async () => {
      const found = await find();
      return found && breakView(folder, found, { person: acting.reader().person, now: now() });
    },
    heal: async (head) => {
      sync.requireClock();
      const as = acting.person();
      const signer = acting.key();
      const healing = await turn(async () => {
        const found = await findAt(head);
        return healLine(folder, { found, known, signer, as, cosignOnly: false, now: now() });
      });
      await readOn();
      return { isHealed: healing.how === 'healed' };
    },
    putBack: async (head) => {
      const found = await findAt(head);
      const view = await breakView(folder, found, { person: acting.person(), now: now() });
      if (!view.isHealer) throw new TidegateError('not-entitled', { person: acting.person(), role: 'admin' });
      if (sync.view().remote !== null) return sync.restoreLine(head);
      await turn(async () => {
        await runGit(folder, ['update-ref', 'refs/heads/main', view.last, head]);
        await model.refresh();
      });
    },
  };
}
