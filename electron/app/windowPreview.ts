import { windowDraft, type WindowDraft, type WindowPreview } from '../../shared/api/windowCalls.ts';
import { windowBody, type WindowBody } from '../../shared/record/body/windowBody.ts';
import { MINUTE_MS } from '../../shared/time/instant.ts';
import { nextOccurrences } from '../../shared/window/occurrences.ts';
import { scheduleProblems } from '../../shared/window/scheduleProblems.ts';
import { scheduleRemarks } from '../../shared/window/scheduleRemarks.ts';
import { scopeSentence } from '../../shared/window/scopeSentence.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { noImpact, windowImpact } from './windowImpact.ts';
import { namesOf } from './windowRow.ts';
import { windowSides } from './windowSides.ts';

const SHOWN_OCCURRENCES = 10;
/** Stands where a new window has no name yet; never signed. */
const UNNAMED = 'new-window';

/** What the editor answers while a window is being drawn; what is wrong comes back as problems. */
export function windowPreview(desk: DeskParts, window: string | null, given: unknown): WindowPreview {
  const nothing: WindowPreview = {
    sentence: '',
    firstBlocked: null,
    lastBlocked: null,
    occurrences: [],
    impact: noImpact,
    problems: [],
    remarks: [],
    mayPublish: false,
    loosens: null,
  };
  const read = windowDraft.safeParse(given);
  if (!read.success) return { ...nothing, problems: read.error.issues.map(toProblem) };
  const draft = read.data;
  const { model, now } = desk;
  const { board } = model.context();
  const sentence = scopeSentence(draft, namesOf(board));
  const problems = [...scheduleProblems(draft), ...unknownNames(draft, desk)];
  if (problems.length > 0) return { ...nothing, sentence, problems };

  const present = window === null ? [] : windowSides(model.context(), window);
  const body = publishedBody(
    draft,
    window ?? UNNAMED,
    present.map(({ digest }) => digest),
  );
  const occurrences = nextOccurrences(body, board.sites, now(), SHOWN_OCCURRENCES);
  const [first] = occurrences;
  const impact = windowImpact(
    [body],
    present.map(({ record }) => record.body),
    model.living(),
    model.context(),
    now(),
  );
  return {
    sentence,
    firstBlocked: first?.start ?? null,
    // The end is outside: the last blocked minute is the one before it.
    lastBlocked: first ? first.end - MINUTE_MS : null,
    occurrences,
    impact,
    problems,
    remarks: scheduleRemarks(body, now()),
    loosens: null,
    mayPublish: desk.scribe.standing({ kind: 'window', body }) === 'counted',
  };
}

export function publishedBody(draft: WindowDraft, window: string, follows: readonly string[]): WindowBody {
  return windowBody.parse({ ...draft, window, standing: 'published', follows });
}

/** Names in the scope that the board does not know; the owner among them. */
export function unknownNames(draft: WindowDraft, { model }: DeskParts): WindowPreview['problems'][number][] {
  const { sites, services, roster } = model.board();
  const { scope } = draft;
  const people = new Set(roster.people.map(({ person }) => person));
  return [
    ...unknown('scope.sites', scope.sites, sites),
    ...unknown('scope.services', scope.services, services),
    ...unknown('scope.processes', scope.processes, services),
    ...unknown('scope.except.sites', scope.except?.sites, sites),
    ...unknown('scope.except.services', scope.except?.services, services),
    ...unknown('owner', [draft.owner], people),
  ];
}

function toProblem({ path, message }: { path: readonly PropertyKey[]; message: string }) {
  return { field: path.join('.'), problem: message };
}

function unknown(field: string, ids: readonly string[] | undefined, known: { has: (id: string) => boolean }) {
  return (ids ?? []).filter((id) => !known.has(id)).map((id) => ({ field, problem: `unknown: ${id}` }));
}
