import type { Handlers } from '../../shared/api/contract.ts';
import { TidegateError } from '../../shared/errors.ts';
import { isTimed, type RequestText } from '../../shared/change/requestText.ts';
import type { ChangeDraft } from '../../shared/api/changeCalls.ts';
import { shownText } from '../../shared/change/changeFile.ts';
import { toMs } from '../../shared/time/instant.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { changeDetail } from './changeDetail.ts';
import { previewOf } from './changePreview.ts';
import { requestOfDraft, UNNUMBERED } from './requestOfDraft.ts';
import { slotsFor, someWork } from './slots.ts';

type Answers = Pick<
  Handlers,
  | 'changes.list'
  | 'changes.read'
  | 'changes.preview'
  | 'changes.slots'
  | 'slots.find'
  | 'drafts.list'
  | 'drafts.save'
  | 'drafts.discard'
>;

/** Finding, reading and preparing changes. What signs is in `changeWriting`. */
export function createChangeService(desk: DeskParts): Answers {
  const { model, catalog, workspace, acting, scribe, newsroom, boardName, now } = desk;
  const drafts = workspace.drafts;

  const textOf = (change: string | null, body: ChangeDraft): RequestText => {
    const revised = change === null ? null : shownText(model.change(change).file);
    return requestOfDraft(body, {
      change: change ?? UNNUMBERED,
      requester: revised?.requester ?? acting.reader().person,
      follows: [],
    });
  };

  return {
    'changes.list': ({ filter, sort, offset, limit }) => ({
      offset,
      ...catalog.find.page(filter, acting.reader().person, sort, offset, limit),
    }),
    'changes.read': ({ change }) => changeDetail(desk, model.change(change)),
    'changes.preview': ({ change, body }) =>
      previewOf(desk, textOf(change, body), change === null ? null : model.change(change)),
    'changes.slots': ({ change, body, count }) => {
      const text = textOf(change, body);
      const from = isTimed(text) ? Math.max(now(), toMs(text.timing.start)) : now();
      return slotsFor(desk, text, { from, count, revised: change === null ? null : model.change(change).file });
    },
    'slots.find': ({ minutes, from, count, ...places }) => {
      const text = requestOfDraft(someWork(places, from, minutes), {
        change: UNNUMBERED,
        requester: acting.reader().person,
        follows: [],
      });
      return slotsFor(desk, text, { from: Math.max(now(), from), count, revised: null });
    },
    'drafts.list': () => drafts.list(boardName),
    'drafts.save': ({ draft, change, body }) => {
      const id = draft ?? scribe.newId();
      drafts.save(boardName, { draft: id, change, body, editedAt: now() });
      newsroom.tell('drafts');
      return { draft: id };
    },
    'drafts.discard': ({ draft }) => {
      if (!drafts.discard(boardName, draft)) throw new TidegateError('draft-not-found', { draft });
      newsroom.tell('drafts');
      return null;
    },
  };
}
