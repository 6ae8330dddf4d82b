import { judge } from '../../../shared/gate/judge.ts';
import type { Answer, Verdict } from '../../../shared/gate/verdict.ts';
import { assembleChange } from '../../../shared/ledger/assembleChange.ts';
import { boardCalendar } from '../../../shared/ledger/board.ts';
import type { Replay } from '../../../shared/ledger/line.ts';
import type { RequestBody } from '../../../shared/record/body/requestBody.ts';
import type { Filed } from '../../../shared/record/envelope.ts';
import { toInstant, type Ms } from '../../../shared/time/instant.ts';
import { createTopology } from '../../../shared/topology/createTopology.ts';
import { artifact } from './honestBodies.ts';

const order: readonly Answer[] = ['allow', 'needs-waiver', 'deny', 'indeterminate'];

/** Is the second answer as strict as the first, or stricter? */
export function isAsStrict(before: Answer, after: Answer): boolean {
  return order.indexOf(after) >= order.indexOf(before);
}

/** What the gate says of one change, by the same steps as `tidegate-gate check` takes after reading. */
export function verdictOn(replay: Replay, filed: readonly Filed[], text: RequestBody, at: Ms): Verdict {
  const board = replay.board(at);
  const question = {
    change: text.change,
    environment: text.environment,
    digest: artifact,
    at: toInstant(at),
    simulated: false,
  };
  return judge(question, assembleChange(text.change, filed, board, at), {
    board,
    windows: boardCalendar(board, createTopology(board.services.values())),
    source: {
      commit: board.head,
      checkpoint: replay.checkpoint()?.record.id ?? null,
      dataAgeMinutes: 0,
      problems: replay.problems(),
      halt: replay.halt(),
      tz: 'test',
      sampleAllowed: false,
    },
  });
}

export function answersOf(
  replay: Replay,
  filed: readonly Filed[],
  texts: Readonly<Record<string, RequestBody>>,
  at: Ms,
): Readonly<Record<string, Answer>> {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, verdictOn(replay, filed, text, at).answer]),
  );
}
