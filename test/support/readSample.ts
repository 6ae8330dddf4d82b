import { readLine } from '../../electron/git/readLine.ts';
import { changeOf } from '../../electron/desk/storedRecord.ts';
import { verifySshsig } from '../../electron/seal/sshsig.ts';
import { assess, type Assessment } from '../../shared/change/assess.ts';
import { shownText, type ChangeFile } from '../../shared/change/changeFile.ts';
import { assembleChange } from '../../shared/ledger/assembleChange.ts';
import { windowsInForce, type Board } from '../../shared/ledger/board.ts';
import type { Standing } from '../../shared/ledger/line.ts';
import { createReplay } from '../../shared/ledger/replay.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import { emptyTrackRecord } from '../../shared/risk/trackRecord.ts';
import type { Ms } from '../../shared/time/instant.ts';
import { createTopology } from '../../shared/topology/createTopology.ts';
import { createWindowContext } from '../../shared/window/windowContext.ts';
import { workOf } from '../../shared/window/work.ts';

export interface ReadLedger {
  readonly board: Board;
  readonly standings: readonly Standing[];
  readonly filed: readonly Filed[];
  readonly changes: readonly { readonly file: ChangeFile; readonly assessment: Assessment }[];
}

/** A whole ledger as any reader would find it: every record judged, every change assessed at `now`. */
export async function readLedger(folder: string, head: string, now: Ms): Promise<ReadLedger> {
  const replay = createReplay({ verify: verifySshsig });
  const standings: Standing[] = [];
  for await (const commit of readLine(folder, { to: head })) standings.push(...replay.apply(commit));
  const board = replay.board();
  const filed = standings.flatMap((each) => (each.standing === 'counted' ? [each.filed] : []));
  const byChange = new Map<string, Filed[]>();
  for (const each of filed) {
    const change = changeOf(each);
    if (change !== null) byChange.set(change, [...(byChange.get(change) ?? []), each]);
  }
  const topology = createTopology(board.services.values());
  const windows = createWindowContext({ windows: windowsInForce(board), sites: board.sites, topology });
  const files = [...byChange].flatMap(([change, own]) => assembleChange(change, own, board) ?? []);
  const works = files.flatMap((file) => workOf(shownText(file)) ?? []);
  const changes = files.map((file) => {
    const { start, end } = workOf(shownText(file)) ?? { start: 0, end: 0 };
    const others = works.filter((work) => work.change !== file.change && work.start < end && start < work.end);
    return { file, assessment: assess(file, { board, windows, others, track: emptyTrackRecord }, now) };
  });
  return { board, standings, filed, changes };
}
