import type { RequestBody } from '../record/body/requestBody.ts';

/** A request that may still lack its time: what a form holds before anybody has signed it. */
export type RequestText = Omit<RequestBody, 'timing'> & { readonly timing: RequestBody['timing'] | null };

/** Has everything a signed request must have, its time included? */
export function isTimed(text: RequestText): text is RequestText & RequestBody {
  return text.timing !== null;
}
