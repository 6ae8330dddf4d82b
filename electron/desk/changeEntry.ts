import { shownText, type ChangeFile } from '../../shared/change/changeFile.ts';
import type { Assessment } from '../../shared/change/assess.ts';
import { personName, type Board } from '../../shared/ledger/board.ts';
import type { RequestBody } from '../../shared/record/body/requestBody.ts';
import type { LifecycleState } from '../../shared/record/words.ts';
import { MINUTE_MS, toMs, type Ms } from '../../shared/time/instant.ts';
import type { ChangeEntry } from '../catalog/changeTable.ts';

/** A row shows this many services; its count says how many there are. */
const SHOWN_SERVICES = 12;
const SETTLED: ReadonlySet<LifecycleState> = new Set(['closed', 'cancelled', 'rejected', 'expired']);
const FAILED: ReadonlySet<string> = new Set(['failed-rolled-back', 'failed-fixed-forward', 'partial']);

/** Can nothing but a new record move it any more? */
export function isSettled(assessment: Assessment): boolean {
  return SETTLED.has(assessment.lifecycle.state);
}

/** False: whatever collides with it and however it is scored, it lives. Spares a judging to find out. */
export function mayBeSettled(file: ChangeFile, now: Ms): boolean {
  const { cancelled, imported, timing } = shownText(file);
  const isDecided = file.receipts.length + file.decisions.length > 0;
  return isDecided || cancelled !== undefined || imported !== undefined || now >= toMs(timing.latestEnd);
}

/** The change as tables, calendars and search need it. */
export function changeEntry(file: ChangeFile, assessment: Assessment, board: Board): ChangeEntry {
  const text = shownText(file);
  const { lifecycle, risk, hits, collisions } = assessment;
  const start = toMs(text.timing.start);
  const open = assessment.tally.requirements.filter(({ met, count }) => met.length < count);
  const asked = lifecycle.state === 'assessment' || lifecycle.state === 'authorization';
  const ended = lifecycle.state === 'closed' ? endOf(file, text) : null;
  return {
    row: {
      change: file.change,
      title: text.title,
      type: text.type,
      category: text.category,
      environment: text.environment,
      band: risk.band,
      score: risk.score,
      state: lifecycle.state,
      hypercare: lifecycle.hypercare,
      start,
      end: start + text.timing.minutes * MINUTE_MS,
      services: text.services.slice(0, SHOWN_SERVICES),
      serviceCount: text.services.length,
      sites: text.sites,
      requester: text.requester,
      implementer: text.implementer,
      imported: text.imported !== undefined,
      hits: hits.length + collisions.length,
      waitingFor: asked ? [...new Set(open.map(({ role }) => role))] : [],
    },
    services: text.services,
    settled: isSettled(assessment),
    waitingOn: lifecycle.state === 'authorization' ? [...new Set(open.flatMap(({ could }) => could))] : [],
    outcome: ended?.outcome ?? null,
    closedAt: ended?.at ?? null,
    team: text.imported?.team ?? text.implementer,
    approvalMs: approvalMs(file, assessment),
    words: {
      services: text.services.map((id) => `${id} ${board.services.get(id)?.name ?? ''}`).join(' '),
      people: [
        ...[text.requester, text.implementer].map((person) => `${person} ${personName(board, person)}`),
        text.imported?.team ?? '',
        text.imported?.sourceId ?? '',
      ].join(' '),
    },
  };
}

/** How long did its approval take? Null while it is not complete, and for what needed none. */
function approvalMs({ requests }: ChangeFile, { tally }: Assessment): Ms | null {
  const first = requests[0];
  const counted = tally.decisions.filter(({ standing, verdict }) => standing === 'counts' && verdict === 'approve');
  if (!first || !tally.complete || counted.length === 0) return null;
  return Math.max(...counted.map(({ at }) => toMs(at))) - toMs(first.record.signed.at);
}

/** How and when a closed change ended: by its last receipt, or as its import says. */
function endOf(file: ChangeFile, text: RequestBody): { outcome: 'good' | 'failed'; at: Ms } | null {
  const receipt = file.receipts.at(-1)?.record.body;
  if (receipt) {
    const bad = receipt.outcome ? FAILED.has(receipt.outcome) : receipt.event !== 'succeeded';
    return { outcome: bad ? 'failed' : 'good', at: toMs(receipt.happenedAt) };
  }
  const facts = text.imported;
  if (!facts?.outcome) return null;
  if (facts.outcome === 'not-implemented') return null;
  const at = facts.closedAt ?? facts.actualEnd ?? text.timing.latestEnd;
  return { outcome: FAILED.has(facts.outcome) ? 'failed' : 'good', at: toMs(at) };
}
