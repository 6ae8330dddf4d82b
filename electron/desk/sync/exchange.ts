import { setTimeout as sleep } from 'node:timers/promises';
import type { Rewrite, SyncStep, SyncView } from '../../../shared/api/syncCalls.ts';
import { TidegateError, type ErrorCode } from '../../../shared/errors.ts';
import type { CommitId } from '../../../shared/ids.ts';
import { personName } from '../../../shared/ledger/board.ts';
import { raceMs } from '../../../shared/sync/backOff.ts';
import type { Ms } from '../../../shared/time/instant.ts';
import type { NewCommit } from '../../git/commitStream.ts';
import type { GitProgress } from '../../git/remoteWords.ts';
import type { OutboxRow } from '../../workspace/outboxTable.ts';
import type { BoardModel } from '../boardModel.ts';
import type { DueActions } from '../dueActions.ts';
import type { Chain, RemoteLine } from './remoteLine.ts';
import { named, type SyncNotes } from './syncMemory.ts';

export interface RoundOptions {
  readonly signal?: AbortSignal | undefined;
  readonly say?: ((step: NonNullable<SyncView['step']>) => void) | undefined;
  /** A commit to be sent besides what is due: an import. */
  readonly extra?: NewCommit | undefined;
}

/** What one round came to. Failures are thrown; these are not. */
export interface Round {
  readonly how: 'level' | 'halted' | 'rewritten';
  /** The commit that the extra draft has become on the line. */
  readonly extra: CommitId | null;
  readonly rewrite: Rewrite | null;
}

/** One round with the remote; the caller sees to it that nobody else moves the line meanwhile. */
export interface Exchange {
  /**
   * Fetches, takes in what is new, writes what is due on top of it and pushes, until nobody was faster. The verified
   * line moves only onto what the remote holds.
   *
   * @throws TidegateError in the words of `remoteFailure`; `remote-not-a-board` when another board is at the address
   */
  readonly round: (options?: RoundOptions) => Promise<Round>;
  /** Puts the verified line back onto a remote whose head is `theirs`. @throws TidegateError `remote-moved` */
  readonly restore: (theirs: CommitId, options?: RoundOptions) => Promise<void>;
  /** Learns what an earlier run left: call it before anything is signed. */
  readonly start: () => Promise<void>;
  /** The newest commit of the verified line that the remote holds, while ours is ahead of it; null when it holds all. */
  readonly aheadOf: () => CommitId | null;
  /** Was this action offered to the remote, so that nobody can say that it is not on its line? */
  readonly isOffered: (row: number) => boolean;
}

/** So often others may be faster within one round; the next one is soon enough after that. */
const MOST_RACES = 12;
/** Refusals after which nothing of what was offered can be on the remote's line. */
const REFUSED: readonly ErrorCode[] = ['remote-moved', 'branch-protected', 'remote-read-only', 'remote-refused-login'];

export function createExchange(given: {
  readonly line: RemoteLine;
  readonly model: BoardModel;
  readonly actions: DueActions;
  readonly notes: SyncNotes;
  /** The remote has answered; with its clock where it tells one. */
  readonly onContact: (clock: Ms | null) => void;
  /** The clock of a remote that tells none by itself; null where there is none to ask. */
  readonly probeClock: () => Promise<Ms | null>;
  readonly now: () => Ms;
  readonly random: () => number;
}): Exchange {
  const { line, model, actions, notes, onContact, probeClock, now, random } = given;
  let aheadOf: CommitId | null = null;
  let isProbed = false;

  let described: Rewrite | null = null;
  const rewriteOf = async (base: CommitId | null, ours: CommitId, theirs: CommitId): Promise<Rewrite> => {
    // It is looked at every minute until somebody has decided.
    if (described?.ours === ours && described.theirs === theirs) return described;
    const before = notes.read().rewritten;
    const at = before?.theirs === theirs ? before.at : now();
    notes.note({ rewritten: { at, theirs } });
    described = named(await line.describe({ base, ours, theirs }), at, (person) => personName(model.board(), person));
    return described;
  };
  const noteWentBack = (from: CommitId, to: CommitId | null): void => {
    const before = notes.read().wentBack;
    // Found again before it could be pushed forward: it is the same going back.
    if (before?.from !== from || before.to !== to) notes.note({ wentBack: { at: now(), from, to } });
  };

  /** Brings the verified line level with the remote as far as that can be. Null: it was rewritten, nothing moved. */
  const takeIn = async (
    { held, theirs }: { readonly held: CommitId | null; readonly theirs: CommitId | null },
    { say, signal }: { readonly say: Said; readonly signal: AbortSignal | undefined },
  ): Promise<Rewrite | null> => {
    const main = await line.main();
    const halt = model.replay().halt();
    // A break was never verified: the line that counts ends before it, and the remote may have been put back there.
    const whole = halt ? model.replay().board().head : main;
    const stand = await line.stand({ main: whole, theirs, held: halt ? whole : held });
    if (stand.how === 'rewritten' && theirs !== null) return rewriteOf(stand.base, whole, theirs);
    if (stand.how === 'stranger') throw new TidegateError('remote-not-a-board', { why: 'another line' });
    described = null;
    if (notes.read().rewritten) notes.note({ rewritten: null });
    aheadOf = stand.how === 'ahead' || stand.how === 'went-back' ? theirs : null;
    if (stand.how === 'went-back') noteWentBack(halt ? whole : (held ?? main), theirs);
    if (theirs !== null && (stand.how === 'behind' || stand.how === 'diverged')) {
      const total = stand.how === 'behind' ? stand.commits : 0;
      const told = (commits: number): void => say('verify', commits, total);
      told(0);
      const isApart = stand.how === 'diverged' && !halt;
      const moved = isApart ? line.setAside(main, theirs) : line.follow(main, theirs);
      await model.refresh({ head: theirs, moved, told, signal });
      requireGoing(signal);
      return null;
    }
    if (halt) await line.follow(main, whole);
    else if (theirs !== null && held === null) await line.noteHeld(theirs);
    else if (stand.how === 'level' && held !== main) await line.noteHeld(main);
    // Reads what is new, and whatever an earlier round left unread.
    const told = (commits: number): void => say('verify', commits, 0);
    await model.refresh({ head: halt ? whole : main, moved: Promise.resolve(), told, signal });
    requireGoing(signal);
    return null;
  };

  /** Makes what is ours on top of the verified line and offers it. Answers the chain that is on the line now. */
  const offer = async (
    theirs: CommitId | null,
    extra: NewCommit | undefined,
    { options, say }: { readonly options: RoundOptions; readonly say: Said },
  ): Promise<Chain> => {
    const main = await line.main();
    const rows: readonly OutboxRow[] = actions.due();
    // Written down before anything leaves: undo comes too late now, and after a kill nobody else knows of it.
    noteOffered(rows);
    const due = actions.draftOf(rows);
    const drafts = [...(await line.ownCommits(main)), ...(due ? [due] : []), ...(extra ? [extra] : [])];
    if (drafts.length > 0) say('write', 0, drafts.length);
    const chain = await line.land(drafts, main);
    if (chain.tip === theirs) return chain;
    say('send', 0, 0);
    const progress = ({ phase, done, total }: GitProgress): void =>
      say(phase === 'send' ? 'send' : 'write', done, total);
    try {
      await line.push(chain.tip, { signal: options.signal, progress });
    } catch (error) {
      if (error instanceof TidegateError && REFUSED.includes(error.code)) noteOffered([]);
      throw error;
    }
    await line.advance(main, chain);
    await model.refresh();
    noteOffered([]);
    isProbed = false;
    aheadOf = null;
    return chain;
  };
  /** Once after each start and each push, and for as long as the clocks differ. */
  const askClock = async (): Promise<Ms | null> => {
    if (isProbed && notes.read().clockOffMs === null) return null;
    isProbed = true;
    return probeClock();
  };
  const noteOffered = (rows: readonly OutboxRow[]): void => {
    if (rows.length + notes.read().offered.length > 0) notes.note({ offered: rows.map(({ row }) => row) });
  };

  const round = async (options: RoundOptions = {}): Promise<Round> => {
    const { signal, extra } = options;
    const say: Said = (name, done, total) => options.say?.({ name, done, total });
    for (let lost = 0; ; lost += 1) {
      say('reach', 0, 0);
      const progress = ({ phase, done, total }: GitProgress): void =>
        say(phase === 'count' ? 'reach' : 'receive', done, total);
      const held = await line.held();
      const { head: theirs, clock } = await line.fetch({ signal, progress });
      onContact(clock ?? (await askClock()));
      const rewrite = await takeIn({ held, theirs }, { say, signal });
      if (rewrite) return { how: 'rewritten', extra: null, rewrite };
      // Whatever was offered before has either come in just now or will not.
      noteOffered([]);
      await line.tidy();
      // An answer may have been lost on its way, of this round or of one before.
      const [file] = extra?.files ?? [];
      const arrived = file ? await line.addedBy(file.path) : null;
      const halt = model.replay().halt();
      if (halt) {
        const whole = model.replay().board().head;
        const undone = theirs === null ? null : await rewriteOf(whole, whole, theirs);
        // A merge can be healed; for what was edited or removed, by it or behind it, there is only the line before it.
        const isHealed = halt.why === 'merge' && undone?.lostFiles === 0;
        return { how: 'halted', extra: arrived, rewrite: isHealed ? null : undone };
      }
      try {
        const chain = await offer(theirs, arrived === null ? extra : undefined, { options, say });
        await line.attach({ signal });
        return { how: 'level', extra: arrived ?? (extra ? chain.tip : null), rewrite: null };
      } catch (error) {
        if (!(error instanceof TidegateError && error.code === 'remote-moved') || lost >= MOST_RACES) throw error;
        await sleep(raceMs(lost + 1, random()), null, { signal }).catch(() => undefined);
      }
    }
  };

  return {
    round,
    restore: async (theirs, { signal } = {}) => {
      const held = await line.held();
      const { head, clock } = await line.fetch({ signal });
      onContact(clock);
      const main = await line.main();
      const halt = model.replay().halt();
      const whole = halt ? model.replay().board().head : main;
      const stand = await line.stand({ main: whole, theirs: head, held: halt ? whole : held });
      const isUndone = stand.how === 'rewritten' || (halt !== null && head === main);
      if (head !== theirs || !isUndone) throw new TidegateError('remote-moved', { expected: theirs });
      await line.push(whole, { signal, expected: theirs });
      if (halt) await line.follow(main, whole);
      else await line.noteHeld(whole);
      await model.refresh();
      described = null;
      notes.note({ rewritten: null });
    },
    start: async () => {
      const [main, held] = [await line.main(), await line.held()];
      const stand = await line.stand({ main, theirs: held, held });
      aheadOf = stand.how === 'ahead' ? held : null;
    },
    aheadOf: () => aheadOf,
    isOffered: (row) => notes.read().offered.includes(row),
  };
}

function requireGoing(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new TidegateError('cancelled');
}

type Said = (name: SyncStep, done: number, total: number) => void;
