import { materialDigest } from '../../shared/change/material.ts';
import type { ChangeId, CommitId } from '../../shared/ids.ts';
import type { RequestBody } from '../../shared/record/body/requestBody.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, toInstant, type Ms } from '../../shared/time/instant.ts';
import { BIG_NOW, bigRequest, bigWindows } from './bigBoard.ts';
import { crockford, type BigWriter } from './bigWriter.ts';

/** `approved`: request and approval. `done`: evidence and two receipts besides. `imported`: one record each. */
export type ChangeStory = 'approved' | 'done' | 'imported';

/** Ids as real ones: every two first characters occur. */
const idOf = (n: number): ChangeId => `CHG-2026-${crockford((n * 2_654_435_761 + 12_345) % 2 ** 35, 7)}`;

/** Changes of the past year, all of them over, written together: requests, then what they need, then what became of them. */
export async function writeChanges(writer: BigWriter, from: number, until: number, story: ChangeStory, all: number) {
  const bodies = Array.from({ length: until - from }, (_, k) => {
    const n = from + k;
    const start = BIG_NOW - 360 * DAY_MS + Math.floor((n / all) * 350) * DAY_MS + (n % 8) * HOUR_MS;
    return { n, start, body: story === 'imported' ? imported(n, start) : bigRequest(idOf(n), n, start) };
  });
  writer.moveTo((bodies[0]?.start ?? 0) - DAY_MS);
  for (const { body } of bodies) writer.add('request', body, story === 'imported' ? 'carl' : body.requester);
  await writer.commit();
  if (story === 'imported') return;
  for (const { body, start } of bodies) approve(writer, body, start, story === 'done');
  await writer.commit();
  if (story === 'approved') return;
  writer.moveTo((bodies[0]?.start ?? 0) + HOUR_MS);
  for (const { body, start } of bodies) report(writer, body, start);
  await writer.commit();
}

/** A change that may go at `BIG_NOW`. */
export async function writeAsked(writer: BigWriter): Promise<ChangeId> {
  const body = bigRequest(idOf(99_999_999), 7, BIG_NOW - HOUR_MS);
  writer.moveTo(BIG_NOW - 2 * DAY_MS);
  writer.add('request', body, body.requester);
  await writer.commit();
  approve(writer, body, BIG_NOW, true);
  await writer.commit();
  return body.change;
}

/**
 * How a board goes on after its checkpoint, so many commits of one record each: a window by somebody whose desk was
 * behind, then new requests, evidence and approvals of them, receipts.
 */
export async function writeTail(writer: BigWriter, commits: number, seen: CommitId): Promise<void> {
  writer.add('window', { ...bigWindows[0]!, window: 'late' }, 'carl', seen);
  await writer.commit();
  for (let n = 0; n < commits - 1; n += 1) {
    const body = bigRequest(idOf(50_000_000 + Math.floor(n / 4)), n, BIG_NOW + DAY_MS);
    if (n % 4 === 0) writer.add('request', body, body.requester);
    if (n % 4 === 1) writer.add('evidence', evidenceOf(body, BIG_NOW), body.implementer);
    if (n % 4 === 2) writer.add('decision', approvalOf(bigRequest(body.change, n - 2, BIG_NOW + DAY_MS)), 'petra');
    if (n % 4 === 3) writer.add('receipt', receiptOf(body, 'started', BIG_NOW), 'pipe');
    await writer.commit();
  }
}

function approve(writer: BigWriter, body: RequestBody, start: Ms, withEvidence: boolean): void {
  if (withEvidence) writer.add('evidence', evidenceOf(body, start), body.implementer);
  writer.add('decision', approvalOf(body), 'petra');
}

function report(writer: BigWriter, body: RequestBody, start: Ms): void {
  writer.add('receipt', receiptOf(body, 'started', start), 'pipe');
  writer.add('receipt', { ...receiptOf(body, 'succeeded', start + 40 * MINUTE_MS), outcome: 'successful' }, 'pipe');
}

function evidenceOf({ change }: RequestBody, start: Ms) {
  const measuredAt = toInstant(start - 3 * DAY_MS);
  return { change, evidence: 'build-test' as const, title: 'Build', measuredAt, detail: 'All green.', follows: [] };
}

function approvalOf(body: RequestBody) {
  const material = { version: 1 as const, digest: materialDigest(body) };
  const risk = { score: 3, band: 'low' as const, points: { collisions: 0, 'track-record': 3 } };
  return { change: body.change, material, verdict: 'approve' as const, role: 'peer' as const, risk, follows: [] };
}

function receiptOf({ change, services, sites }: RequestBody, event: 'started' | 'succeeded', at: Ms) {
  const environment = 'production' as const;
  return { change, event, environment, services, site: sites[0]!, artifacts: [], happenedAt: toInstant(at) };
}

function imported(n: number, start: Ms): RequestBody {
  const body = bigRequest(idOf(n), n, start);
  const facts = { source: 'log', sourceId: `C${n}`, state: 'closed' as const, outcome: 'successful' as const };
  const closedAt = toInstant(start + HOUR_MS);
  return { ...body, requester: 'carl', implementer: 'carl', imported: { ...facts, closedAt, team: `Team ${n % 40}` } };
}
