import type { Board } from '../ledger/board.ts';
import type { Problem } from '../ledger/standing.ts';
import type { JudgeContext } from './judgeContext.ts';
import type { Question, Reason } from './verdict.ts';

const unsure = (code: Reason['code'], rule: string, text: string, record?: string): Reason => ({
  code,
  answer: 'indeterminate',
  text,
  rule,
  ...(record === undefined ? {} : { record }),
});

/** Why can the records not be relied upon for this question? Any of these leaves it undecided. */
export function sourceReasons(question: Question, { board, source }: JudgeContext): Reason[] {
  return [
    ...haltReasons(source.halt),
    ...(board.identity.sample && !source.sampleAllowed
      ? [unsure('sample', 'sample-ledger', 'This ledger is a sample: ask with --sample to try it out', 'ledger')]
      : []),
    ...(source.checkpoint === null
      ? [
          unsure(
            'no-checkpoint',
            'checkpoint',
            'No checkpoint vouches for this ledger, and no command writes one: on a desk, an admin or auditor presses Verify everything on the Ledger page',
          ),
        ]
      : []),
    ...staleReasons(question, board, source.dataAgeMinutes),
    ...source.problems
      .filter((problem) => problem.unreadable && couldTouch(problem, question))
      .map(({ path, reason }) =>
        unsure(
          'unreadable-record',
          'unreadable-could-matter',
          `A signed record cannot be understood (${reason.replaceAll('-', ' ')}): this gate may be too old for it`,
          path,
        ),
      ),
  ];
}

/** Why the line cannot be followed to its end. */
export function haltReasons(halt: JudgeContext['source']['halt']): Reason[] {
  if (!halt) return [];
  if (halt.why === 'root-mismatch') {
    return [unsure('root-mismatch', 'root', 'The first commit is not signed by the root key that was given')];
  }
  const why = {
    merge: 'a commit has two parents',
    edited: 'a record was edited',
    removed: 'a record was removed',
    'first-commit': 'the first commit is not a ledger',
  };
  const where = halt.paths.length > 0 ? `: ${halt.paths.slice(0, 3).join(', ')}` : '';
  return [
    unsure('ledger-halted', 'one-line', `The ledger is broken, ${why[halt.why]}${where}`, `commit/${halt.commit}`),
  ];
}

function staleReasons(question: Question, { policy }: Board, age: number | null): Reason[] {
  const { environments, maxDataAgeMinutes } = policy.gate;
  if (age === null || age <= maxDataAgeMinutes || !environments.includes(question.environment)) return [];
  const text = `The copy of the ledger is ${age} minutes old, ${question.environment} allows ${maxDataAgeMinutes}: fetch and ask again`;
  return [unsure('stale-data', 'data-age', text, 'policy')];
}

/** A delegation among them: a withdrawal that cannot be read would leave a voice that was taken away. */
const everywhere = ['ledger', 'roster', 'policy', 'windows', 'services', 'people'];

/** Could this file change the answer? Records of other changes, and of sites that were not asked about, cannot. */
function couldTouch({ path }: Problem, { change, site }: Question): boolean {
  const [root, second] = path.split('/');
  if (root === undefined) return true;
  if (root === 'changes') return path.includes(`/${change}/`);
  if (root === 'sites') return site === undefined || second === site;
  return everywhere.includes(root);
}
