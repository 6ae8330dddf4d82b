import * as z from 'zod';
import { bandName, bands, categories, changeTypes, environments, evidenceKinds, line, roleName } from '../words.ts';
import { follows } from './follows.ts';
import { serviceList } from './placeLists.ts';

const points = z.int().min(0).max(100);
export const factorNames = [
  'criticality',
  'reach',
  'category',
  'reversibility',
  'rollback',
  'evidence',
  'timing',
  'collisions',
  'track-record',
  'recovery',
] as const;
export type FactorName = (typeof factorNames)[number];
const floorNames = [
  'hard-freeze',
  'irreversible-unrehearsed',
  'tier-one-without-rollback',
  'schema-without-rehearsal',
  'unknown-category',
] as const;
export type FloorName = (typeof floorNames)[number];

/** Steps: the first whose `upTo` is not below the value gives the points; the last has no `upTo`. */
const steps = z.array(z.strictObject({ upTo: z.int().optional(), points })).min(1);

const factors = z.strictObject({
  criticality: z.strictObject({ tier1: points, tier2: points, tier3: points, tier4: points }),
  reach: steps,
  category: z.record(z.enum(categories), points),
  reversibility: z.strictObject({ reversible: points, restore: points, irreversible: points }),
  rollback: z.strictObject({ rehearsed: points, tested: points, written: points, none: points }),
  /** Share of required items missing, times this, rounded. */
  evidence: z.strictObject({ max: points }),
  timing: z.strictObject({ clear: points, soft: points, nearPeak: points, freeze: points, nearPeakHours: z.int() }),
  collisions: steps,
  /** Failure rate shrunk to the mean; `fullAtPercent` of failures gives `max`; no outcomes gives `neutral`. */
  trackRecord: z.strictObject({ max: points, neutral: points, fullAtPercent: z.int().min(1), days: z.int().min(1) }),
  recovery: z.strictObject({ met: points, older: points, unmet: points, freshDays: z.int().min(1) }),
});
export type RiskFactors = z.infer<typeof factors>;

/** Mandatory (always), high (from High upwards), optional. */
const need = z.enum(['mandatory', 'high', 'optional']);
const evidenceRow = z.strictObject({
  needs: z.record(z.enum(evidenceKinds), need),
  /** May a change of this category carry no artifact? */
  artifactOptional: z.boolean(),
});

const approvalRule = z.strictObject({
  band: bandName,
  type: z.enum(changeTypes),
  /** Each role must be filled by `count` different people; `business` asks that one of the quorum holds a business role. */
  roles: z.array(z.strictObject({ role: roleName, count: z.int().min(1).max(20) })),
  quorum: z.strictObject({ of: z.array(roleName), count: z.int().min(1), business: z.boolean() }).optional(),
  /** False: this type may not be used in this band. */
  allowed: z.boolean(),
});
const addOn = z.strictObject({
  name: line,
  role: roleName,
  /** Any of these conditions asks for the role. */
  when: z.strictObject({
    categories: z.array(z.enum(categories)).optional(),
    /** Touches one of these or anything they depend on strongly. */
    services: serviceList.optional(),
    sharedTenancy: z.boolean().optional(),
  }),
});

export const policyBody = z.strictObject({
  name: line,
  bands: z.strictObject({ moderate: points, high: points, critical: points }),
  factors,
  floors: z.record(z.enum(floorNames), z.enum(bands)),
  /** Days an evidence item stays fresh; absent kinds never go stale. */
  freshDays: z.partialRecord(z.enum(evidenceKinds), z.int().min(1)),
  evidence: z.record(z.enum(categories), evidenceRow),
  approvals: z.array(approvalRule),
  addOns: z.array(addOn),
  /** Days after which an approval lapses. */
  approvalDays: z.int().min(1),
  /** Business days within which an emergency's missing evidence is due. */
  evidenceDebtDays: z.int().min(1),
  /** Hours of watching after the last receipt, by band. */
  hypercareHours: z.strictObject({ low: z.int(), moderate: z.int(), high: z.int(), critical: z.int() }),
  gate: z.strictObject({ environments: z.array(z.enum(environments)), maxDataAgeMinutes: z.int().min(1) }),
  follows,
});
export type PolicyBody = z.infer<typeof policyBody>;
export type ApprovalRule = z.infer<typeof approvalRule>;
export type AddOn = z.infer<typeof addOn>;
