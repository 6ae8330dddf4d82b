import { argocdTarget } from '../../shared/compile/argocdTarget.ts';
import { awsTarget } from '../../shared/compile/awsTarget.ts';
import { compileFor } from '../../shared/compile/compileFor.ts';
import type { Compiled, ReadBack, Target } from '../../shared/compile/compiled.ts';
import { driftOf, type Drift } from '../../shared/compile/drift.ts';
import { gitlabTarget } from '../../shared/compile/gitlabTarget.ts';
import { subjectWords, workThere } from '../../shared/compile/subject.ts';
import { safeText } from '../../shared/gate/safeText.ts';
import { DAY_MS, MINUTE_MS, toInstant, toMs, type Ms, type Period } from '../../shared/time/instant.ts';
import { exitCodes } from './exitCodes.ts';
import { openBoard } from './openBoard.ts';
import type { CompileOrder } from './readBoardArguments.ts';
import { readGivenFile } from './readGivenFile.ts';
import { requirePlace } from './requirePlace.ts';
import { doubtLines } from './tellDoubts.ts';

const targets: Readonly<Record<CompileOrder['target'], Target>> = {
  argocd: argocdTarget,
  gitlab: gitlabTarget,
  aws: awsTarget,
};

/**
 * Writes the calendar in another tool's words, or says how its file differs from the board.
 *
 * @returns `notes` for standard error: what the other tool cannot be told
 */
export async function runCompile(
  order: CompileOrder,
  now: Ms,
): Promise<{ readonly text: string; readonly notes: string; readonly exitCode: number }> {
  const at = order.at ?? toInstant(now);
  const asked = { at, now, changes: 'none' as const, asked: order.subject, sample: order.sample };
  const opened = await openBoard(order, asked);
  if (!opened.board || opened.doubts.length > 0)
    return { text: '', notes: `undecided\n${doubtLines(opened.doubts)}\n`, exitCode: exitCodes.indeterminate };
  requirePlace(order.subject, opened.board);
  const start = Math.floor(toMs(at) / MINUTE_MS) * MINUTE_MS;
  const period = { start, end: start + order.days * DAY_MS };
  const subject = subjectWords(order.subject);
  const compiled = compileFor(workThere(order.subject, start), opened, { period, subject, commit: opened.commit });
  const target = targets[order.target];
  const notes = compiled.notes.map((note) => `note: ${safeText(note)}\n`).join('');
  if (order.check !== null) {
    const read = target.read(await readGivenFile(order.check), order.application);
    return { ...compare(order.check, read, compiled), notes };
  }
  return { text: target.write(compiled, { application: order.application, now }), notes, exitCode: exitCodes.allow };
}

function compare(file: string, read: ReadBack, compiled: Compiled) {
  if ('problem' in read)
    return { text: `${safeText(file)}: ${safeText(read.problem)}\n`, exitCode: exitCodes.indeterminate };
  const drift = driftOf(compiled.stretches, read, compiled.period);
  const lines = driftLines(drift);
  const until = toInstant(compiled.period.end);
  const text = lines.length > 0 ? `${lines.join('\n')}\n` : `the same until ${until}\n`;
  return { text, exitCode: lines.length > 0 ? exitCodes.deny : exitCodes.allow };
}

const words = ({ start, end }: Period) => `${toInstant(start)} to ${toInstant(end)}`;

function driftLines({ missing, extra, strange }: Drift): string[] {
  return [
    ...missing.map((period) => `open in the file, closed on the board: ${words(period)}`),
    ...extra.map((period) => `closed in the file, open on the board: ${words(period)}`),
    ...strange.map((entry) => `not written by compile: ${safeText(entry, 200)}`),
  ];
}
