import { verifySshsig } from '../../../electron/seal/sshsig.ts';
import { createCensus } from '../../../shared/ledger/census.ts';
import type { LineCommit, Replay, Standing } from '../../../shared/ledger/line.ts';
import { createReplay, replayFrom } from '../../../shared/ledger/replay.ts';
import { seedState } from '../../../shared/ledger/seedState.ts';
import type { Filed } from '../../../shared/record/envelope.ts';
import { signerNamed } from '../ledgerPeople.ts';

const root = signerNamed('root').fingerprint;
/** What every reader here trusts. */
export const deps = { verify: verifySshsig, root };

/** Somebody who reads a line, and every record that counted when it came in. */
export interface Reader {
  readonly replay: Replay;
  readonly filed: Filed[];
}

export function readOn({ replay, filed }: Reader, commits: readonly LineCommit[]): readonly Standing[] {
  const standings = commits.flatMap((commit) => replay.apply(commit));
  for (const each of standings) if ('filed' in each && each.standing === 'counted') filed.push(each.filed);
  return standings;
}

/** From the checkpoint at the cut, knowing of the line before it no more than a gate finds out. */
export function seededAt(commits: readonly LineCommit[], cut: number): Reader | null {
  const census = createCensus();
  const auditor = createReplay(deps);
  const before = commits.slice(0, cut);
  for (const commit of before) census.note(auditor.apply(commit));
  const said = commits.slice(cut).flatMap(({ added }) => added.map(({ text }) => text ?? ''));
  const known = new Map(
    before.flatMap(({ commit }, n) =>
      said.some((text) => text.includes(`"${commit}"`)) ? [[commit, n] as const] : [],
    ),
  );
  const oldest = Math.min(cut, ...known.values());
  const placed = new Map(before.flatMap(({ added }, n) => added.map(({ path }) => [path, n > oldest ? n : 0])));
  const seeded = seedState({
    checkpoint: JSON.parse(JSON.stringify(census.checkpointBody(auditor))),
    files: before.flatMap(({ added }) => added),
    placed: (path) => placed.get(path) ?? 0,
    known,
    shallow: false,
    ...deps,
  });
  return seeded && { replay: replayFrom(seeded.state, deps), filed: [...seeded.filed] };
}
