import { nextNumber, wordsOf } from '../../shared/change/changeNumber.ts';
import { TidegateError, type ErrorCode } from '../../shared/errors.ts';
import type { ChangeId, Digest } from '../../shared/ids.ts';
import type { SetAsideReason } from '../../shared/ledger/standing.ts';
import { decodeFile } from '../../shared/record/codec.ts';
import { digestOf } from '../../shared/record/digest.ts';
import type { Filed, LedgerRecord } from '../../shared/record/envelope.ts';
import { HOUR_MS, type Ms } from '../../shared/time/instant.ts';
import type { Workspace } from '../workspace/openWorkspace.ts';
import type { OutboxRow } from '../workspace/outboxTable.ts';
import type { Acting } from './acting.ts';
import type { BoardModel } from './boardModel.ts';
import { createCollidedRequests } from './collidedRequests.ts';
import { ofLostNumber, requestsUnder } from './lostNumbers.ts';
import type { Newsroom } from './newsroom.ts';
import type { Renumbered, Renumberings } from './renumberings.ts';
import type { Scribe, Statement } from './scribe.ts';

/** A request that lost its number, and the row in which it waits; null for one that is on the line. */
interface Lost {
  readonly filed: Filed<'request'>;
  readonly row: OutboxRow | null;
}

/** Numbers that are tried before somebody has to look: others may have them, or what had them is void by now. */
const MOST_TAKEN = 64;
const MOST_REFUSED = 2;
/** Whoever did not let a key sign is not asked again for so long. */
const ASK_AGAIN_MS: Ms = HOUR_MS;
const NOT_SIGNED: readonly ErrorCode[] = ['agent-missing', 'agent-refused', 'key-exposed', 'key-unusable'];

/**
 * Says again under another number what the acting member said under one that an earlier request has (rule 3 of the
 * ledger): what waits here, and what is void on the line, where the key in use has signed it.
 *
 * The words stay as they are, and the number follows from them: after a kill, at another desk with the same key and after
 * a third collision the same words are found where they stand, and never said twice. What waits here and was said of the
 * lost one goes along as far as it names no text by its digest; on the line nothing moves.
 */
export function createReissue(given: {
  readonly workspace: Pick<Workspace, 'atomically' | 'drafts' | 'outbox'>;
  readonly boardName: string;
  readonly acting: Acting;
  readonly scribe: Pick<Scribe, 'say' | 'standing'>;
  readonly model: Pick<BoardModel, 'change' | 'outboxChanged' | 'replay'>;
  readonly renumberings: Renumberings;
  readonly ledgerFolder: string;
  /** What was offered to the remote may be on its line: it is not touched until that is known. */
  readonly isSending: (row: number) => boolean;
  readonly newsroom: Newsroom;
  readonly now: () => Ms;
}): () => Promise<void> {
  const { workspace, boardName, acting, scribe, model, renumberings, isSending, newsroom, now } = given;
  const collided = createCollidedRequests(given);
  const { drafts, outbox } = workspace;
  let restUntil = 0;

  const own = (): readonly OutboxRow[] =>
    outbox.list(boardName).filter(({ author, row }) => author === acting.person() && !isSending(row));
  const isSaidAgain = ({ digest }: Filed): boolean => renumberings.list().some(({ said }) => digest in said);

  /** The first number under which the words stand already, or could; null when somebody has to look. */
  const placeOf = ({ record }: Filed<'request'>): { readonly to: ChangeId; readonly stands: Filed | null } | null => {
    const isSame = (filed: Filed<'request'>) => isFirst(filed) && wordsOf(filed.record) === wordsOf(record);
    const from = record.body.change;
    const twin = requestsUnder(model, from).find(isSame);
    if (twin) return { to: from, stands: twin };
    for (let attempt = 0, refused = 0; attempt < MOST_TAKEN && refused < MOST_REFUSED; attempt += 1) {
      const to = nextNumber(record, attempt);
      const there = requestsUnder(model, to);
      const stands = there.find(isSame);
      if (stands) return { to, stands };
      if (there.length > 0) continue;
      if (scribe.standing(under(record.body, to)) !== 'refused') return { to, stands: null };
      refused += 1;
    }
    return null;
  };
  const sayAgain = ({ filed, row }: Lost): void => {
    const place = placeOf(filed);
    if (!place) return;
    const from = filed.record.body.change;
    const note = (digest: Digest): void => {
      renumberings.note({ from, to: place.to, said: { [filed.digest]: digest }, isRead: false });
      if (!row) return;
      outbox.remove([row.row]);
      // Until now this desk knew no other under that number: what is being written revises ours.
      const revising = drafts.list(boardName).filter(({ change }) => change === from);
      for (const draft of revising) drafts.save(boardName, { ...draft, change: place.to });
    };
    if (place.stands) {
      const { digest } = place.stands;
      workspace.atomically(() => note(digest));
      model.outboxChanged();
    } else {
      const statements = [under(filed.record.body, place.to)];
      scribe.say({ what: 'reissue', subject: place.to, statements, along: ([digest = '']) => note(digest) });
    }
    newsroom.tell('drafts');
  };
  const takeAlong = (row: OutboxRow, move: Renumbered): void => {
    const statements = row.files.map(({ text }) => moved(JSON.parse(text) as LedgerRecord, move)); // sealed by this desk
    if (!statements.every((statement) => statement !== null)) return;
    const along = (signed: readonly Digest[]): void => {
      const said = Object.fromEntries(row.files.map(({ text }, n) => [digestOf(text), signed[n] ?? '']));
      renumberings.note({ ...move, said: { ...move.said, ...said } });
      outbox.remove([row.row]);
    };
    scribe.say({ what: row.what, subject: move.to, statements, along });
  };
  /** What is refused now is tried again with the next round. */
  const attempt = (act: () => void): void => {
    if (now() < restUntil) return;
    try {
      act();
    } catch (error) {
      if (!(error instanceof TidegateError)) throw error;
      if (NOT_SIGNED.includes(error.code)) restUntil = now() + ASK_AGAIN_MS;
    }
  };

  return async () => {
    if (acting.could().length === 0 || model.replay().halt()) return;
    const onLine = await collided();
    const { fingerprint } = acting.key();
    const isOwn = ({ record: { signed } }: Filed) => signed.by === acting.person() && signed.key === fingerprint;
    const lost = [
      ...onLine.filter(isOwn).map((filed): Lost => ({ filed, row: null })),
      ...own().flatMap((row) => lostIn(row) ?? []),
    ];
    for (const each of lost) if (!isSaidAgain(each.filed)) attempt(() => sayAgain(each));

    const isOfLost = ofLostNumber({ model, renumberings, rows: outbox.list(boardName) });
    for (const row of own()) {
      const move = renumberings.list().findLast(({ from, to }) => from === row.subject && from !== to);
      if (move && row.files.length > 0 && row.files.every(isOfLost)) attempt(() => takeAlong(row, move));
    }
  };
}

function lostIn(row: OutboxRow): Lost | null {
  const [file, ...more] = row.files;
  if (row.problem !== ('collision' satisfies SetAsideReason) || !file || more.length > 0) return null;
  const decoded = decodeFile(file.path, file.text);
  if (!decoded.ok || decoded.record.kind !== 'request') return null;
  return { filed: { record: decoded.record, digest: decoded.digest, path: file.path, position: 0 }, row };
}

function isFirst({ record }: Filed<'request'>): boolean {
  return record.body.follows.length === 0;
}

function under(body: Filed<'request'>['record']['body'], change: ChangeId): Statement {
  return { kind: 'request', body: { ...body, change } };
}

/** The record as it reads under the new number; null for one that cannot be said again for its author. */
function moved({ kind, body }: LedgerRecord, { to, said }: Renumbered): Statement | null {
  if (kind !== 'request' && kind !== 'evidence' && kind !== 'comment') return null;
  const follows = body.follows.map((digest) => said[digest]);
  if (!follows.every((digest) => digest !== undefined) || (kind === 'request' && follows.length === 0)) return null;
  if (kind === 'request') return { kind, body: { ...body, change: to, follows } };
  if (kind === 'evidence') return { kind, body: { ...body, change: to, follows } };
  return { kind, body: { ...body, change: to, follows } };
}
