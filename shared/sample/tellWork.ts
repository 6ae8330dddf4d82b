import type { ReceiptBody } from '../record/body/decisionBody.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, toInstant, type Ms } from '../time/instant.ts';
import type { Dice } from './dice.ts';
import { evidenceWords, reviewWords } from './sampleWords.ts';
import type { Destination } from './story.ts';
import type { Teller } from './teller.ts';

const worked: readonly Destination[] = ['closed', 'review', 'validating', 'implementing'];

/** The receipts of the work, as the pipeline reports them, and the business checks after it. */
export function tellWork(teller: Teller, now: Ms, dice: Dice): void {
  const { story, tell } = teller;
  const { request, destination, start, outcome } = story;
  if (!worked.includes(destination)) return;
  const receipt = (event: ReceiptBody['event'], at: Ms, result?: ReceiptBody['outcome']) =>
    tell('receipt', 'deploy-runner', at + MINUTE_MS, {
      change: request.change,
      event,
      environment: request.environment,
      services: request.services,
      artifacts: request.artifacts,
      happenedAt: toInstant(at),
      run: `run ${Math.floor(start / HOUR_MS) % 100_000}`,
      ...(result === undefined ? {} : { outcome: result }),
    });

  receipt('started', Math.min(start + 2 * MINUTE_MS, now - 9 * MINUTE_MS));
  if (destination === 'implementing') return;
  const ended = Math.min(start + Math.round(request.timing.minutes * 0.8) * MINUTE_MS, now - 8 * MINUTE_MS);
  if (outcome === 'failed-rolled-back') {
    receipt('failed', ended);
    receipt('rolled-back', Math.min(ended + 20 * MINUTE_MS, now - 3 * MINUTE_MS), outcome);
    tellReview(teller, ended);
    return;
  }
  receipt('succeeded', ended, outcome);
  const confirmedAt = ended + dice.between(4, 20) * MINUTE_MS;
  if (confirmedAt > now - MINUTE_MS || (destination === 'validating' && dice.chance(0.5))) return;
  const [title] = evidenceWords['business-smoke'];
  const measuredAt = toInstant(confirmedAt - 2 * MINUTE_MS);
  const detail = `${request.plans.validation} All as expected.`;
  tell('evidence', request.implementer, confirmedAt, {
    change: request.change,
    evidence: 'business-smoke',
    title,
    measuredAt,
    detail,
  });
  tellReview(teller, ended);
}

/** Two days later the board has looked at what asks for it, unless its story waits for exactly that. */
function tellReview({ story, look, tell }: Teller, ended: Ms): void {
  const { request, destination, outcome } = story;
  const at = ended + 2 * DAY_MS + 3 * HOUR_MS;
  if (destination !== 'closed' || look(at + 3 * DAY_MS).lifecycle.state !== 'review') return;
  const [summary, causes] = reviewWords[outcome];
  tell('review', 'ines-carvalho', at, { change: request.change, outcome, summary, causes, actions: [], waivers: [] });
}
