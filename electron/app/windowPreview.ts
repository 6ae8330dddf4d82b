import { windowDraft, type WindowDraft, type WindowPreview } from '../../shared/api/windowCalls.ts';
import { windowBody, type WindowBody } from '../../shared/record/body/windowBody.ts';
import { MINUTE_MS } from '../../shared/time/instant.ts';
import { nextOccurrences } from '../../shared/window/occurrences.ts';
import { scheduleProblems } from '../../shared/window/scheduleProblems.ts';
import { scheduleRemarks } from '../../shared/window/scheduleRemarks.ts';
import { scopeSentence } from '../../shared/window/scopeSentence.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import { looseningOf } from './windowLoosening.ts';
import { noImpact, windowImpact } from './windowImpact.ts';
import { namesOf } from './windowRow.ts';
import { windowSides } from './windowSides.ts';

const SHOWN_OCCURRENCES = 10;
/** Stands where a new window has no name yet; never signed. */
const UNNAMED = 'new-window';

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

/**
 * What the editor answers while a window is being drawn. What is wrong comes back as problems, part by part: a title that
 * is still missing hides neither the scope nor the times.
 */
export function windowPreview(desk: DeskParts, window: string | null, given: unknown): WindowPreview {
  const { model, now } = desk;
  const { board } = model.context();
  const { draft, problems, unread } = readLeniently(given);
  if (unread.has('scope')) return { ...nothing, problems, ...(unread.has('schedule') ? {} : timesOf(draft, desk)) };
  const strange = unknownNames(draft, desk).filter(({ field }) => !unread.has(field));
  const timeless = unread.has('schedule') || unread.has('zone') ? [] : scheduleProblems(draft);
  const told = [...problems, ...timeless, ...strange];
  const sentence = scopeSentence(draft, namesOf(board));
  if (unread.has('schedule') || unread.has('zone') || timeless.length > 0)
    return { ...nothing, sentence, problems: told };

  const present = window === null ? [] : windowSides(model.context(), window);
  const asking = model.context().proposals.filter(({ record }) => record.body.window === window);
  const follows = [...new Set([...present, ...asking].map(({ digest }) => digest))];
  const body: WindowBody = { ...draft, window: window ?? UNNAMED, standing: 'published', follows };
  const isOdd = strange.some(({ field }) => field.startsWith('scope'));
  const mayPublish = told.length === 0 && desk.scribe.standing({ kind: 'window', body }) === 'counted';
  return {
    sentence,
    ...timesOf(draft, desk),
    impact: isOdd
      ? noImpact
      : windowImpact([body], {
          present: present.map(({ record }) => record.body),
          living: model.living(),
          context: model.assessContext(),
          now: now(),
        }),
    problems: told,
    mayPublish,
    loosens: mayPublish ? looseningOf(desk, body) : null,
  };
}

function timesOf(
  draft: WindowDraft,
  { model, now }: DeskParts,
): Pick<WindowPreview, 'occurrences' | 'firstBlocked' | 'lastBlocked' | 'remarks'> {
  const nowhere = { occurrences: [], firstBlocked: null, lastBlocked: null, remarks: [] };
  if (scheduleProblems(draft).length > 0) return nowhere;
  const body: WindowBody = { ...draft, window: UNNAMED, standing: 'published', follows: [] };
  const occurrences = nextOccurrences(body, model.board().sites, now(), SHOWN_OCCURRENCES);
  const [first] = occurrences;
  return {
    occurrences,
    firstBlocked: first?.start ?? null,
    // The end is outside: the last blocked minute is the one before it.
    lastBlocked: first ? first.end - MINUTE_MS : null,
    remarks: scheduleRemarks(draft, now()),
  };
}

export function publishedBody(draft: WindowDraft, window: string, follows: readonly string[]): WindowBody {
  return windowBody.parse({ ...draft, window, standing: 'published', follows });
}

/** Stands for the parts of a draft that cannot be read yet. */
const blank: WindowDraft = {
  title: 'New window',
  effect: 'freeze',
  closedOutside: false,
  owner: 'nobody',
  ownerRole: 'business-owner',
  reason: '',
  scope: { everything: true },
  reach: 'direct',
  zone: 'UTC',
  schedule: { form: 'once', start: '2000-01-01T00:00', end: '2000-01-01T01:00' },
  edge: 'finish',
};

interface Lenient {
  readonly draft: WindowDraft;
  readonly problems: WindowPreview['problems'];
  /** The parts that could not be read. */
  readonly unread: ReadonlySet<string>;
}

/** Reads a draft part by part: one that cannot be read is a problem and hides no other. */
function readLeniently(given: unknown): Lenient {
  const read = windowDraft.safeParse(given);
  if (read.success) return { draft: read.data, problems: [], unread: new Set() };
  const problems = read.error.issues.map(({ path, message }) => ({ field: path.join('.'), problem: message }));
  const unread = new Set(read.error.issues.map(({ path }) => String(path[0] ?? '')));
  const held = typeof given === 'object' && given !== null ? given : {};
  const names = Object.keys(windowDraft.shape);
  const parts = Object.entries(held).filter(([name]) => names.includes(name) && !unread.has(name));
  const lenient = windowDraft.safeParse({ ...blank, ...Object.fromEntries(parts) });
  if (unread.has('') || !lenient.success)
    return { draft: blank, problems, unread: new Set([...unread, 'scope', 'schedule']) };
  return { draft: lenient.data, problems, unread };
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

function unknown(field: string, ids: readonly string[] | undefined, known: { has: (id: string) => boolean }) {
  return (ids ?? []).filter((id) => !known.has(id)).map((id) => ({ field, problem: `unknown: ${id}` }));
}
