import { DAY_MS } from '../time/instant.ts';
import type { Act } from './act.ts';

/** No commit of a desk holds more than this long of work. */
const LONGEST = 2 * DAY_MS;

/**
 * Which acts go into one commit together? In order of time, and never a text together with what was said about it:
 * whoever decides has seen the request on the line before.
 */
export function batchActs(acts: readonly Act[]): Act[][] {
  const batches: Act[][] = [];
  let batch: Act[] = [];
  let subjects = new Map<string, boolean>();
  for (const act of acts) {
    const subject = subjectOf(act);
    const isText = !['decision', 'evidence', 'receipt'].includes(act.kind);
    const before = subjects.get(subject);
    const first = batch[0];
    const clash = before !== undefined && (isText || before);
    if (first !== undefined && (clash || act.at - first.at > LONGEST)) {
      batches.push(batch);
      batch = [];
      subjects = new Map();
    }
    batch.push(act);
    subjects.set(subject, isText);
  }
  return batch.length > 0 ? [...batches, batch] : batches;
}

/** What the act speaks of: a site, a service, a window or a change. */
export function subjectOf({ body }: Act): string {
  if ('change' in body) return body.change;
  if ('of' in body) return body.of.subject ?? '';
  if ('window' in body) return body.window;
  if ('service' in body) return body.service;
  return 'site' in body ? body.site : '';
}
