import * as z from 'zod';
import { personId, serviceId, siteId } from '../../ids.ts';
import { instant } from '../../time/instant.ts';
import { line, prose, serviceKinds, siteKinds } from '../words.ts';
import { follows } from './follows.ts';
import { tenantList } from './placeLists.ts';

/** A place where work happens, with the zone its clocks show. */
export const siteBody = z.strictObject({
  site: siteId,
  name: line,
  kind: z.enum(siteKinds),
  /** IANA zone, such as Europe/Paris. */
  zone: z.string().max(64),
  /** ISO 3166-1 alpha-2. */
  country: z.string().regex(/^[A-Z]{2}$/),
  tenants: tenantList.optional(),
  retired: z.literal(true).optional(),
  follows,
});
export type SiteBody = z.infer<typeof siteBody>;

/** "This service depends on `to`." Strong: it stops when `to` stops. Weak: it degrades. */
const dependency = z.strictObject({
  to: serviceId,
  kind: z.enum(['calls', 'stores', 'publishes', 'subscribes', 'authenticates', 'routes', 'module', 'supports']),
  strength: z.enum(['strong', 'weak']),
});
export type Dependency = z.infer<typeof dependency>;

/** Anything that a change can touch, business processes included. */
export const serviceBody = z.strictObject({
  service: serviceId,
  name: line,
  kind: z.enum(serviceKinds),
  /** 1 is the most critical, 4 the least. */
  tier: z.int().min(1).max(4),
  tenancy: z.enum(['dedicated', 'shared', 'hybrid']),
  owner: personId,
  /** Where it runs; empty for a service that serves all sites from one place. */
  sites: z.array(siteId).max(5_000),
  /** What the business needs after a failure, and what the last test reached; minutes. */
  recovery: z
    .strictObject({
      rtoMinutes: z.int().min(0),
      rpoMinutes: z.int().min(0),
      reachedRtoMinutes: z.int().min(0).optional(),
      reachedRpoMinutes: z.int().min(0).optional(),
      restoreTestedAt: instant.optional(),
    })
    .optional(),
  dependsOn: z.array(dependency).max(2_000),
  note: prose.optional(),
  retired: z.literal(true).optional(),
  follows,
});
export type ServiceBody = z.infer<typeof serviceBody>;
