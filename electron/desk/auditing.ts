import { setImmediate } from 'node:timers/promises';
import { TidegateError } from '../../shared/errors.ts';
import type { CommitId } from '../../shared/ids.ts';
import { zonesOf } from '../../shared/gate/calendarUnder.ts';
import { entitledRoles } from '../../shared/ledger/entitledRoles.ts';
import type { Problem } from '../../shared/ledger/standing.ts';
import type { CheckpointBody } from '../../shared/record/body/ledgerBody.ts';
import { DAY_MS, toMs, type Ms } from '../../shared/time/instant.ts';
import { stateTz } from '../../shared/time/statedTz.ts';
import { asDamage } from '../git/ledgerDamage.ts';
import { verifyLine, type Verification } from '../git/verifyLine.ts';
import { ownTz } from './ownTz.ts';
import { verifySshsig } from '../seal/sshsig.ts';
import { rolesAt, type Acting } from './acting.ts';
import type { BoardModel } from './boardModel.ts';
import type { Jobs, Progress } from './jobs.ts';
import type { Scribe } from './scribe.ts';

/** Proves the whole line, and vouches for it where the acting member may: a gate starts from such a checkpoint. */
export interface Auditing {
  /** Starts the job and returns its id. Its last step says whether a checkpoint was written, or why not. */
  readonly verify: (title: string) => string;
  /** Does so unasked once the newest checkpoint is a week old. */
  readonly verifyIfDue: () => void;
}

/** What a full verification came to; `why` is empty when a checkpoint was written. */
interface AuditReport {
  readonly head: CommitId;
  readonly commits: number;
  readonly setAside: number;
  readonly falseCheckpoints: readonly string[];
  readonly checkpoint: { readonly written: boolean; readonly why: string };
}

const CHECKPOINT_AGE_MS = 7 * DAY_MS;
/** A verification that came to nothing is not begun again before. */
const RETRY_MS = DAY_MS;

export function createAuditing(given: {
  readonly folder: string;
  readonly model: BoardModel;
  readonly acting: Acting;
  readonly scribe: Scribe;
  readonly jobs: Jobs;
  readonly now: () => Ms;
}): Auditing {
  const { folder, model, acting, scribe, jobs, now } = given;
  let triedAt: Ms | null = null;

  const mayVouch = (): boolean =>
    acting.could().length > 0 &&
    rolesAt(acting.member(), now()).some((role) => entitledRoles.checkpoint.includes(role));
  const isRecent = (): boolean => {
    const newest = model.checkpoint();
    return newest !== null && now() - toMs(newest.record.signed.at) < CHECKPOINT_AGE_MS;
  };
  const whyNoCheckpoint = (body: CheckpointBody): string | null => {
    if (!mayVouch()) return `${acting.reader().name} is neither admin nor auditor`;
    const covered = model.checkpoint()?.record.body.position ?? 0;
    return isRecent() && covered >= body.position - 1 ? 'the newest one covers all but the last commit' : null;
  };
  /** Says it through the outbox like everything else. The line was proved, whatever keeps the word from being given. */
  const vouch = (body: CheckpointBody): AuditReport['checkpoint'] => {
    try {
      const why = whyNoCheckpoint(body);
      if (why !== null) return { written: false, why };
      const tz = stateTz(zonesOf(model.replay().board()), ownTz, now());
      scribe.say({ what: 'checkpoint', subject: null, statements: [{ kind: 'checkpoint', body: { ...body, tz } }] });
      return { written: true, why: '' };
    } catch (error) {
      if (error instanceof TidegateError) return { written: false, why: `it was refused (${error.code})` };
      throw error;
    }
  };

  /** Reads the line again from its first commit, every signature included, and compares with what the desk holds. */
  async function audit({ signal, say }: Progress): Promise<AuditReport> {
    requireWhole(model.replay().halt());
    const { head, rootFingerprint } = model.replay().board();
    const held = listed(model.replay().problems());
    const proof = verifyLine(folder, { to: head, root: rootFingerprint, verify: verifySshsig, signal });
    let step = await proof.next();
    while (!step.done) {
      const { commits, total } = step.value;
      say('Checking signatures', commits, total);
      // The desk answers while it proves.
      await setImmediate();
      step = await proof.next();
    }
    const { halt, problems, commits, falseCheckpoints, checkpoint: body } = step.value;
    requireWhole(halt);
    if (listed(problems) !== held) throw new TidegateError('board-unreadable', { head, problems: problems.length });
    const checkpoint = body ? vouch(body) : { written: false, why: 'the line was not taken in whole' };
    say(sentence(checkpoint, falseCheckpoints), commits, commits);
    return { head, commits, setAside: problems.length, falseCheckpoints, checkpoint };
  }

  const verify = (title: string): string => {
    triedAt = now();
    return jobs.start('verify', title, (progress) => audit(progress).catch(throwDamage));
  };
  return {
    verify,
    verifyIfDue: () => {
      if (jobs.isRunning('verify') || model.replay().halt() || isRecent() || !mayVouch()) return;
      if (triedAt === null || now() - triedAt >= RETRY_MS) verify('Weekly verification of the ledger');
    },
  };
}

function requireWhole(halt: Verification['halt']): void {
  if (!halt) return;
  if (halt.why === 'root-mismatch') throw new TidegateError('root-mismatch', { commit: halt.commit });
  throw new TidegateError('ledger-halted', { commit: halt.commit, why: halt.why });
}

function sentence({ written, why }: AuditReport['checkpoint'], lies: readonly string[]): string {
  const found = lies.length > 0 ? `; ${lies.length} checkpoints vouch for something else` : '';
  return `Verified${found}. ${written ? 'A checkpoint was written' : `No checkpoint was written: ${why}`}.`;
}

function listed(problems: readonly Problem[]): string {
  return problems
    .map(({ path, reason }) => `${path} ${reason}`)
    .toSorted()
    .join('\n');
}

function throwDamage(error: unknown): never {
  throw asDamage(error);
}
