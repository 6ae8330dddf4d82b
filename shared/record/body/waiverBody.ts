import * as z from 'zod';
import { changeId, digest, recordId, windowId } from '../../ids.ts';
import { instant } from '../../time/instant.ts';
import { line, outcomes, prose } from '../words.ts';
import { follows } from './follows.ts';
import { siteList } from './placeLists.ts';

/**
 * Asks that named freezes be lifted once for one text of a change.
 *
 * In force when cosigned by the owner of every freeze it lifts and by a change manager, each another person (and by a
 * director where the band is critical). With `breakGlass` the signature of one holder of that role suffices.
 */
export const waiverBody = z.strictObject({
  change: changeId,
  /** The material part of the request it is for; on another digest it lifts nothing. */
  material: z.strictObject({ version: z.literal(1), digest }),
  windows: z.array(windowId).min(1).max(50),
  /** The sites at which it lifts them; empty for every site of the change. */
  sites: siteList,
  /** First instant at which it is no longer of use. */
  expires: instant,
  reason: prose.min(1),
  /** Why the way back will work: a rehearsal, a snapshot, a named authority. */
  rollbackProof: prose,
  breakGlass: z.strictObject({ incident: line }).optional(),
  follows,
});
export type WaiverBody = z.infer<typeof waiverBody>;

/** What was learned after the work; High, emergency and waived changes are not closed without one. */
export const reviewBody = z.strictObject({
  change: changeId,
  outcome: z.enum(outcomes),
  summary: prose.min(1),
  /** What went wrong and why; empty when nothing did. */
  causes: prose,
  actions: z.array(z.strictObject({ what: line, who: line.optional(), due: instant.optional() })).max(100),
  /** The waivers whose use is reviewed. */
  waivers: z.array(recordId).max(50),
  follows,
});
export type ReviewBody = z.infer<typeof reviewBody>;

export const commentBody = z.strictObject({ change: changeId, text: prose.min(1), follows });
export type CommentBody = z.infer<typeof commentBody>;
