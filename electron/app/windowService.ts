import type { Handlers } from '../../shared/api/contract.ts';
import type { WindowDetail } from '../../shared/api/windowCalls.ts';
import { TidegateError } from '../../shared/errors.ts';
import { personName } from '../../shared/ledger/board.ts';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import { toMs } from '../../shared/time/instant.ts';
import { nextOccurrences } from '../../shared/window/occurrences.ts';
import { scheduleProblems } from '../../shared/window/scheduleProblems.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { freshName } from './freshName.ts';
import { publishedBody, unknownNames, windowPreview } from './windowPreview.ts';
import { windowRow } from './windowRow.ts';
import { windowSides } from './windowSides.ts';

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
  const withdrawn = (window: string): WindowBody => ({
    ...bodyOf(window),
    standing: 'withdrawn',
    follows: digests(sidesOf(window)),
  });

  const detail = (window: string): WindowDetail => {
    const board = model.board();
    const body = bodyOf(window);
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
      occurrences: scheduleProblems(body).length === 0 ? nextOccurrences(body, board.sites, now(), 10) : [],
      mayRevise: scribe.standing({ kind: 'window', body: withdrawn(window) }) === 'counted',
      mayPublish: false,
      fading: [],
      fadingNeeds: [],
      withdrawal: null,
      agreement: null,
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
      const follows = window === null ? [] : digests(sidesOf(window));
      const body = { ...publishedBody(draft, id, follows), standing };
      if (standing === 'published' && scribe.standing({ kind: 'window', body }) !== 'counted')
        throw new TidegateError('not-entitled', { window: id, person: desk.acting.person() });
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
    'windows.agree': ({ window, digest }) => ({
      row: scribe.say({
        what: 'agree',
        subject: window,
        statements: [{ kind: 'cosign', body: { of: { kind: 'window', subject: window, digest } } }],
      }),
    }),
  };
}

function digests(sides: readonly Filed[]): string[] {
  return sides.map(({ digest }) => digest);
}

type Soon = ReturnType<typeof windowRow>;
/** What runs or comes first stands first; what never comes again, last. */
function bySoonest(a: Soon, b: Soon): number {
  const at = (row: Soon) => row.next?.start ?? Number.MAX_SAFE_INTEGER;
  return at(a) - at(b) || (a.title < b.title ? -1 : 1);
}
