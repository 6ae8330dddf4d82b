import * as z from 'zod';
import { bands, categories, changeTypes, environments, lifecycleStates } from '../record/words.ts';
import { serviceId, siteId } from '../ids.ts';

/** Which changes a view shows; every list is OR inside, AND between; absent means all. */
export const changeFilter = z.strictObject({
  text: z.string().max(200).optional(),
  states: z.array(z.enum(lifecycleStates)).optional(),
  bands: z.array(z.enum(bands)).optional(),
  types: z.array(z.enum(changeTypes)).optional(),
  categories: z.array(z.enum(categories)).optional(),
  environments: z.array(z.enum(environments)).optional(),
  sites: z.array(siteId).optional(),
  services: z.array(serviceId).optional(),
  mine: z.enum(['waiting', 'requested', 'implementing']).optional(),
  imported: z.boolean().optional(),
});
export type ChangeFilter = z.infer<typeof changeFilter>;
