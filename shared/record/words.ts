import * as z from 'zod';

/** The enumerations of the trade, each word once. */
export const changeTypes = ['standard', 'normal', 'emergency'] as const;
export const categories = [
  'application-release',
  'module-upgrade',
  'infrastructure',
  'schema',
  'database-parameter',
  'connector',
  'ingress',
  'cache-queue',
  'security-patch',
  'identity',
  'backup',
  'drift-correction',
  'platform-migration',
  'observability',
  'configuration',
  'unclassified',
] as const;
export const environments = ['production', 'staging', 'test'] as const;
export const bands = ['low', 'moderate', 'high', 'critical'] as const;
export const effects = ['freeze', 'soft-freeze', 'maintenance', 'peak'] as const;
export const roles = [
  'admin',
  'change-manager',
  'chair',
  'director',
  'peer',
  'service-owner',
  'business-owner',
  'process-owner',
  'finance-owner',
  'security',
  'recovery-owner',
  'provider',
  'requester',
  'implementer',
  'pipeline',
  'auditor',
  'break-glass',
] as const;
export const serviceKinds = [
  'application',
  'module',
  'integration',
  'database',
  'cache',
  'ingress',
  'identity',
  'queue',
  'platform',
  'device',
  'partner-endpoint',
  'business-process',
] as const;
export const siteKinds = ['store', 'warehouse', 'hub', 'office', 'datacentre', 'web'] as const;
export const evidenceKinds = [
  'build-test',
  'scan',
  'staging-validation',
  'contract-test',
  'timed-rehearsal',
  'load-comparison',
  'backup-checkpoint',
  'restore-test',
  'failover-test',
  'rollback-rehearsal',
  'rollback-authority',
  'access-review',
  'drift-report',
  'impact-assessment',
  'business-sign-off',
  'communication-plan',
  'business-smoke',
  'baseline',
] as const;
/** Best first: how ready the way back is, and how data can be brought back. */
export const rollbackReadiness = ['rehearsed', 'tested', 'written', 'none'] as const;
export const dataReversal = ['reversible', 'restore', 'irreversible'] as const;
export const outcomes = [
  'successful',
  'successful-with-issues',
  'failed-rolled-back',
  'failed-fixed-forward',
  'partial',
  'not-implemented',
] as const;
/** The only lifecycle states; all of them are computed, none is stored. */
export const lifecycleStates = [
  'draft',
  'assessment',
  'authorization',
  'scheduled',
  'implementing',
  'validating',
  'review',
  'closed',
  'rejected',
  'cancelled',
  'expired',
] as const;

export type ChangeType = (typeof changeTypes)[number];
export type Category = (typeof categories)[number];
export type Environment = (typeof environments)[number];
export type Band = (typeof bands)[number];
export type Effect = (typeof effects)[number];
export type Role = (typeof roles)[number];
export type ServiceKind = (typeof serviceKinds)[number];
export type EvidenceKind = (typeof evidenceKinds)[number];
export type RollbackReadiness = (typeof rollbackReadiness)[number];
export type DataReversal = (typeof dataReversal)[number];
export type LifecycleState = (typeof lifecycleStates)[number];

/** One line that people read: a title, a name. */
export const line = z
  .string()
  .min(1)
  .max(240)
  .regex(/^[^\n\r]*$/, 'one line');
/** Several lines that people read: a plan, a reason. */
export const prose = z.string().max(20_000);
export const bandName = z.enum(bands);
export const roleName = z.enum(roles);
