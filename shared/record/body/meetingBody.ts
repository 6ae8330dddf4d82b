import * as z from 'zod';
import { changeId, personId, serviceId, shortId } from '../../ids.ts';
import { instant } from '../../time/instant.ts';
import { categories, environments, line, prose } from '../words.ts';
import { follows } from './follows.ts';
import { serviceList, siteList } from './placeLists.ts';

/** A standing text for work that is done again and again. Forked or withdrawn, it does not count. */
export const templateBody = z.strictObject({
  template: shortId,
  title: line,
  category: z.enum(categories),
  environment: z.enum(environments),
  services: serviceList,
  sites: siteList,
  minutes: z.int().min(1).max(525_600),
  plans: z.strictObject({
    implementation: prose,
    validation: prose,
    rollback: prose,
    communication: prose,
    fallback: prose,
  }),
  owner: personId,
  standing: z.enum(['published', 'withdrawn']),
  follows,
});
export type TemplateBody = z.infer<typeof templateBody>;

/** A sitting of the board: what it spoke of, who was there, what was said. Decisions are records of their own. */
export const meetingBody = z.strictObject({
  meeting: z.string().regex(/^MTG-\d{4}-[0-9A-HJKMNP-TV-Z]{7}$/, 'MTG-YYYY-XXXXXXX'),
  title: line,
  start: instant,
  end: instant,
  present: z.array(personId).max(200),
  agenda: z
    .array(z.strictObject({ change: changeId.optional(), service: serviceId.optional(), title: line, minutes: prose }))
    .max(200),
  minutes: prose,
  follows,
});
export type MeetingBody = z.infer<typeof meetingBody>;
