import type { Handlers } from '../../shared/api/contract.ts';
import { toMs } from '../../shared/time/instant.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { ledgerForks, settlementOf } from './ledgerForks.ts';
import { ledgerHistory } from './ledgerHistory.ts';
import { ledgerStorage } from './ledgerStorage.ts';
import { proofCommands, quoted } from './proofCommands.ts';

type Answers = Pick<Handlers, Extract<keyof Handlers, `ledger.${string}`>>;

/** A page lists this many problems; the count is in the status. */
const SHOWN_PROBLEMS = 500;

/** The ledger as a thing: what counts, what does not, and how anybody can prove it. */
export function createLedgerService(desk: DeskParts): Answers {
  const { model, catalog, auditing, jobs, scribe, mending, ledgerFolder } = desk;
  /** Asked twice, it is done once. */
  const running = (kind: 'verify' | 'rebuild') =>
    jobs.list().find((view) => view.kind === kind && view.state === 'running')?.job;
  return {
    'ledger.health': () => {
      const replay = model.replay();
      const board = replay.board();
      const byKind = catalog.records.countByKind();
      const counted = Object.values(byKind).reduce((sum, count) => sum + count, 0);
      const problems = replay.problems();
      const checkpoint = model.checkpoint();
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
        healed: board.identity.heals?.length ?? 0,
        proofCommands: proofCommands(ledgerFolder),
        gateCommand: [
          `tidegate-gate check --ledger ${quoted(ledgerFolder)} --root ${board.rootFingerprint}`,
          `--change ID --env production${board.identity.sample ? ' --sample' : ''}`,
        ].join(' '),
      };
    },
    'ledger.history': (asked) => ledgerHistory(desk, asked),
    'ledger.storage': () => ledgerStorage(ledgerFolder),
    'ledger.rebuild': () => ({
      job:
        running('rebuild') ??
        jobs.start('rebuild', 'Rebuild the index', async ({ signal, say }) => {
          const total = model.replay().board().length;
          say('Reading the records', 0, total);
          await model.rebuild((what, done, changes) => {
            signal.throwIfAborted();
            if (what === 'commits') say('Reading the records', done, total);
            else say('Assessing the changes', done, changes ?? 0);
          });
          say(`${catalog.records.count().toLocaleString('en')} records read again`, total, total);
        }),
    }),
    'ledger.break': () => mending.look(),
    'ledger.heal': ({ head }) => mending.heal(head),
    'ledger.putBack': async ({ head }) => {
      await mending.putBack(head);
      return null;
    },
    'ledger.forks': () => ledgerForks(desk),
    'ledger.settle': (settled) => ({
      row: scribe.say({ what: 'settle', subject: settled.subject, statements: [settlementOf(desk, settled)] }),
    }),
    'ledger.verify': () => ({ job: running('verify') ?? auditing.verify('Verify the whole ledger') }),
  };
}
