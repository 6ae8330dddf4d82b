import type { PolicyBody } from '../record/body/policyBody.ts';
import { evidenceKinds, type Band, type EvidenceKind } from '../record/words.ts';
import { isAbove } from '../risk/bandOf.ts';
import type { Instant } from '../time/instant.ts';
import type { EvidenceState } from './evidenceState.ts';
import { beforeWork, type EvidenceReading } from './readEvidence.ts';
import type { RequestText } from './requestText.ts';

/**
 * What does the checklist of this change look like?
 * Everything its category asks for in some band, and everything that was filed.
 * @param band the band that asks, given by the other nine factors and the floors
 * @param dueAt when an emergency's missing items are due
 */
export function evidenceOf(
  text: RequestText,
  readings: ReadonlyMap<EvidenceKind, EvidenceReading>,
  policy: PolicyBody,
  { band, dueAt }: { readonly band: Band; readonly dueAt: Instant | null },
): EvidenceState[] {
  const row = policy.evidence[text.category];
  return evidenceKinds.flatMap((kind) => {
    const need = row.needs[kind];
    const reading = readings.get(kind);
    if (need === 'optional' && !reading) return [];
    const required = need === 'mandatory' || (need === 'high' && isAbove(band, 'moderate'));
    const owed = required && reading?.standing !== 'fresh' && text.type === 'emergency' && dueAt !== null;
    return [
      {
        kind,
        need,
        required,
        standing: reading?.standing ?? ('missing' as const),
        ...(reading ? { title: reading.title, measuredAt: reading.measuredAt, by: reading.by } : {}),
        ...(reading?.staleAt ? { staleAt: reading.staleAt } : {}),
        ...(reading?.attachment ? { attachment: reading.attachment } : {}),
        ...(owed ? { dueAt } : {}),
      },
    ];
  });
}

/** The items that keep work from beginning: asked for, to be shown before it, and not fresh. */
export function evidenceGaps(items: readonly EvidenceState[]): EvidenceState[] {
  return items.filter(({ kind, required, standing }) => required && beforeWork(kind) && standing !== 'fresh');
}
