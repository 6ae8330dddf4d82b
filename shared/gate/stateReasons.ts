import type { Lifecycle } from '../change/lifecycle.ts';
import type { ChangeReading } from '../change/readChange.ts';
import { toInstant, toMs, type Ms } from '../time/instant.ts';
import type { Reason } from './verdict.ts';

const no = (code: Reason['code'], rule: string, text: string, more: Partial<Reason> = {}): Reason => ({
  code,
  answer: 'deny',
  text,
  rule,
  record: 'request',
  ...more,
});

/** What in the change itself, its text, its state and its envelope, speaks against the work now? */
export function stateReasons(reading: ChangeReading, lifecycle: Lifecycle, at: Ms): Reason[] {
  const { text, file } = reading;
  if (text.imported) {
    return [no('imported', 'imports-never-authorise', `The change was imported from ${text.imported.source}`)];
  }
  const reasons: Reason[] = [];
  if (file?.current === null)
    reasons.push(no('forked', 'fork', 'Two versions of the text are open: settle them first'));
  switch (lifecycle.state) {
    case 'cancelled':
      return [...reasons, no('cancelled', 'lifecycle', 'The change was called off')];
    case 'rejected':
      return [...reasons, no('rejected', 'lifecycle', rejectedWords(reading))];
    case 'expired':
      return [...reasons, no('expired', 'envelope', 'The latest end passed and nothing was begun: plan it again')];
    case 'review':
    case 'closed':
      return [...reasons, no('closed', 'lifecycle', `The work is over: ${lifecycle.because}`)];
    default:
      return [...reasons, ...envelopeReasons(reading, at)];
  }
}

function rejectedWords({ file, board, material }: ChangeReading): string {
  const by = (file?.decisions ?? [])
    .filter(({ record }) => record.body.verdict === 'reject' && record.body.material.digest === material)
    .map(
      ({ record }) => board.roster.people.find(({ person }) => person === record.signed.by)?.name ?? record.signed.by,
    );
  return `Rejected by ${[...new Set(by)].join(', ')}`;
}

function envelopeReasons({ text, latestEnd }: ChangeReading, at: Ms): Reason[] {
  if (!text.timing || latestEnd === null) return [];
  const start = toMs(text.timing.earliestStart);
  if (at < start) {
    const words = 'The agreed time has not begun';
    return [no('outside-envelope', 'envelope', words, { until: toInstant(start) })];
  }
  return at >= latestEnd ? [no('outside-envelope', 'envelope', 'The agreed time is over')] : [];
}
