import type { Tally } from '../approval/tally.ts';
import type { Digest } from '../ids.ts';
import type { Band } from '../record/words.ts';
import { gravest } from '../risk/bandOf.ts';
import { gatherFacts } from '../risk/gatherFacts.ts';
import type { Risk } from '../risk/risk.ts';
import { evidenceBand, scoreRisk } from '../risk/scoreRisk.ts';
import type { TrackRecord } from '../risk/trackRecord.ts';
import { toInstant, type Ms } from '../time/instant.ts';
import type { Collision } from '../window/collision.ts';
import { collisionsOf } from '../window/collisionsOf.ts';
import type { WindowHit } from '../window/span.ts';
import type { Work } from '../window/work.ts';
import { shownText, type ChangeFile } from './changeFile.ts';
import { debtDueAt } from './debtDueAt.ts';
import { evidenceOf } from './evidenceOf.ts';
import type { EvidenceState } from './evidenceState.ts';
import { gateFacts } from './gateFacts.ts';
import type { Lifecycle } from './lifecycle.ts';
import { lifecycleOf } from './lifecycleOf.ts';
import { readChange, type ChangeReading, type ReadingContext } from './readChange.ts';
import type { RequestText } from './requestText.ts';
import { settlementOf } from './settlement.ts';
import { tallyReading } from './tallyReading.ts';

export interface AssessContext extends ReadingContext {
  /** Other planned work, for collisions; what cannot meet this one may be left out. */
  readonly others: readonly Work[];
  readonly track: TrackRecord;
}

/** All that is computed about a change; nothing of it is stored in the ledger. */
export interface Assessment {
  /** What a decision on this text must name. */
  readonly material: Digest;
  /** Null while no time is given. */
  readonly work: Work | null;
  readonly risk: Risk;
  /** By which people are asked: never below what the gate will find. */
  readonly askedBand: Band;
  readonly evidence: readonly EvidenceState[];
  readonly hits: readonly WindowHit[];
  readonly collisions: readonly Collision[];
  readonly tally: Tally;
  readonly lifecycle: Lifecycle;
}

/** Where does this change stand now, how risky is it, and what is missing? */
export function assess(file: ChangeFile, context: AssessContext, now: Ms): Assessment {
  return assessReading(readChange(shownText(file), file, context, { now }), context);
}

/**
 * The same for a text that nobody has signed, its time included or not.
 * @param file the change that the text revises: what was shown for it still counts
 */
export function assessText(
  text: RequestText,
  context: AssessContext,
  now: Ms,
  file: ChangeFile | null = null,
): Assessment {
  return assessReading(readChange(text, file, context, { now }), context);
}

function assessReading(reading: ChangeReading, { others, track }: AssessContext): Assessment {
  const { text, board, windows, work } = reading;
  const collisions = work ? collisionsOf(work, others, windows.topology) : [];
  const facts = gatherFacts({ ...reading, topology: windows.topology, collisions, track });
  const risk = scoreRisk(facts);
  const evidence = evidenceOf(text, reading.readings, board.policy, {
    band: evidenceBand(facts),
    dueAt: text.type === 'emergency' ? toInstant(debtDueAt(reading)) : null,
  });
  const askedBand = gravest([risk.band, bandAtGate(reading)]);
  const tally = tallyReading(reading, askedBand);
  const lifecycle = lifecycleOf({
    ...reading,
    forked: reading.file !== null && reading.file.current === null,
    settlement: settlementOf(reading, evidence, askedBand),
    policy: board.policy,
    band: risk.band,
    tally,
    evidence,
  });
  return {
    material: reading.material,
    work,
    risk,
    askedBand,
    evidence,
    hits: reading.hits,
    collisions,
    tally,
    lifecycle,
  };
}

/** A desk never asks for less than the gate will, which knows neither collisions nor outcomes of its own. */
function bandAtGate(reading: ChangeReading): Band {
  if (!reading.file?.decisions.length) return 'low';
  const { facts, decided } = gateFacts(reading);
  return decided ? scoreRisk(facts).band : 'low';
}
