import type { EvidenceBody } from '../record/body/decisionBody.ts';
import type { EvidenceKind } from '../record/words.ts';
import type { Instant } from '../time/instant.ts';

/** One line of the checklist. */
export interface EvidenceState {
  readonly kind: EvidenceKind;
  readonly need: 'mandatory' | 'high' | 'optional';
  /** Whether this band asks for it. */
  readonly required: boolean;
  readonly standing: 'missing' | 'fresh' | 'stale' | 'stale-by-start';
  readonly title?: string;
  readonly measuredAt?: Instant;
  readonly staleAt?: Instant;
  readonly by?: string;
  /** The file that was filed with it; it may have been erased since. */
  readonly attachment?: NonNullable<EvidenceBody['attachment']>;
  /** Emergencies: when the missing item is due. */
  readonly dueAt?: Instant;
}
