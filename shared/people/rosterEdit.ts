import * as z from 'zod';
import { personId } from '../ids.ts';
import { heldRole, memberKey } from '../record/body/rosterBody.ts';
import { line } from '../record/words.ts';

const email = z.string().max(200).optional();

/**
 * One step from a roster to its next revision. Whatever is replaced is named as it was, so that a step made on one
 * revision fits another only where nobody has touched the same thing.
 */
export const rosterEdit = z.discriminatedUnion('edit', [
  z.strictObject({ edit: z.literal('add-person'), person: personId, name: line, email, team: line.optional() }),
  z.strictObject({ edit: z.literal('describe'), person: personId, name: line, email, team: line.optional() }),
  z.strictObject({ edit: z.literal('drop-person'), person: personId }),
  z.strictObject({ edit: z.literal('add-key'), person: personId, key: memberKey }),
  z.strictObject({ edit: z.literal('change-key'), person: personId, was: memberKey, key: memberKey }),
  z.strictObject({ edit: z.literal('drop-key'), person: personId, key: memberKey }),
  z.strictObject({ edit: z.literal('add-role'), person: personId, role: heldRole }),
  z.strictObject({ edit: z.literal('change-role'), person: personId, was: heldRole, role: heldRole }),
  z.strictObject({ edit: z.literal('drop-role'), person: personId, role: heldRole }),
]);
export type RosterEdit = z.infer<typeof rosterEdit>;
