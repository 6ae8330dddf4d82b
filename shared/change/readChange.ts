import { conflictedPeople } from '../approval/readDecisions.ts';
import type { Touched } from '../approval/inReach.ts';
import type { SoftFreezeMet } from '../approval/requirementsOf.ts';
import type { Digest, PersonId } from '../ids.ts';
import type { Board } from '../ledger/board.ts';
import type { EvidenceKind } from '../record/words.ts';
import { readTiming, softHits } from '../risk/readTiming.ts';
import type { RiskFacts } from '../risk/riskFacts.ts';
import { toMs, type Ms } from '../time/instant.ts';
import { hitsOf } from '../window/hitsOf.ts';
import type { WindowHit } from '../window/span.ts';
import type { WindowContext } from '../window/windowContext.ts';
import { workOf, type Work } from '../window/work.ts';
import type { ChangeFile } from './changeFile.ts';
import { materialDigest } from './material.ts';
import { progressOf, type Progress } from './progress.ts';
import { readEvidence, type EvidenceReading } from './readEvidence.ts';
import { isTimed, type RequestText } from './requestText.ts';

/** What can be read of a change before anything is judged; desk and gate both start from it. */
export interface ChangeReading {
  readonly text: RequestText;
  /** Null for a text that nobody has signed. */
  readonly file: ChangeFile | null;
  readonly board: Board;
  readonly windows: WindowContext;
  readonly material: Digest;
  readonly work: Work | null;
  readonly hits: readonly WindowHit[];
  readonly softFreezes: readonly SoftFreezeMet[];
  readonly timing: RiskFacts['timing'];
  readonly readings: ReadonlyMap<EvidenceKind, EvidenceReading>;
  readonly progress: Progress;
  readonly touched: Touched;
  readonly conflicted: ReadonlySet<PersonId>;
  readonly latestEnd: Ms | null;
  readonly now: Ms;
  /** The instant for which ages and approvals are judged. */
  readonly asOf: Ms;
}

export interface ReadingContext {
  readonly board: Board;
  readonly windows: WindowContext;
}

/**
 * Reads one change against the calendar and the board.
 * @param moments.asOf when ages and approvals are judged; once work has begun a desk takes the moment it began,
 * because the authorisation was used then
 * @param moments.start what evidence must last until; null when nothing is planned
 */
export function readChange(
  text: RequestText,
  file: ChangeFile | null,
  { board, windows }: ReadingContext,
  moments: { readonly now: Ms; readonly asOf?: Ms; readonly start?: Ms },
): ChangeReading {
  const receipts = (file?.receipts ?? []).map(({ record }) => record.body);
  const progress = progressOf(text, text.imported ? [] : receipts);
  const asOf = moments.asOf ?? Math.min(progress.startedAt ?? moments.now, moments.now);
  const work = isTimed(text) ? workOf(text) : null;
  const hits = work ? hitsOf(work, windows) : [];
  return {
    text,
    file,
    board,
    windows,
    material: materialDigest(text),
    work,
    hits,
    softFreezes: softHits(hits).flatMap((hit) => softFreezeMet(hit, windows)),
    timing: readTiming(work, hits, windows, board.policy.factors),
    readings: readEvidence(text, file?.evidence ?? [], board.policy, {
      asOf,
      start: moments.start ?? work?.start ?? null,
      now: moments.now,
    }),
    progress,
    touched: { services: text.services, sites: touchedSites(text, board) },
    conflicted: new Set([...(file ? conflictedPeople(file) : []), text.requester, text.implementer]),
    latestEnd: text.timing ? toMs(text.timing.latestEnd) : null,
    now: moments.now,
    asOf,
  };
}

function softFreezeMet({ span, title }: WindowHit, { windows }: WindowContext): SoftFreezeMet[] {
  return windows
    .filter(({ window, title: named }) => window === span.window && named === title)
    .map(({ owner, ownerRole }) => ({ title, owner, ownerRole }));
}

/** Sites that are not said are those of the touched services; one that names none serves them all. */
function touchedSites(text: RequestText, board: Board): readonly string[] {
  if (text.sites.length > 0) return text.sites;
  const touched = text.services.flatMap((id) => board.services.get(id) ?? []);
  if (touched.some(({ sites }) => sites.length === 0)) return [...board.sites.keys()];
  return [...new Set(touched.flatMap(({ sites }) => sites))];
}
