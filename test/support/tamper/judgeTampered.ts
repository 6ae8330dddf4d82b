import { verifySshsig } from '../../../electron/seal/sshsig.ts';
import type { Answer } from '../../../shared/gate/verdict.ts';
import type { Standing } from '../../../shared/ledger/line.ts';
import { createReplay } from '../../../shared/ledger/replay.ts';
import { fate } from '../ledgerLine.ts';
import { signerNamed } from '../ledgerPeople.ts';
import type { Tampered } from './attack.ts';
import { answersOf } from './gateAnswer.ts';
import type { Honest } from './honest.ts';

/** What readers make of a tampered line. */
export interface Finding {
  /** Why files do not count, by path; only those that the attack brought or moved. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly halt: string | null;
  readonly counted: readonly string[];
  readonly answers: Readonly<Record<string, Answer>>;
}

export function findTampering(honest: Honest, { keep, commits }: Tampered): Finding {
  const { line, texts, at } = honest;
  const replay =
    keep === undefined
      ? line.replay.fork()
      : createReplay({ verify: verifySshsig, root: signerNamed('root').fingerprint });
  const kept = (keep === undefined ? [] : line.commits.slice(0, keep)).flatMap((commit) => replay.apply(commit));
  const standings = commits.flatMap((commit) => replay.apply(commit));
  const filed = [...(keep === undefined ? honest.filed : []), ...countedIn(kept), ...countedIn(standings)];
  const touched = standings.map((each) => ('filed' in each ? each.filed.path : each.problem.path));
  const fates = [...new Set(touched)].map((path) => [path, fate(standings, { path })] as const);
  const isFounded = replay.halt()?.why !== 'first-commit';
  return {
    reasons: Object.fromEntries(fates.filter(([, how]) => how !== 'counted' && how !== 'pending')),
    halt: replay.halt()?.why ?? null,
    counted: countedIn(standings).map(({ path }) => path),
    answers: isFounded
      ? answersOf(replay, filed, texts, at)
      : Object.fromEntries(Object.keys(texts).map((name) => [name, 'indeterminate'])),
  };
}

function countedIn(standings: readonly Standing[]) {
  return standings.flatMap((each) => ('filed' in each && each.standing === 'counted' ? [each.filed] : []));
}
