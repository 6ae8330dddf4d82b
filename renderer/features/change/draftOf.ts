import type { ChangeDraft } from '../../../shared/api/changeCalls.ts';
import type { RequestBody } from '../../../shared/record/body/requestBody.ts';

/** The form's content for a text that already stands: without identity and without what revisions decide. */
export function draftOf(text: RequestBody): ChangeDraft {
  const { change: _c, follows: _f, cancelled: _x, imported: _i, requester: _r, ...rest } = text;
  return { ...rest, timing: text.timing ?? null };
}
