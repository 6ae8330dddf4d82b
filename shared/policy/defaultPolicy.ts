import type { PolicyBody, RiskFactors } from '../record/body/policyBody.ts';
import { approvalMatrix, defaultAddOns } from './approvalMatrix.ts';
import { evidenceMatrix } from './evidenceMatrix.ts';

/** The ten factors; their highest points add up to 100. */
const factors: RiskFactors = {
  criticality: { tier1: 16, tier2: 10, tier3: 5, tier4: 0 },
  reach: [{ upTo: 1, points: 0 }, { upTo: 3, points: 4 }, { upTo: 10, points: 8 }, { points: 12 }],
  category: {
    observability: 0,
    configuration: 3,
    'drift-correction': 3,
    'application-release': 6,
    'module-upgrade': 6,
    'security-patch': 6,
    backup: 6,
    connector: 8,
    'cache-queue': 8,
    ingress: 8,
    identity: 8,
    infrastructure: 8,
    unclassified: 8,
    'database-parameter': 10,
    schema: 12,
    'platform-migration': 12,
  },
  reversibility: { reversible: 0, restore: 6, irreversible: 10 },
  rollback: { rehearsed: 0, tested: 3, written: 8, none: 12 },
  evidence: { max: 10 },
  timing: { clear: 0, soft: 5, nearPeak: 6, freeze: 10, nearPeakHours: 48 },
  collisions: [{ upTo: 0, points: 0 }, { upTo: 1, points: 3 }, { points: 6 }],
  trackRecord: { max: 6, neutral: 3, fullAtPercent: 20, days: 180 },
  recovery: { met: 0, older: 3, unmet: 6, freshDays: 90 },
};

/** What policy does a new board start with? Everything in it is the board's to revise. */
export function defaultPolicy(): Omit<PolicyBody, 'follows'> {
  return structuredCopy({
    name: 'Default policy',
    bands: { moderate: 25, high: 50, critical: 75 },
    factors,
    floors: {
      'hard-freeze': 'high',
      'irreversible-unrehearsed': 'critical',
      'tier-one-without-rollback': 'critical',
      'schema-without-rehearsal': 'high',
      'unknown-category': 'moderate',
    },
    freshDays: {
      'build-test': 30,
      scan: 30,
      'staging-validation': 30,
      'contract-test': 90,
      'timed-rehearsal': 90,
      'load-comparison': 90,
      'backup-checkpoint': 7,
      'restore-test': 90,
      'failover-test': 180,
      'rollback-rehearsal': 90,
      'access-review': 180,
      'drift-report': 14,
      'business-sign-off': 30,
      baseline: 30,
    },
    evidence: evidenceMatrix,
    approvals: [...approvalMatrix],
    addOns: [...defaultAddOns],
    approvalDays: 14,
    evidenceDebtDays: 2,
    hypercareHours: { low: 4, moderate: 12, high: 24, critical: 72 },
    gate: { environments: ['production'], maxDataAgeMinutes: 15 },
  });
}

/** Plain data only, so JSON is a faithful copy: two boards never share one object. */
function structuredCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
