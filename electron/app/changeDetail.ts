import type { ChangeDetail } from '../../shared/api/changeCalls.ts';
import { shownText } from '../../shared/change/changeFile.ts';
import { phaseDue } from '../../shared/change/phases.ts';
import { staleByStart } from '../../shared/change/staleByStart.ts';
import { calendarUnder } from '../../shared/gate/calendarUnder.ts';
import type { Question } from '../../shared/gate/verdict.ts';
import { judge } from '../../shared/gate/judge.ts';
import { toInstant } from '../../shared/time/instant.ts';
import type { Judged } from '../desk/changeShelf.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { ownTz } from '../desk/ownTz.ts';
import { aroundChange } from './aroundChange.ts';
import { historyOf, sinceApproval } from './changeHistory.ts';
import { mayAct } from './mayAct.ts';
import { renumberedFrom } from './renumberedChanges.ts';

/** A change that touches a thousand services reaches everything; this many explain it. */
const SHOWN_IMPACT = 300;

/** Everything the page of one change shows. */
export function changeDetail(desk: DeskParts, judged: Judged): ChangeDetail {
  const { model, acting, now } = desk;
  const { file, assessment, entry } = judged;
  const { board, topology } = model.context();
  const text = shownText(file);
  const replay = model.replay();
  const checkpoint = model.checkpoint()?.record;
  const assess = model.assessContext();
  const { windows, tz } = calendarUnder(assess.board, ownTz, checkpoint?.body.tz, assess.windows);
  const verdict = judge(questionOf(judged, desk), file, {
    ...assess,
    windows,
    source: {
      commit: replay.board().head,
      checkpoint: checkpoint?.id ?? null,
      dataAgeMinutes: null,
      problems: replay.problems(),
      halt: replay.halt(),
      ...tz,
      // The desk shows what the gate would say of a sample once it is asked for one.
      sampleAllowed: true,
    },
  });
  return {
    row: entry.row,
    text,
    material: { version: 1, digest: assessment.material },
    forked: file.current === null,
    lifecycle: assessment.lifecycle,
    risk: assessment.risk,
    tally: assessment.tally,
    evidence: assessment.evidence,
    hits: assessment.hits,
    collisions: assessment.collisions,
    staleByStart: staleByStart(assessment.evidence),
    impact: topology.dependents(text.services).slice(0, SHOWN_IMPACT),
    verdict,
    history: historyOf(file, board, model.isUnsent),
    sinceApproval: sinceApproval(file, acting.reader().person, board),
    renumbered: renumberedFrom(desk, file.change),
    ...aroundChange(desk, judged, verdict),
    ...mayAct(judged, acting.reader(), model.context(), now()),
  };
}

/**
 * The question a pipeline would ask now: of what has begun, whether it may go on, else whether it may begin; with the
 * phase that comes next, and the artifact that was approved when there is exactly one.
 */
function questionOf({ file, assessment }: Judged, desk: DeskParts): Question {
  const text = shownText(file);
  const [artifact, ...more] = text.artifacts;
  const phase = phaseDue(text, file, text.environment);
  return {
    change: file.change,
    environment: text.environment,
    at: toInstant(desk.now()),
    simulated: false,
    begins: assessment.lifecycle.state !== 'implementing' || phase !== null,
    ...(phase === null ? {} : { phase: phase.name }),
    ...(artifact && more.length === 0 ? { digest: artifact.digest } : {}),
  };
}
