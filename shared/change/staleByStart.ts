import type { EvidenceKind } from '../record/words.ts';
import { toMs, type Ms } from '../time/instant.ts';
import type { EvidenceState } from './evidenceState.ts';

/** Something that was shown and will be too old when the work begins. */
export interface StaleByStart {
  readonly kind: EvidenceKind;
  readonly title: string;
  /** The first moment at which it is too old; not after the planned start. */
  readonly staleAt: Ms;
  /** Whether the change's band asks for it. */
  readonly required: boolean;
}

/** Which evidence is fresh now and stale by the planned start? In the order in which it goes stale. */
export function staleByStart(evidence: readonly EvidenceState[]): StaleByStart[] {
  return evidence
    .flatMap(({ kind, standing, title = '', staleAt, required }) =>
      standing === 'stale-by-start' && staleAt !== undefined ? [{ kind, title, staleAt: toMs(staleAt), required }] : [],
    )
    .toSorted((a, b) => a.staleAt - b.staleAt);
}
