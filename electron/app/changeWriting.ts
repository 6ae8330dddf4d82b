import type { Handlers, Input } from '../../shared/api/contract.ts';
import { newChangeId } from '../../shared/change/changeNumber.ts';
import { isTimed } from '../../shared/change/requestText.ts';
import { shownText } from '../../shared/change/changeFile.ts';
import { TidegateError } from '../../shared/errors.ts';
import { digestOfBytes } from '../../shared/record/digest.ts';
import type { RequestBody } from '../../shared/record/body/requestBody.ts';
import { readAttachment, writeAttachment } from '../git/attachments.ts';
import type { Judged } from '../desk/changeShelf.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { behalfOf } from './actingFor.ts';
import { voidsOf } from './changePreview.ts';
import { mayAct } from './mayAct.ts';
import { movedTo } from './movedTo.ts';
import { requestOfDraft, unfinishedOf } from './requestOfDraft.ts';

type Answers = Pick<
  Handlers,
  'changes.submit' | 'changes.cancel' | 'changes.move' | 'changes.decide' | 'changes.addEvidence' | 'evidence.file'
>;

/** What the acting member says about changes. Each is refused before it is signed when the board would not count it. */
export function createChangeWriting(desk: DeskParts): Answers {
  const { model, acting, scribe, workspace, newsroom, boardName, now } = desk;

  const permitted = (judged: Judged) => mayAct(judged, acting.member(), model.context(), now());
  const requireRevisable = (judged: Judged): void => {
    if (!permitted(judged).mayRevise)
      throw new TidegateError('not-entitled', { change: judged.file.change, person: acting.person() });
  };
  const sayRequest = (what: string, body: RequestBody, along: () => void = () => undefined): number =>
    scribe.say({ what, subject: body.change, statements: [{ kind: 'request', body }], along });

  return {
    'changes.submit': ({ draft, change, body }) => {
      const revised = change === null ? null : model.change(change);
      if (revised) requireRevisable(revised);
      const id = change ?? newChangeId(scribe.newId(), now());
      const text = requestOfDraft(body, {
        change: id,
        requester: revised ? shownText(revised.file).requester : acting.person(),
        follows: revised ? heads(revised) : [],
      });
      const [first] = unfinishedOf(text, model.board());
      if (first || !isTimed(text))
        throw new TidegateError('input-rejected', { field: 'timing', problem: '', ...first });
      const row = sayRequest(revised ? 'revise' : 'submit', text, () => {
        if (draft !== null) workspace.drafts.discard(boardName, draft);
      });
      if (draft !== null) newsroom.tell('drafts');
      return { change: id, row };
    },
    'changes.cancel': ({ change, reason }) => {
      const judged = model.change(change);
      requireRevisable(judged);
      const body = { ...shownText(judged.file), cancelled: { reason }, follows: heads(judged) };
      return { row: sayRequest('cancel', body) };
    },
    'changes.move': ({ change, start, minutes }) => {
      const judged = model.change(change);
      requireRevisable(judged);
      const body = { ...movedTo(shownText(judged.file), start, minutes), follows: heads(judged) };
      return { voids: voidsOf(body, judged), row: sayRequest('move', body) };
    },
    'changes.decide': ({ change, material, verdict, role, conditions, reason }) => {
      const judged = model.change(change);
      const { mayDecide, whyNotDecide } = permitted(judged);
      const person = acting.person();
      if (whyNotDecide === 'own-change') throw new TidegateError('own-change', { change, person });
      // Somebody edited it between reading and signing: what was read must be read again.
      if (judged.assessment.material !== material || judged.file.current === null)
        throw new TidegateError('stale-record', { change, current: judged.assessment.material });
      if (!mayDecide.includes(role)) throw new TidegateError('not-entitled', { change, person, role });
      const behalf = behalfOf(judged, role, acting.member(), model.context(), now());
      const { score, band, factors } = judged.assessment.risk;
      const previous = judged.file.decisions.findLast(({ record }) => record.signed.by === person);
      const points = Object.fromEntries(factors.map((factor) => [factor.factor, factor.points]));
      const body = {
        change,
        material: { version: 1 as const, digest: material },
        verdict,
        role,
        ...(behalf === null ? {} : { onBehalfOf: behalf }),
        risk: { score, band, points },
        ...(conditions ? { conditions } : {}),
        ...(reason ? { reason } : {}),
        follows: previous ? [previous.digest] : [],
      };
      return { row: scribe.say({ what: verdict, subject: change, statements: [{ kind: 'decision', body }] }) };
    },
    'evidence.file': async ({ digest }) => {
      const found = await readAttachment(desk.ledgerFolder, digest);
      return typeof found === 'string' ? { lack: found } : { content: found.toString('base64') };
    },
    'changes.addEvidence': async ({ file, ...given }) => {
      model.change(given.change);
      const kept = file && decoded(file);
      const body = { ...given, ...(kept ? { attachment: kept.attachment } : {}), follows: [] };
      const statements = [{ kind: 'evidence' as const, body }];
      if (kept) {
        // A file goes to everybody's desk: never for evidence that nobody counts.
        scribe.check(statements);
        const author = { name: acting.member().name, email: `${acting.person()}@tidegate.invalid` };
        await writeAttachment(desk.ledgerFolder, kept.bytes, { author, at: now() });
      }
      return { row: scribe.say({ what: 'evidence', subject: given.change, statements }) };
    },
  };
}

type EvidenceFile = NonNullable<Input<'changes.addEvidence'>['file']>;

function decoded({ content, name, media }: EvidenceFile) {
  const bytes = Buffer.from(content, 'base64');
  return { bytes, attachment: { digest: digestOfBytes(bytes), name, media, bytes: bytes.length } };
}

/** What a revision follows: every open side, so that it settles a fork. */
function heads({ file }: Judged): string[] {
  return file.heads.map(({ digest }) => digest);
}
