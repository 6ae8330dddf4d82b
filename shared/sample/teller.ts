import { assess, type AssessContext, type Assessment } from '../change/assess.ts';
import type { ChangeFile } from '../change/changeFile.ts';
import type { PersonId } from '../ids.ts';
import { canonical } from '../record/canonical.ts';
import { digestOf } from '../record/digest.ts';
import type { Filed } from '../record/envelope.ts';
import { toInstant, type Ms } from '../time/instant.ts';
import type { Act, UnsignedBody } from './act.ts';
import type { Story } from './story.ts';

type Step = 'request' | 'decision' | 'evidence' | 'receipt' | 'review';

/** Keeps the file of one change as its story is told, so that each act can answer what stood before it. */
export interface Teller {
  readonly story: Story;
  readonly acts: readonly Act[];
  readonly file: () => ChangeFile;
  /** How the change stands at `at`, by the board's own rules. */
  readonly look: (at: Ms) => Assessment;
  readonly tell: <K extends Step>(kind: K, by: PersonId, at: Ms, body: UnsignedBody<K>, revises?: boolean) => void;
}

const NO_KEY = `SHA256:${'A'.repeat(43)}`;
const NO_ID = '0'.repeat(26);

/** Starts the story of one change; nothing has been said yet. */
export function createTeller(story: Story, context: AssessContext): Teller {
  const acts: Act[] = [];
  const filed: { [K in Step]: Filed<K>[] } = {
    request: [],
    decision: [],
    evidence: [],
    receipt: [],
    review: [],
  };

  const file = (): ChangeFile => {
    const current = filed.request.at(-1) ?? null;
    return {
      change: story.request.change,
      current,
      heads: current === null ? [] : [current],
      requests: filed.request,
      decisions: filed.decision,
      evidence: filed.evidence,
      receipts: filed.receipt,
      waivers: [],
      cosigns: [],
      reviews: filed.review,
      comments: [],
    };
  };
  const tell: Teller['tell'] = (kind, by, moment, body, revises = false) => {
    const at = Math.floor(moment / 1_000) * 1_000; // records know whole seconds
    // One generic step over four kinds: `body` is the body of `kind` by the signature above.
    acts.push({ kind, at, by, body, revises } as Act);
    const whole = kind === 'receipt' ? body : { ...body, follows: [] };
    const signed = { by, key: NO_KEY, at: toInstant(at), sig: 'AAAA' };
    const trial = {
      record: { kind, id: NO_ID, ledger: NO_ID, body: whole, signed },
      digest: digestOf(canonical([kind, by, at, whole])),
      path: `trial/${acts.length}.json`,
      position: 0,
    };
    (filed[kind] as unknown[]).push(trial);
  };
  return { story, acts, file, look: (at) => assess(file(), context, at), tell };
}
