import { monotonicFactory } from 'ulid';
import { TidegateError, type ErrorCode } from '../../shared/errors.ts';
import type { CommitId, Digest, PersonId } from '../../shared/ids.ts';
import type { Board } from '../../shared/ledger/board.ts';
import type { SetAsideReason } from '../../shared/ledger/standing.ts';
import type { EnrolmentBody } from '../../shared/record/body/peopleBody.ts';
import type { BodyOf, Kind } from '../../shared/record/kinds.ts';
import { sealRecord } from '../../shared/record/seal.ts';
import { toInstant, type Ms } from '../../shared/time/instant.ts';
import type { HeldKey } from '../seal/keyring.ts';
import type { Workspace } from '../workspace/openWorkspace.ts';
import type { OutboxFile, OutboxRow } from '../workspace/outboxTable.ts';
import type { Acting } from './acting.ts';
import type { BoardModel } from './boardModel.ts';

/** For this long an action can be undone: then it becomes a commit. */
const UNDO_MS = 8_000;
/** Stands where a signature will stand. */
const UNSIGNED = 'unsigned';

/** One record to be signed. */
export type Statement = { [K in Kind]: { readonly kind: K; readonly body: BodyOf<K> } }[Kind];

type Sealed = OutboxFile & { readonly digest: Digest };

/** Signs what the acting member says. The outbox row it returns is the moment at which it is said. */
export interface Scribe {
  /** @throws TidegateError when the board would not count it: nothing is written then */
  readonly say: (action: {
    readonly what: string;
    readonly subject: string | null;
    readonly statements: readonly Statement[];
    /**
     * Whatever else has to happen in the workspace when it is said, and must not happen without it: a draft that is done
     * with, a row that this one replaces. Given the digests of what was signed, in order.
     */
    readonly along?: (signed: readonly Digest[]) => void;
  }) => number;
  /**
   * Asks to be let in, signed by the very key that is asked for. By itself it never counts.
   *
   * @throws TidegateError `record-malformed` when nobody could read it as a request
   */
  readonly ask: (body: EnrolmentBody, key: HeldKey) => number;
  /** Would the board count this if the acting member said it now? `pending` waits for somebody's cosign. */
  readonly standing: (statement: Statement) => 'counted' | 'pending' | 'refused';
  /** What would the board say if the acting member said this now? Null when it would not take it. */
  readonly foresee: (statement: Statement) => { readonly board: Board; readonly digest: Digest } | null;
  /**
   * Before anything is made that would be left over if it could not be said: a key, a file.
   *
   * @throws TidegateError what `say` would throw; without statements, why nothing at all can be said now
   */
  readonly check: (statements: readonly Statement[]) => void;
  /** A fresh record id, in order within the millisecond. */
  readonly newId: () => string;
}

const REFUSALS: Partial<Record<SetAsideReason, ErrorCode>> = {
  'not-entitled': 'not-entitled',
  'not-in-reach': 'not-entitled',
  'self-approval': 'own-change',
  'stale-head': 'stale-record',
  'wrong-follows': 'stale-record',
  'key-revoked': 'key-unusable',
  // The roster in force names it, or it would not be signed with: the one at what was seen does not yet.
  'key-unknown': 'key-too-new',
  'signer-unknown': 'key-unusable',
  'too-large': 'record-too-large',
  'future-dated': 'clock-off',
};

export function createScribe(given: {
  readonly model: BoardModel;
  readonly acting: Acting;
  readonly workspace: Pick<Workspace, 'atomically' | 'outbox'>;
  readonly boardName: string;
  readonly now: () => Ms;
  /** The newest commit of the line that every reader can know of, see rule 6 of the ledger. */
  readonly seen: () => CommitId;
  /** @throws TidegateError `clock-off` */
  readonly requireClock: () => void;
  /** Tells the writer that something is due later. */
  readonly onSaid: (sendAfter: Ms) => void;
  /** Remembers digests that this process has signed itself. */
  readonly onSealed: (digest: string) => void;
  readonly reportDefect: (call: string, defect: unknown) => void;
}): Scribe {
  const { model, acting, workspace, boardName, now } = given;
  const ulid = monotonicFactory();
  const sealAs = (by: PersonId, key: Pick<HeldKey, 'fingerprint' | 'sign'>, statement: Statement): Sealed => {
    const claim = { ledger: model.board().ledger, by, key: key.fingerprint, at: toInstant(now()) };
    return sealRecord({ ...statement, ...claim, seen: given.seen(), id: ulid(now()) }, key.sign);
  };
  /** What would be said, unsigned: an agent may ask its owner for every signature, and nothing leaves the desk yet. */
  const rehearse = (statement: Statement): Sealed => {
    const sealed = sealAs(acting.person(), { ...acting.key(), sign: () => UNSIGNED }, statement);
    given.onSealed(sealed.digest);
    return sealed;
  };
  const requireSound = (): void => {
    const halt = model.replay().halt();
    if (halt) throw new TidegateError('ledger-halted', { commit: halt.commit, why: halt.why });
    given.requireClock();
  };
  const check = (statements: readonly Statement[]): void => {
    requireSound();
    if (statements.length === 0) return;
    for (const standing of model.judgeAhead(statements.map(rehearse))) {
      if (!('problem' in standing)) continue;
      const { reason, detail } = standing.problem;
      throw new TidegateError(REFUSALS[reason] ?? 'record-malformed', { reason, detail: detail.slice(0, 300) });
    }
  };
  const keep = (
    row: Pick<OutboxRow, 'what' | 'subject' | 'author'>,
    sealed: readonly Sealed[],
    along?: (signed: readonly Digest[]) => void,
  ): number => {
    for (const { digest } of sealed) given.onSealed(digest);
    const files = sealed.map(({ path, text }) => ({ path, text }));
    const sendAfter = now() + UNDO_MS;
    const kept = workspace.atomically(() => {
      const added = workspace.outbox.add(boardName, { ...row, files, at: now(), sendAfter });
      along?.(sealed.map(({ digest }) => digest));
      return added;
    });
    try {
      model.outboxChanged();
    } catch (error) {
      // It has been said: what fails now is made good by the next refresh, and must not look like a refusal.
      given.reportDefect('say', error);
    }
    given.onSaid(sendAfter);
    return kept;
  };
  return {
    check,
    newId: () => ulid(now()),
    standing: (statement) => {
      try {
        const { path, text } = rehearse(statement);
        return model
          .judgeAhead([{ path, text }])
          .reduce<'counted' | 'pending' | 'refused'>(
            (worst, { standing }) => (standing === 'counted' ? worst : standing === 'pending' ? 'pending' : 'refused'),
            'counted',
          );
      } catch (error) {
        requireRefusal(error);
        return 'refused';
      }
    },
    foresee: (statement) => {
      try {
        const { path, text, digest } = rehearse(statement);
        const board = model.boardAhead([{ path, text }]);
        return board && { board, digest };
      } catch (error) {
        requireRefusal(error);
        return null;
      }
    },
    say: ({ what, subject, statements, along }) => {
      // Refused before anybody is asked to sign.
      check(statements);
      const author = acting.person();
      const key = acting.key();
      return keep(
        { what, subject, author },
        statements.map((statement) => sealAs(author, key, statement)),
        along,
      );
    },
    ask: (body, key) => {
      requireSound();
      const sealed = sealAs(body.person, key, { kind: 'enrolment', body });
      for (const standing of model.judgeAhead([sealed]))
        if (!('problem' in standing) || standing.problem.reason !== 'enrolment')
          throw new TidegateError('record-malformed', { kind: 'enrolment' });
      return keep({ what: 'enrol', subject: key.fingerprint, author: body.person }, [sealed]);
    },
  };
}

/** Nobody may sign here, or nobody could read it: an answer. Whatever else is thrown is a defect, and no answer at all. */
function requireRefusal(error: unknown): asserts error is TidegateError {
  if (!(error instanceof TidegateError) || error.code === 'unexpected') throw error;
}
