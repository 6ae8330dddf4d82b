import type { Handlers } from '../../shared/api/contract.ts';
import type { WindowDetail } from '../../shared/api/windowCalls.ts';
import { TidegateError } from '../../shared/errors.ts';
import { personName } from '../../shared/ledger/board.ts';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import { toMs } from '../../shared/time/instant.ts';
import { nextOccurrences } from '../../shared/window/occurrences.ts';
import { scheduleProblems } from '../../shared/window/scheduleProblems.ts';
import { scopeSentence } from '../../shared/window/scopeSentence.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { freshName } from './freshName.ts';
import { publishedBody, unknownNames, windowPreview } from './windowPreview.ts';
import { agreementOf, agreementOn, fadingOf, looseningOf } from './windowLoosening.ts';
import { namesOf, windowRow } from './windowRow.ts';
import { followed as followedIn, windowSides } from './windowSides.ts';

type Answers = Pick<
  Handlers,
  'windows.list' | 'windows.read' | 'windows.preview' | 'windows.save' | 'windows.withdraw' | 'windows.agree'
>;

/** Freezes and their kin: the list, the editor, what the acting member says about them. */
export function createWindowService(desk: DeskParts): Answers {
  const { model, scribe, now } = desk;

  const sidesOf = (window: string): readonly Filed<'window'>[] => {
    const sides = windowSides(model.context(), window);
    if (sides.length === 0) throw new TidegateError('window-not-found', { window });
    return sides;
  };
  const bodyOf = (window: string): WindowBody => {
    const [first] = sidesOf(window);
    if (!first) throw new TidegateError('window-not-found', { window });
    return first.record.body;
  };
  const rowOf = (window: string) => windowRow(bodyOf(window), sidesOf(window).length > 1, model.board(), now());
  const proposalsOf = (window: string) =>
    model.context().proposals.filter(({ record }) => record.body.window === window);
  const followed = (window: string): string[] => followedIn(model.context(), window);
  const withdrawn = (window: string): WindowBody => ({
    ...bodyOf(window),
    standing: 'withdrawn',
    follows: followed(window),
  });
  const counts = (body: WindowBody) => scribe.standing({ kind: 'window', body });

  const detail = (window: string): WindowDetail => {
    const board = model.board();
    const body = bodyOf(window);
    const { fading, needs } = fadingOf(board, window, now());
    const mayRevise = counts(withdrawn(window)) === 'counted';
    return {
      row: rowOf(window),
      body,
      revisions: model.revisions('window', window).map(({ record, digest, path }) => ({
        digest,
        at: toMs(record.signed.at),
        by: record.signed.by,
        name: personName(board, record.signed.by),
        standing: record.kind === 'window' ? (record.body as WindowBody).standing : '',
        unsent: model.isUnsent(path),
      })),
      occurrences:
        body.standing !== 'withdrawn' && scheduleProblems(body).length === 0
          ? nextOccurrences(body, board.sites, now(), 10)
          : [],
      mayRevise,
      proposals: proposalsOf(window).map(({ digest, record }) => ({
        digest,
        name: personName(board, record.signed.by),
        at: toMs(record.signed.at),
        sentence: scopeSentence(record.body, namesOf(board)),
        body: record.body,
        mayPublish: counts({ ...record.body, standing: 'published', follows: followed(window) }) === 'counted',
      })),
      fading,
      fadingNeeds: needs,
      withdrawal: mayRevise && body.standing === 'published' ? looseningOf(desk, withdrawn(window)) : null,
      agreement: agreementOf(desk, window),
    };
  };

  return {
    'windows.list': () => {
      const { board, proposals } = model.context();
      const names = new Set([...board.windows.keys(), ...proposals.map(({ record }) => record.body.window)]);
      return [...names].map(rowOf).toSorted(bySoonest);
    },
    'windows.read': ({ window }) => detail(window),
    'windows.preview': ({ window, draft }) => windowPreview(desk, window, draft),
    'windows.save': ({ window, draft, standing }) => {
      const [problem] = [...scheduleProblems(draft), ...unknownNames(draft, desk)];
      if (problem) throw new TidegateError('input-rejected', { ...problem });
      const id = window ?? freshName(draft.title, (name) => model.revisions('window', name).length > 0);
      const published = publishedBody(draft, id, window === null ? [] : followed(window));
      const reaches = counts(published);
      if (standing === 'published' && reaches !== 'counted')
        throw new TidegateError('not-entitled', { window: id, person: desk.acting.person() });
      // Beyond reach its author asks the change manager to put it in force as it is; within, only for opinions.
      const body = reaches === 'pending' ? published : { ...published, standing };
      const what = standing === 'proposed' ? 'propose' : 'publish';
      return { window: id, row: scribe.say({ what, subject: id, statements: [{ kind: 'window', body }] }) };
    },
    'windows.withdraw': ({ window }) => ({
      row: scribe.say({
        what: 'withdraw',
        subject: window,
        statements: [{ kind: 'window', body: withdrawn(window) }],
      }),
    }),
    'windows.agree': ({ window, digest }) => {
      const agreement = agreementOf(desk, window);
      if (agreement?.digest !== digest) throw new TidegateError('stale-record', { window });
      return { row: scribe.say({ what: 'agree', subject: window, statements: [agreementOn(window, digest)] }) };
    },
  };
}

type Soon = ReturnType<typeof windowRow>;
/** What runs or comes first stands first; what never comes again, last. */
function bySoonest(a: Soon, b: Soon): number {
  const at = (row: Soon) => row.next?.start ?? Number.MAX_SAFE_INTEGER;
  return at(a) - at(b) || (a.title < b.title ? -1 : 1);
}
