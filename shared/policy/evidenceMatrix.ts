import type { PolicyBody } from '../record/body/policyBody.ts';
import { evidenceKinds, type Category, type EvidenceKind } from '../record/words.ts';

type Need = 'mandatory' | 'high' | 'optional';
type Column = Readonly<Record<EvidenceKind, Need>>;

/** The checklist of one family of work: what is always needed, and what from High upwards. */
function column(given: { mandatory: readonly EvidenceKind[]; high: readonly EvidenceKind[] }): Column {
  const need = (kind: EvidenceKind): Need => {
    if (given.mandatory.includes(kind)) return 'mandatory';
    return given.high.includes(kind) ? 'high' : 'optional';
  };
  // Every kind gets an entry, so the record holds a total table.
  return Object.fromEntries(evidenceKinds.map((kind) => [kind, need(kind)])) as Record<EvidenceKind, Need>;
}

const display = column({ mandatory: ['build-test', 'business-smoke'], high: [] });
const settings = column({
  mandatory: ['staging-validation', 'drift-report', 'business-smoke'],
  high: ['backup-checkpoint', 'rollback-rehearsal', 'rollback-authority', 'access-review', 'business-sign-off'],
});
const application = column({
  mandatory: ['build-test', 'scan', 'staging-validation', 'backup-checkpoint', 'drift-report', 'business-smoke'],
  high: [
    'contract-test',
    'timed-rehearsal',
    'load-comparison',
    'restore-test',
    'rollback-rehearsal',
    'rollback-authority',
    'impact-assessment',
    'business-sign-off',
    'communication-plan',
    'baseline',
  ],
});
const connector = column({
  mandatory: [
    'build-test',
    'scan',
    'staging-validation',
    'contract-test',
    'drift-report',
    'business-sign-off',
    'business-smoke',
  ],
  high: [
    'load-comparison',
    'backup-checkpoint',
    'rollback-rehearsal',
    'rollback-authority',
    'access-review',
    'impact-assessment',
    'communication-plan',
    'baseline',
  ],
});
const ingress = column({
  mandatory: [
    'build-test',
    'staging-validation',
    'rollback-rehearsal',
    'rollback-authority',
    'access-review',
    'drift-report',
    'impact-assessment',
    'business-smoke',
  ],
  high: [
    'scan',
    'contract-test',
    'load-comparison',
    'backup-checkpoint',
    'failover-test',
    'business-sign-off',
    'communication-plan',
    'baseline',
  ],
});
const platform = column({
  mandatory: [
    'build-test',
    'scan',
    'staging-validation',
    'backup-checkpoint',
    'failover-test',
    'rollback-rehearsal',
    'rollback-authority',
    'drift-report',
    'impact-assessment',
    'business-smoke',
  ],
  high: ['load-comparison', 'restore-test', 'access-review', 'business-sign-off', 'communication-plan', 'baseline'],
});
const parameter = column({
  mandatory: [
    'build-test',
    'staging-validation',
    'timed-rehearsal',
    'load-comparison',
    'backup-checkpoint',
    'rollback-rehearsal',
    'rollback-authority',
    'drift-report',
    'business-smoke',
    'baseline',
  ],
  high: ['restore-test', 'failover-test', 'impact-assessment', 'business-sign-off', 'communication-plan'],
});
const schema = column({
  mandatory: [
    'build-test',
    'staging-validation',
    'timed-rehearsal',
    'backup-checkpoint',
    'restore-test',
    'rollback-rehearsal',
    'rollback-authority',
    'drift-report',
    'business-sign-off',
    'communication-plan',
    'business-smoke',
    'baseline',
  ],
  high: ['scan', 'contract-test', 'load-comparison', 'failover-test', 'impact-assessment'],
});
const security = column({
  mandatory: ['build-test', 'scan', 'drift-report', 'business-smoke'],
  high: ['staging-validation', 'backup-checkpoint', 'rollback-authority', 'access-review', 'communication-plan'],
});

/** Work whose whole content is an artifact must name it; the rest may be done without one. */
const row = (needs: Column, artifact: 'artifact' | 'no-artifact') => ({
  needs: { ...needs },
  artifactOptional: artifact === 'no-artifact',
});

/** Which evidence does the default policy ask of each category? */
export const evidenceMatrix: PolicyBody['evidence'] = {
  'application-release': row(application, 'artifact'),
  'module-upgrade': row(application, 'artifact'),
  infrastructure: row(platform, 'no-artifact'),
  schema: row(schema, 'artifact'),
  'database-parameter': row(parameter, 'no-artifact'),
  connector: row(connector, 'artifact'),
  ingress: row(ingress, 'no-artifact'),
  'cache-queue': row(platform, 'no-artifact'),
  'security-patch': row(security, 'artifact'),
  identity: row(ingress, 'no-artifact'),
  backup: row(settings, 'no-artifact'),
  'drift-correction': row(settings, 'no-artifact'),
  'platform-migration': row(schema, 'no-artifact'),
  observability: row(display, 'no-artifact'),
  configuration: row(settings, 'no-artifact'),
  unclassified: row(application, 'no-artifact'),
} satisfies Record<Category, unknown>;
