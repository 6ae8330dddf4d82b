import type { ChangeId } from '../ids.ts';
import type { RequestBody } from '../record/body/requestBody.ts';
import type { Filed } from '../record/envelope.ts';

/** All that counts of one change, in line order. What was set aside is not here. */
export interface ChangeFile {
  readonly change: ChangeId;
  /** The current revision; null while the request is forked. */
  readonly current: Filed<'request'> | null;
  /** The unfollowed revisions: one, or several while forked. */
  readonly heads: readonly Filed<'request'>[];
  readonly requests: readonly Filed<'request'>[];
  readonly decisions: readonly Filed<'decision'>[];
  readonly evidence: readonly Filed<'evidence'>[];
  readonly receipts: readonly Filed<'receipt'>[];
  /** Every waiver, in force or not, followed ones too: broken glass is not taken back by another text. */
  readonly waivers: readonly Filed<'waiver'>[];
  /** Signatures on waivers that count. */
  readonly cosigns: readonly Filed<'cosign'>[];
  readonly reviews: readonly Filed<'review'>[];
  readonly comments: readonly Filed<'comment'>[];
}

/** The text to show: the current revision, or while forked the side that came first. */
export function shownText(file: ChangeFile): RequestBody {
  const filed = file.current ?? file.heads[0] ?? file.requests[0];
  if (!filed) throw new RangeError(`change file ${file.change} holds no request`);
  return filed.record.body;
}
