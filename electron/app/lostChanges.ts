import type { LostChange } from '../../shared/api/calendarCalls.ts';
import { nextNumber, wordsOf } from '../../shared/change/changeNumber.ts';
import { TidegateError } from '../../shared/errors.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import { createCollidedRequests } from '../desk/collidedRequests.ts';
import { MINUTE_MS, type Ms } from '../../shared/time/instant.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { requestsUnder } from '../desk/lostNumbers.ts';
import { pathsPutAway, putAway } from './peoplePutAway.ts';

export type LostDesk = Pick<DeskParts, 'boardName' | 'ledgerFolder' | 'newsroom' | 'now' | 'workspace'> & {
  readonly model: Pick<DeskParts['model'], 'board' | 'change' | 'replay'>;
  readonly acting: Pick<DeskParts['acting'], 'could' | 'key' | 'reader'>;
  readonly scribe: Pick<DeskParts['scribe'], 'newId'>;
};

/** Two rounds of the desk, and time to touch a token. */
const SAID_WITHIN_MS: Ms = 5 * MINUTE_MS;

/**
 * The reader's requests that lost their number to an earlier one and that this desk does not say again: another key of
 * theirs has signed them, or the key does not sign. What a thief signed must not be said again in a new key's name, so that
 * the author is asked.
 */
export interface LostChanges {
  readonly list: () => Promise<readonly LostChange[]>;
  /** Takes the words of one into a new draft, and answers its name. @throws TidegateError `request-not-found` */
  readonly writeAgain: (request: string) => Promise<string>;
}

export function createLostChanges(desk: LostDesk): LostChanges {
  const { acting, boardName, model, newsroom, now, scribe, workspace } = desk;
  const collided = createCollidedRequests(desk);
  const seenAt = new Map<string, Ms>();
  const lost = async (): Promise<readonly Filed<'request'>[]> => {
    if (acting.could().length === 0) return [];
    const { person } = acting.reader();
    const { fingerprint } = acting.key();
    const dealtWith = pathsPutAway(desk);
    const mine = (await collided())
      .filter(({ path, record: { signed } }) => signed.by === person && !dealtWith.has(path))
      .filter((filed) => !isStolen(desk, filed) && !isSaidAgain(desk, filed));
    for (const { path } of mine) if (!seenAt.has(path)) seenAt.set(path, now());
    // What this desk says again by itself stands in a moment, unless its key does not sign.
    return mine.filter(({ path, record: { signed } }) => {
      const isWaiting = now() - (seenAt.get(path) ?? now()) < SAID_WITHIN_MS;
      return signed.key !== fingerprint || !isWaiting;
    });
  };
  return {
    list: async () => {
      const keys = model.board().roster.people.flatMap((member) => member.keys);
      return (await lost()).map(({ path, record: { body, signed } }): LostChange => {
        const key = keys.find(({ fingerprint }) => fingerprint === signed.key);
        const common = { request: path, from: body.change, title: body.title, keyLabel: key?.label ?? null };
        if (!key || key.revoked) return { ...common, key: 'gone' };
        return { ...common, key: signed.key === acting.key().fingerprint ? 'silent' : 'elsewhere' };
      });
    },
    writeAgain: async (request) => {
      const found = (await lost()).find(({ path }) => path === request);
      if (!found) throw new TidegateError('request-not-found', { request });
      const { change: _change, follows: _follows, requester: _requester, ...words } = found.record.body;
      const { cancelled: _cancelled, imported: _imported, ...body } = words;
      const draft = scribe.newId();
      workspace.atomically(() => {
        workspace.drafts.save(boardName, { draft, change: null, body, editedAt: now() });
        putAway(desk, request);
      });
      newsroom.tell('drafts');
      return draft;
    },
  };
}

/** Did it come in after its key was revoked? Then its author may never have said it. */
function isStolen({ model }: LostDesk, { path, record }: Filed<'request'>): boolean {
  const after = model.board().voids.keys.get(record.signed.key);
  if (after === undefined) return false;
  const replay = model.replay();
  const at = replay.problems().find((problem) => problem.path === path);
  return at !== undefined && (replay.positionOf(at.commit) ?? Infinity) > after;
}

/** Do its words stand somewhere, as another desk with its key would have said them again? */
function isSaidAgain({ model }: LostDesk, { record }: Filed<'request'>): boolean {
  const words = wordsOf(record);
  const isSame = (filed: Filed<'request'>) => wordsOf(filed.record) === words;
  if (requestsUnder(model, record.body.change).some(isSame)) return true;
  for (let attempt = 0; ; attempt += 1) {
    const there = requestsUnder(model, nextNumber(record, attempt));
    if (there.length === 0) return false;
    if (there.some(isSame)) return true;
  }
}
