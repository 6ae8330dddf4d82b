import { verifySshsig } from '../../../electron/seal/sshsig.ts';
import type { Answer } from '../../../shared/gate/verdict.ts';
import type { Standing } from '../../../shared/ledger/line.ts';
import { createReplay } from '../../../shared/ledger/replay.ts';
import { fate } from '../ledgerLine.ts';
import { deps, readOn, seededAt, type Reader } from '../differential/readers.ts';
import { signerNamed } from '../ledgerPeople.ts';
import type { Tampered } from './attack.ts';
import { answersOf, verdictOn } from './gateAnswer.ts';
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

/** What one reader makes of it: why files of the attack do not count, and what objects to each change. */
interface Reading {
  readonly reasons: Finding['reasons'];
  readonly objections: Readonly<Record<string, readonly string[]>>;
}

/**
 * The same line read by the gate, from a checkpoint over its first `cut` commits, and by whoever reads all of it. Null when
 * the checkpoint is not accepted.
 */
export function readTwice(
  { line, texts, at }: Honest,
  { commits }: Tampered,
  cut: number,
): { readonly whole: Reading; readonly gate: Reading } | null {
  const all = [...line.commits, ...commits];
  const whole: Reader = { replay: createReplay(deps), filed: [] };
  readOn(whole, all.slice(0, cut));
  const gate = seededAt(all, cut);
  if (!gate) return null;
  const readingOf = (reader: Reader): Reading => {
    const standings = readOn(reader, all.slice(cut));
    const touched = standings.map((each) => ('filed' in each ? each.filed.path : each.problem.path));
    const objections = Object.entries(texts).map(([name, text]) => {
      const { reasons } = verdictOn(reader.replay, reader.filed, text, at);
      // The gate's checkpoint here stands beside the line, not on it.
      const own = reasons.filter(({ code }) => code !== 'no-checkpoint');
      return [name, own.map(({ code, answer }) => `${code} ${answer}`).toSorted()] as const;
    });
    return {
      reasons: Object.fromEntries([...new Set(touched)].map((path) => [path, fate(standings, { path })])),
      objections: Object.fromEntries(objections),
    };
  };
  return { whole: readingOf(whole), gate: readingOf(gate) };
}

function countedIn(standings: readonly Standing[]) {
  return standings.flatMap((each) => ('filed' in each && each.standing === 'counted' ? [each.filed] : []));
}
