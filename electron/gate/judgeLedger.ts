import { shownText, type ChangeFile } from '../../shared/change/changeFile.ts';
import { calendarUnder } from '../../shared/gate/calendarUnder.ts';
import { judge } from '../../shared/gate/judge.ts';
import type { JudgeContext, VerdictSource } from '../../shared/gate/judgeContext.ts';
import { judgeRollback } from '../../shared/gate/judgeRollback.ts';
import { undecided } from '../../shared/gate/undecided.ts';
import type { Question } from '../../shared/gate/verdict.ts';
import type { CommitId } from '../../shared/ids.ts';
import type { Board } from '../../shared/ledger/board.ts';
import { toMs, type Ms } from '../../shared/time/instant.ts';
import { openForCheck } from '../git/openForCheck.ts';
import { verifySshsig } from '../seal/sshsig.ts';
import { dataAgeMinutes } from './dataAge.ts';
import { earlierDeployments } from './earlierDeployments.ts';
import { exitCodeOf } from './exitCodes.ts';
import { ownTz } from './ownTz.ts';
import type { Told } from './told.ts';

export interface JudgedLedger {
  readonly told: Told;
  readonly board: Board | null;
  readonly file: ChangeFile | null;
}

/** Judges one question at a commit of the ledger. */
export async function judgeLedger(
  { ledger, root, sample }: { readonly ledger: string; readonly root: string; readonly sample: boolean },
  question: Question,
  { commit, now, isFresh = false }: { readonly commit: CommitId; readonly now: Ms; readonly isFresh?: boolean },
): Promise<JudgedLedger> {
  const at = toMs(question.at);
  const { board, file, ...opened } = await openForCheck(ledger, commit, {
    root,
    change: question.change,
    verify: verifySshsig,
    at,
  });
  const age = await dataAgeMinutes(ledger, opened.clone, { commit, now });
  const source: VerdictSource = {
    commit,
    checkpoint: opened.checkpoint?.record.id ?? null,
    dataAgeMinutes: isFresh && age !== null ? 0 : age,
    problems: opened.problems,
    halt: opened.halt,
    tz: ownTz,
    sampleAllowed: sample,
  };
  const decide = async () => {
    if (!board) return undecided(question, source, opened.clone.shallow);
    const { windows, tz } = calendarUnder(board, ownTz, opened.checkpoint?.record.body.tz);
    const context: JudgeContext = { board, windows, source: { ...source, ...tz } };
    if (question.isRollback !== true) return judge(question, file, context);
    const earlier = await earlierDeployments({ ledger, root }, question, { commit, at });
    return judgeRollback(question, file, earlier, context);
  };
  const verdict = await decide();
  return {
    board,
    file,
    told: {
      verdict,
      title: file && shownText(file).title,
      zone: zoneOf(question, file, board),
      root,
      exitCode: exitCodeOf(verdict),
    },
  };
}

/** The clock of the place that was asked about, or of the first place of the change. */
function zoneOf({ site }: Question, file: ChangeFile | null, board: Board | null): string {
  const place = site ?? (file ? shownText(file).sites[0] : undefined);
  return (place === undefined ? undefined : board?.sites.get(place)?.zone) ?? 'UTC';
}
