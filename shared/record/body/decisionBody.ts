import * as z from 'zod';
import { changeId, commitId, digest, personId, recordId, serviceId, siteId, tenantId } from '../../ids.ts';
import { instant } from '../../time/instant.ts';
import { bandName, environments, evidenceKinds, line, outcomes, prose, roleName } from '../words.ts';
import { follows } from './follows.ts';
import { serviceList } from './placeLists.ts';

/** The risk its signer saw. Fractions never occur: points are whole. */
const seenRisk = z.strictObject({
  score: z.int().min(0).max(100),
  band: bandName,
  points: z.record(z.string().max(40), z.int().min(0).max(100)),
});

export const decisionBody = z.strictObject({
  change: changeId,
  /** The material part of the request that was read; a decision on another digest is stale. */
  material: z.strictObject({ version: z.literal(1), digest }),
  verdict: z.enum(['approve', 'reject', 'recuse']),
  role: roleName,
  /** Whose delegation the role is held by; the signer decides, and counts as this person's voice too. */
  onBehalfOf: personId.optional(),
  risk: seenRisk,
  conditions: prose.optional(),
  reason: prose.optional(),
  follows,
});
export type DecisionBody = z.infer<typeof decisionBody>;

export const evidenceBody = z.strictObject({
  change: changeId,
  evidence: z.enum(evidenceKinds),
  title: line,
  /** When the thing shown happened (the restore test, the scan), not when it was filed. */
  measuredAt: instant,
  detail: prose,
  /** Shown as text, never followed on its own. */
  link: z.string().max(2_000).optional(),
  /** The artifact the evidence speaks of. */
  artifact: digest.optional(),
  attachment: z.strictObject({ digest, name: line, bytes: z.int().min(0).max(5_242_880), media: line }).optional(),
  follows,
});
export type EvidenceBody = z.infer<typeof evidenceBody>;

/** What a pipeline did. */
export const receiptBody = z.strictObject({
  change: changeId,
  event: z.enum(['started', 'succeeded', 'failed', 'rolled-back']),
  environment: z.enum(environments),
  services: serviceList,
  site: siteId.optional(),
  tenant: tenantId.optional(),
  phase: line.optional(),
  artifacts: z.array(z.strictObject({ service: serviceId, digest })).max(500),
  /** The commit at which the gate judged: of a receipt that is a lock, the one it stands on. */
  judgedAt: commitId.optional(),
  /** The waivers that this start rests on, and uses up. */
  waivers: z.array(recordId).max(50).optional(),
  /** The work takes this change's work back. */
  rollbackOf: changeId.optional(),
  happenedAt: instant,
  outcome: z.enum(outcomes).optional(),
  run: line.optional(),
});
export type ReceiptBody = z.infer<typeof receiptBody>;
