import type { Digest, PersonId } from '../ids.ts';
import type { Band, Role } from '../record/words.ts';
import type { Instant } from '../time/instant.ts';

/** A role that must agree, and by what rule. */
export interface Requirement {
  readonly role: Role;
  readonly count: number;
  /** `matrix: high x normal`, `add-on: Finance for posting`. */
  readonly rule: string;
  /** Only this person can fill it: the owner of a soft freeze. */
  readonly person?: PersonId;
}

export type DecisionStanding =
  'counts' | 'stale' | 'lapsed' | 'own-change' | 'replaced' | 'role-not-asked' | 'not-in-reach';

/** A decision as the tally reads it. */
export interface CountedDecision {
  readonly digest: Digest;
  readonly person: PersonId;
  readonly name: string;
  /** Whose delegated role it is; absent where it is the person's own. */
  readonly onBehalfOf?: PersonId;
  readonly behalfName?: string;
  readonly role: Role;
  readonly verdict: 'approve' | 'reject' | 'recuse';
  readonly standing: DecisionStanding;
  readonly at: Instant;
  readonly lapsesAt: Instant;
  readonly score: number;
  readonly band: Band;
  readonly conditions?: string;
  readonly reason?: string;
}

export interface RequirementState extends Requirement {
  readonly met: readonly PersonId[];
  /** Members who could fill it and have not; empty when nobody can. */
  readonly could: readonly PersonId[];
}

export interface Tally {
  /** False when the matrix forbids this type in this band. */
  readonly allowed: boolean;
  readonly requirements: readonly RequirementState[];
  readonly quorum: {
    readonly count: number;
    readonly met: readonly PersonId[];
    readonly business: boolean;
    readonly businessMet: boolean;
  } | null;
  readonly decisions: readonly CountedDecision[];
  readonly rejected: boolean;
  /** Everything that is asked for is there and nobody who counts rejected. */
  readonly complete: boolean;
}
