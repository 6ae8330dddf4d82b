import type { EvidenceKind } from '../record/words.ts';

/** Each kind of evidence as people on the board say it. */
export const evidenceWords: Readonly<Record<EvidenceKind, string>> = {
  'build-test': 'build and test report',
  scan: 'image and dependency scan',
  'staging-validation': 'staging validation',
  'contract-test': 'contract test with the partner',
  'timed-rehearsal': 'timed rehearsal',
  'load-comparison': 'load comparison',
  'backup-checkpoint': 'backup checkpoint',
  'restore-test': 'restore test',
  'failover-test': 'failover test',
  'rollback-rehearsal': 'rollback rehearsal',
  'rollback-authority': 'rollback triggers and authority',
  'access-review': 'access review',
  'drift-report': 'drift report',
  'impact-assessment': 'impact assessment',
  'business-sign-off': 'business sign-off',
  'communication-plan': 'communication plan',
  'business-smoke': 'business smoke test',
  baseline: 'baseline',
};
