import type {
  Band,
  Category,
  ChangeType,
  DataReversal,
  Effect,
  Environment,
  EvidenceKind,
  LifecycleState,
  Role,
  RollbackReadiness,
} from '../../shared/record/words.ts';
import type { FactorName, FloorName } from '../../shared/record/body/policyBody.ts';
import type { Answer } from '../../shared/gate/verdict.ts';

/** The words people read for the words records hold. */
export const bandWords = {
  low: 'Low',
  moderate: 'Moderate',
  high: 'High',
  critical: 'Critical',
} satisfies Record<Band, string>;
export const bandLetters = { low: 'L', moderate: 'M', high: 'H', critical: 'C' } satisfies Record<Band, string>;
export const effectWords = {
  freeze: 'Freeze',
  'soft-freeze': 'Soft freeze',
  maintenance: 'Maintenance',
  peak: 'Peak',
} satisfies Record<Effect, string>;
export const stateWords = {
  draft: 'Draft',
  assessment: 'Assessment',
  authorization: 'Authorization',
  scheduled: 'Scheduled',
  implementing: 'Implementing',
  validating: 'Validating',
  review: 'Review',
  closed: 'Closed',
  rejected: 'Rejected',
  cancelled: 'Cancelled',
  expired: 'Expired',
} satisfies Record<LifecycleState, string>;
export const typeWords = {
  standard: 'Standard',
  normal: 'Normal',
  emergency: 'Emergency',
} satisfies Record<ChangeType, string>;
export const environmentWords = {
  production: 'Production',
  staging: 'Staging',
  test: 'Test',
} satisfies Record<Environment, string>;
export const categoryWords = {
  'application-release': 'Application release',
  'module-upgrade': 'Module upgrade',
  infrastructure: 'Infrastructure',
  schema: 'Schema',
  'database-parameter': 'Database parameter',
  connector: 'Connector',
  ingress: 'Ingress',
  'cache-queue': 'Cache or queue',
  'security-patch': 'Security patch',
  identity: 'Identity',
  backup: 'Backup',
  'drift-correction': 'Drift correction',
  'platform-migration': 'Platform migration',
  observability: 'Observability',
  configuration: 'Configuration',
  unclassified: 'Unclassified',
} satisfies Record<Category, string>;
export const roleWords = {
  admin: 'Admin',
  'change-manager': 'Change manager',
  chair: 'Chair',
  director: 'Director',
  peer: 'Peer',
  'service-owner': 'Service owner',
  'business-owner': 'Business owner',
  'process-owner': 'Process owner',
  'finance-owner': 'Finance owner',
  security: 'Security',
  'recovery-owner': 'Recovery owner',
  provider: 'Provider',
  requester: 'Requester',
  implementer: 'Implementer',
  pipeline: 'Pipeline',
  auditor: 'Auditor',
  'break-glass': 'Break-glass holder',
} satisfies Record<Role, string>;
export const evidenceWords = {
  'build-test': 'Build and tests',
  scan: 'Image and dependency scan',
  'staging-validation': 'Staging validation',
  'contract-test': 'Contract test with the partner',
  'timed-rehearsal': 'Timed rehearsal',
  'load-comparison': 'Load against baseline',
  'backup-checkpoint': 'Backup checkpoint',
  'restore-test': 'Restore test',
  'failover-test': 'Failover test',
  'rollback-rehearsal': 'Rollback rehearsal',
  'rollback-authority': 'Rollback triggers and authority',
  'access-review': 'Access review',
  'drift-report': 'Drift report',
  'impact-assessment': 'Impact assessment',
  'business-sign-off': 'Business sign-off',
  'communication-plan': 'Communication and fallback',
  'business-smoke': 'Business smoke after deploying',
  baseline: 'Baseline before and after',
} satisfies Record<EvidenceKind, string>;
export const readinessWords = {
  rehearsed: 'Rehearsed, with its time known',
  tested: 'Tested in staging',
  written: 'Written only',
  none: 'None',
} satisfies Record<RollbackReadiness, string>;
export const reversalWords = {
  reversible: 'Reversible in place',
  restore: 'Needs a restore',
  irreversible: 'Irreversible',
} satisfies Record<DataReversal, string>;
export const factorWords = {
  criticality: 'Criticality',
  reach: 'Reach',
  category: 'Category',
  reversibility: 'Reversibility',
  rollback: 'Rollback',
  evidence: 'Evidence',
  timing: 'Timing',
  collisions: 'Collisions',
  'track-record': 'Track record',
  recovery: 'Recovery',
} satisfies Record<FactorName, string>;
export const floorWords = {
  'hard-freeze': 'Inside a freeze',
  'irreversible-unrehearsed': 'Irreversible and not rehearsed',
  'tier-one-without-rollback': 'Tier 1 without a way back',
  'schema-without-rehearsal': 'Schema change without a rehearsal',
  'unknown-category': 'Unknown category',
} satisfies Record<FloorName, string>;
export const answerWords = {
  allow: 'The gate would allow it now',
  'needs-waiver': 'The gate would ask for a waiver now',
  deny: 'The gate would refuse now',
  indeterminate: 'The gate could not decide now, so it would refuse',
} satisfies Record<Answer, string>;

/** The choices of a select from a table of words. */
export function optionsOf<T extends string>(words: Readonly<Record<T, string>>): { id: T; label: string }[] {
  // Object.entries widens the key; the table's type is the proof.
  return (Object.entries(words) as [T, string][]).map(([id, label]) => ({ id, label }));
}
