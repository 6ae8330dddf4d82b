import * as z from 'zod';
import { personId, windowId } from '../../ids.ts';
import { categories, effects, environments, line, prose, roleName } from '../words.ts';
import { follows } from './follows.ts';
import { serviceList, siteList, tenantList } from './placeLists.ts';
import { schedule } from './scheduleBody.ts';

const dimensions = {
  sites: siteList.min(1).optional(),
  services: serviceList.min(1).optional(),
  environments: z.array(z.enum(environments)).min(1).optional(),
  categories: z.array(z.enum(categories)).min(1).optional(),
  tenants: tenantList.min(1).optional(),
  /** Services of kind business-process: covers every service the process depends on strongly. */
  processes: serviceList.min(1).optional(),
};
export const dimensionNames = ['sites', 'services', 'environments', 'categories', 'tenants', 'processes'] as const;
export type DimensionName = (typeof dimensionNames)[number];

/** AND over the dimensions, OR inside one, less the exclusions (any listed thing is out). */
const scope = z
  .strictObject({ everything: z.boolean(), ...dimensions, except: z.strictObject(dimensions).optional() })
  .refine((given) => given.everything !== dimensionNames.some((name) => given[name]), {
    message: 'a scope is either everything or at least one dimension',
  });
export type Scope = z.infer<typeof scope>;

/** What a window can have come from besides the editor. */
const windowOrigins = ['suggestion', 'ics', 'argocd', 'gitlab', 'kubernetes', 'holidays'] as const;
export type WindowOrigin = (typeof windowOrigins)[number];

export const windowBody = z.strictObject({
  window: windowId,
  title: line,
  /** freeze: only with a waiver. soft-freeze: owner's extra approval. maintenance: lifts soft freezes. peak: raises risk. */
  effect: z.enum(effects),
  /** Maintenance only: outside of it, work is denied. */
  closedOutside: z.boolean(),
  owner: personId,
  ownerRole: roleName,
  reason: prose,
  scope,
  /** feeders: also hits a change on anything that what is in scope depends on strongly. */
  reach: z.enum(['direct', 'feeders']),
  /** IANA zone, or `site` for each site's own. */
  zone: z.string().max(64),
  schedule,
  /** What a deployment that is running when the window begins must do. */
  edge: z.enum(['finish', 'stop-at-next-stage']),
  /** A proposal blocks nothing until it is published. */
  standing: z.enum(['published', 'proposed', 'withdrawn']),
  /** Where it was adopted or imported from; the same key imported again revises this window. */
  origin: z.strictObject({ from: z.enum(windowOrigins), key: line }).optional(),
  follows,
});
export type WindowBody = z.infer<typeof windowBody>;
