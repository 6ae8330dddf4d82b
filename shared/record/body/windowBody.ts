import * as z from 'zod';
import { personId, windowId } from '../../ids.ts';
import { wall } from '../../time/instant.ts';
import { categories, effects, environments, line, prose, roleName } from '../words.ts';
import { follows } from './follows.ts';
import { serviceList, siteList, tenantList } from './placeLists.ts';

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

const span = z.strictObject({ start: wall, end: wall }).refine(({ start, end }) => start < end, 'ends after it starts');
/** RFC 5545 RRULE value, expanded on the wall clock; its first candidate is `from`. */
const startRule = z.strictObject({ from: wall, rule: z.string().min(6).max(500) });
/** Nominal RFC 5545 duration: days by the calendar, hours by the wall clock. `PT5H30M`, `P9D`. */
const duration = z
  .string()
  .regex(/^P(?=.)(\d{1,3}W|(\d{1,3}D)?(T(?=.)(\d{1,4}H)?(\d{1,4}M)?)?)$/, 'such as PT5H30M or P9D');

const schedule = z.discriminatedUnion('form', [
  z
    .strictObject({ form: z.literal('once'), start: wall, end: wall })
    .refine(({ start, end }) => start < end, 'ends after it starts'),
  z.strictObject({
    form: z.literal('rule'),
    start: startRule,
    /** An end rule pairs each start with the first end strictly after it. */
    end: z.union([z.strictObject({ duration }), startRule]),
    /** Starts that do not happen. */
    exceptions: z.array(wall).max(1_000).optional(),
    /** Spans beside the rule. */
    additions: z.array(span).max(1_000).optional(),
  }),
]);
export type Schedule = z.infer<typeof schedule>;

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
  follows,
});
export type WindowBody = z.infer<typeof windowBody>;
