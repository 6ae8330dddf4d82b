import type { LostChange } from '../../shared/api/calendarCalls.ts';
import { nextNumber, wordsOf } from '../../shared/change/changeNumber.ts';
import { TidegateError } from '../../shared/errors.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import { createCollidedRequests } from '../desk/collidedRequests.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { requestsUnder } from '../desk/lostNumbers.ts';
import { pathsPutAway, putAway } from './peoplePutAway.ts';

export type LostDesk = Pick<DeskParts, 'boardName' | 'ledgerFolder' | 'newsroom' | 'now' | 'workspace'> & {
  readonly model: Pick<DeskParts['model'], 'board' | 'change' | 'replay'>;
  readonly acting: Pick<DeskParts['acting'], 'could' | 'key' | 'reader'>;
  readonly scribe: Pick<DeskParts['scribe'], 'newId'>;
};

/**
 * The reader's requests that lost their number to an earlier one and that this desk does not say again, since another key
 * of theirs has signed them. What a thief signed must not be said again in a new key's name: the author is asked.
 */
export interface LostChanges {
  readonly list: () => Promise<readonly LostChange[]>;
  /** Takes the words of one into a new draft, and answers its name. @throws TidegateError `request-not-found` */
  readonly writeAgain: (request: string) => Promise<string>;
}

export function createLostChanges(desk: LostDesk): LostChanges {
  const { acting, boardName, model, newsroom, now, scribe, workspace } = desk;
  const collided = createCollidedRequests(desk);
  const lost = async (): Promise<readonly Filed<'request'>[]> => {
    if (acting.could().length === 0) return [];
    const { person } = acting.reader();
    const { fingerprint } = acting.key();
    const dealtWith = pathsPutAway(desk);
    return (await collided())
      .filter(({ record: { signed } }) => signed.by === person && signed.key !== fingerprint)
      .filter((filed) => !dealtWith.has(filed.path) && !isStolen(desk, filed) && !isSaidAgain(desk, filed));
  };
  return {
    list: async () => {
      const keys = model.board().roster.people.flatMap((member) => member.keys);
      return (await lost()).map(({ path, record: { body, signed } }) => {
        const key = keys.find(({ fingerprint }) => fingerprint === signed.key);
        const isGone = !key || key.revoked !== undefined;
        return { request: path, from: body.change, title: body.title, keyLabel: key?.label ?? null, isGone };
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
