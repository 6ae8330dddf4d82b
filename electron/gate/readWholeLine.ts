import { TidegateError } from '../../shared/errors.ts';
import type { CommitId, Digest, Fingerprint } from '../../shared/ids.ts';
import type { LineCommit, Replay } from '../../shared/ledger/line.ts';
import { createReplay } from '../../shared/ledger/replay.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import { toMs, type Ms } from '../../shared/time/instant.ts';
import { isShallow } from '../git/cloneFacts.ts';
import { readLine } from '../git/readLine.ts';
import { verifySshsig } from '../seal/sshsig.ts';

export interface WholeLine {
  readonly replay: Replay;
  /** Every record that counted when it came in. */
  readonly filed: readonly Filed[];
}

/** Where a reading stops on its way to look around. */
export interface Stops {
  /** Ascending; `onMoment` sees the line as it stood then, by the clocks of its signers. */
  readonly moments: readonly Ms[];
  readonly onMoment: (moment: Ms, line: WholeLine) => void;
  /** Sees the line just before it takes the commit in; null at its end. */
  readonly onCommit: (commit: LineCommit | null, line: WholeLine) => void;
}

/**
 * Reads the line from its first commit, every signature checked, and stops on the way as told.
 *
 * @param trusted signatures that an earlier reading of ours found good
 * @throws TidegateError `ledger-halted` where the line breaks, and for a clone that is cut off
 */
export async function readWholeLine(
  folder: string,
  { to, root, trusted }: { readonly to: CommitId; readonly root: Fingerprint; readonly trusted?: ReadonlySet<Digest> },
  stops: Stops | null = null,
): Promise<WholeLine> {
  if (await isShallow(folder)) throw new TidegateError('ledger-halted', { why: 'shallow', commit: to });
  const replay = createReplay({ verify: verifySshsig, root, trusted: (digest) => trusted?.has(digest) ?? false });
  const filed: Filed[] = [];
  const line = { replay, filed };
  const moments = stops?.moments ?? [];
  let next = 0;
  const passMoments = (before: Ms) => {
    for (let moment = moments[next]; moment !== undefined && moment < before; moment = moments[next]) {
      if (replay.halt() === null && filed.length > 0) stops?.onMoment(moment, line);
      next += 1;
    }
  };
  for await (const commit of readLine(folder, { to })) {
    passMoments(signedAt(commit));
    stops?.onCommit(commit, line);
    for (const standing of replay.apply(commit))
      if ('filed' in standing && standing.standing === 'counted') filed.push(standing.filed);
  }
  const halt = replay.halt();
  if (halt) throw new TidegateError('ledger-halted', { why: halt.why, commit: halt.commit });
  passMoments(Infinity);
  stops?.onCommit(null, line);
  return line;
}

/** When the first of its records claims to have been signed; a commit without records changes nothing. */
function signedAt({ added }: LineCommit): Ms {
  const times = added.flatMap(({ text }) => {
    const [, at] = /"signed":\{"at":"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)"/.exec(text ?? '') ?? [];
    return at === undefined ? [] : [toMs(at)];
  });
  return times.length > 0 ? Math.min(...times) : -Infinity;
}
