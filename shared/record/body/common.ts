import * as z from 'zod';
import { digest, personId, serviceId, siteId, tenantId } from '../../ids.ts';

/** The digests of the revisions this one replaces; empty for the first. */
export const follows = z.array(digest).max(16);

/** How far a role reaches: everything, or what is listed (a listed service or process or site suffices). */
export const reach = z.union([
  z.literal('everything'),
  z.strictObject({
    sites: z.array(siteId).optional(),
    services: z.array(serviceId).optional(),
    processes: z.array(serviceId).optional(),
  }),
]);
export type Reach = z.infer<typeof reach>;

export const siteList = z.array(siteId).max(5_000);
export const serviceList = z.array(serviceId).max(5_000);
export const tenantList = z.array(tenantId).max(5_000);
export const person = personId;
