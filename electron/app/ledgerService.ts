import type { Handlers } from '../../shared/api/contract.ts';
import { TidegateError } from '../../shared/errors.ts';
import type { Replay } from '../../shared/ledger/line.ts';
import { toMs } from '../../shared/time/instant.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import type { Progress } from '../desk/jobs.ts';
import type { LedgerGit } from '../desk/ledgerGit.ts';
import { proofCommands, quoted } from './proofCommands.ts';

type Answers = Pick<Handlers, 'ledger.health' | 'ledger.verify'>;

/** A page lists this many problems; the count is in the status. */
const SHOWN_PROBLEMS = 500;

/** The ledger as a thing: what counts, what does not, and how anybody can prove it. */
export function createLedgerService(
  desk: DeskParts,
  proof: { readonly git: LedgerGit; readonly maker: () => Replay },
): Answers {
  const { model, catalog, jobs, ledgerFolder } = desk;
  return {
    'ledger.health': () => {
      const replay = model.replay();
      const board = replay.board();
      const byKind = catalog.records.countByKind();
      const counted = Object.values(byKind).reduce((sum, count) => sum + count, 0);
      const problems = replay.problems();
      const checkpoint = replay.checkpoint();
      return {
        head: board.head,
        commits: board.length,
        records: counted + problems.length,
        counted,
        problems: problems.slice(0, SHOWN_PROBLEMS),
        halt: replay.halt(),
        checkpoint: checkpoint && {
          record: checkpoint.record.id,
          commit: checkpoint.record.body.commit,
          at: toMs(checkpoint.record.signed.at),
        },
        byKind,
        proofCommands: proofCommands(ledgerFolder),
        gateCommand: [
          `tidegate-gate check --ledger ${quoted(ledgerFolder)} --root ${board.rootFingerprint}`,
          `--change ID --env production${board.identity.sample ? ' --sample' : ''}`,
        ].join(' '),
      };
    },
    'ledger.verify': () => ({
      job: jobs.start('verify', 'Verify the whole ledger', (progress) => verify(progress)),
    }),
  };

  /** Reads the line again from its first commit, every signature included, and compares with what the desk holds. */
  async function verify({ signal, say }: Progress): Promise<unknown> {
    const held = model.replay();
    const { head, length, rootFingerprint } = held.board();
    const fresh = proof.maker();
    let done = 0;
    for await (const commit of proof.git.read({ from: null, to: head })) {
      if (signal.aborted) throw new TidegateError('cancelled');
      fresh.apply(commit);
      done += 1;
      say('Checking signatures', done, length);
      // A breath between commits: the desk answers while it proves.
      if (done % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    const halt = fresh.halt();
    if (halt) throw new TidegateError('ledger-halted', { commit: halt.commit, why: halt.why });
    if (fresh.board().rootFingerprint !== rootFingerprint) throw new TidegateError('root-mismatch', { head });
    const same = listed(fresh).join('\n') === listed(held).join('\n');
    if (!same) throw new TidegateError('board-unreadable', { head, problems: fresh.problems().length });
    return { head, commits: done, setAside: fresh.problems().length };
  }
}

function listed(replay: Replay): string[] {
  return replay
    .problems()
    .map(({ path, reason }) => `${path} ${reason}`)
    .toSorted();
}
