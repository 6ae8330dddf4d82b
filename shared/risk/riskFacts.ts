import type { ChangeId, ServiceId } from '../ids.ts';
import type { PolicyBody } from '../record/body/policyBody.ts';
import type { Category, DataReversal, EvidenceKind, RollbackReadiness } from '../record/words.ts';
import type { TrackReading } from './trackRecord.ts';

/** Everything the ten factors look at, gathered once, so that "what would lower it" can ask again with one thing changed. */
export interface RiskFacts {
  readonly policy: PolicyBody;
  /** The most critical of the touched services and the processes above them; null when none is on the map. */
  readonly critical: { readonly service: ServiceId; readonly name: string; readonly tier: number } | null;
  readonly reach: {
    readonly sites: number;
    readonly tenants: number;
    readonly dependents: number;
    /** A shared platform reaches everybody, whatever the counts say. */
    readonly sharedPlatform: ServiceId | null;
  };
  readonly category: Category;
  readonly data: DataReversal;
  /** `none` as well when no steps are written, whatever the form says. */
  readonly rollback: RollbackReadiness;
  /** What must be shown before the work, by the category's row. */
  readonly evidence: readonly {
    readonly kind: EvidenceKind;
    readonly need: 'mandatory' | 'high';
    readonly fresh: boolean;
  }[];
  readonly shown: ReadonlySet<EvidenceKind>;
  readonly timing: {
    readonly met: 'clear' | 'soft' | 'near-peak' | 'freeze';
    readonly window: string | null;
    readonly title: string;
  };
  readonly collisions: readonly ChangeId[];
  readonly track: TrackReading;
  readonly recovery: {
    readonly met: 'met' | 'older' | 'unmet';
    readonly service: ServiceId | null;
    readonly why: string;
  };
  /** The log an imported record came from: it holds no plans and no evidence, so none are counted as missing. */
  readonly logged?: string;
  /** Points that are taken from a signed decision instead of being computed: what a pipeline cannot know. */
  readonly fixed?: { readonly collisions: number; readonly trackRecord: number; readonly source: string };
}
