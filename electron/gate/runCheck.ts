import type { CommitId } from '../../shared/ids.ts';
import { toInstant, type Ms } from '../../shared/time/instant.ts';
import { isWithin } from '../git/isWithin.ts';
import { judgeLedger } from './judgeLedger.ts';
import { rememberLine, requireRemembered } from './lineMemory.ts';
import type { CheckOrder } from './readArguments.ts';
import { requireCommit } from './resolveCommit.ts';
import type { Told } from './told.ts';

/** Answers one question from the ledger in a folder. `now` is the machine's own instant. */
export async function runCheck(order: CheckOrder, now: Ms): Promise<Told> {
  const commit = await requireCommit(order.ledger, order.commit);
  await requireRemembered(order.state, order.ledger, commit);
  const simulated = order.at !== null || (order.commit !== null && (await isPast(order.ledger, commit)));
  const question = { ...order.question, at: order.at ?? toInstant(now), simulated };
  const { told } = await judgeLedger(order, question, { commit, now });
  if (told.verdict.answer !== 'indeterminate') rememberLine(order.state, commit);
  return told;
}

/** Does this copy know a later end of the line? What was said since may stand against it, so that it opens nothing. */
async function isPast(folder: string, commit: CommitId): Promise<boolean> {
  const newest = await requireCommit(folder, null);
  return newest !== commit && (await isWithin(folder, commit, newest));
}
