import type { Handlers } from '../../shared/api/contract.ts';
import { TidegateError } from '../../shared/errors.ts';
import { assessText } from '../../shared/change/assess.ts';
import { isTimed, type RequestText } from '../../shared/change/requestText.ts';
import type { ChangeDraft } from '../../shared/api/changeCalls.ts';
import { shownText } from '../../shared/change/changeFile.ts';
import { freeSlots } from '../../shared/window/freeSlots.ts';
import { workOf } from '../../shared/window/work.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { changeDetail } from './changeDetail.ts';
import { previewOf } from './changePreview.ts';
import { movedTo } from './movedTo.ts';
import { requestOfDraft, UNNUMBERED } from './requestOfDraft.ts';

type Answers = Pick<
  Handlers,
  | 'changes.list'
  | 'changes.read'
  | 'changes.preview'
  | 'changes.slots'
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
      requester: revised?.requester ?? acting.person(),
      follows: [],
    });
  };

  return {
    'changes.list': ({ filter, sort, offset, limit }) => ({
      offset,
      ...catalog.find.page(filter, acting.person(), sort, offset, limit),
    }),
    'changes.read': ({ change }) => changeDetail(desk, model.change(change)),
    'changes.preview': ({ change, body }) =>
      previewOf(desk, textOf(change, body), change === null ? null : model.change(change)),
    'changes.slots': ({ change, body, count }) => {
      const text = textOf(change, body);
      if (!isTimed(text)) return [];
      const work = workOf(text);
      if (!work) return [];
      const context = model.assessContext();
      const revised = change === null ? null : model.change(change).file;
      const riskAt = (start: number) => assessText(movedTo(text, start), context, now(), revised).risk;
      // The next whole quarter of an hour: nobody plans for 14:07.
      const from = Math.ceil(Math.max(now(), work.start) / 900_000) * 900_000;
      const slots = freeSlots(work, context.windows, { from, count, score: (start) => riskAt(start).score });
      return slots.map(({ start, score }) => ({ start, score, band: riskAt(start).band }));
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
