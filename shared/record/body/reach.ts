import * as z from 'zod';
import { serviceId, siteId } from '../../ids.ts';

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
