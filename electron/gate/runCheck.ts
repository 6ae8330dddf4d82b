import { toInstant, type Ms } from '../../shared/time/instant.ts';
import { judgeLedger } from './judgeLedger.ts';
import type { CheckOrder } from './readArguments.ts';
import { requireCommit } from './resolveCommit.ts';
import type { Told } from './told.ts';

/** Answers one question from the ledger in a folder. `now` is the machine's own instant. */
export async function runCheck(order: CheckOrder, now: Ms): Promise<Told> {
  const commit = await requireCommit(order.ledger, order.commit);
  const question = { ...order.question, at: order.at ?? toInstant(now), simulated: order.at !== null };
  return (await judgeLedger(order, question, { commit, now })).told;
}
