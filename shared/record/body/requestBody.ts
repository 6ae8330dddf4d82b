import * as z from 'zod';
import { changeId, digest, personId, serviceId } from '../../ids.ts';
import { instant } from '../../time/instant.ts';
import {
  categories,
  changeTypes,
  dataReversal,
  environments,
  line,
  outcomes,
  prose,
  rollbackReadiness,
} from '../words.ts';
import { follows } from './follows.ts';
import { serviceList, siteList, tenantList } from './placeLists.ts';

/** What an imported record was in the system it came from. Never approval, evidence or receipt. */
const imported = z.strictObject({
  source: line,
  sourceId: line,
  /** The mapped lifecycle state there. */
  state: z.enum(['closed', 'cancelled', 'rejected', 'scheduled', 'assessment']),
  outcome: z.enum(outcomes).optional(),
  openedAt: instant.optional(),
  closedAt: instant.optional(),
  actualStart: instant.optional(),
  actualEnd: instant.optional(),
  team: line.optional(),
});

/** The text of a change. Material fields are named in `change/material.ts`. */
export const requestBody = z.strictObject({
  change: changeId,
  title: line,
  /** Why: what the business gets, what happens if it is not done. */
  summary: prose,
  type: z.enum(changeTypes),
  category: z.enum(categories),
  environment: z.enum(environments),
  services: serviceList,
  sites: siteList,
  tenants: tenantList,
  requester: personId,
  implementer: personId,
  /** The approved envelope is earliestStart to latestEnd; `start` may move inside it without a new approval. */
  timing: z
    .strictObject({
      earliestStart: instant,
      start: instant,
      minutes: z.int().min(1).max(5_256_000),
      latestEnd: instant,
    })
    .refine(
      ({ earliestStart, start, latestEnd }) => earliestStart <= start && start < latestEnd,
      'start lies inside the envelope',
    ),
  artifacts: z.array(z.strictObject({ service: serviceId, digest })).max(500),
  plans: z.strictObject({
    implementation: prose,
    validation: prose,
    rollback: z.strictObject({
      steps: prose,
      /** The signs that trigger the way back. */
      criteria: prose,
      /** Who decides it. */
      authority: personId.optional(),
      readiness: z.enum(rollbackReadiness),
      minutes: z.int().min(0).optional(),
    }),
    communication: prose,
    fallback: prose,
  }),
  data: z.enum(dataReversal),
  phases: z.array(z.strictObject({ name: line, sites: siteList })).max(100),
  incident: line.optional(),
  release: line.optional(),
  cancelled: z.strictObject({ reason: prose }).optional(),
  imported: imported.optional(),
  follows,
});
export type RequestBody = z.infer<typeof requestBody>;
export type ImportedFacts = z.infer<typeof imported>;
