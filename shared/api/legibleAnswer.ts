import { legible } from '../audit/legible.ts';
import type { CallName } from './contract.ts';

/** Answers that go on as they are: files, what a form holds, keys and names that are sent back. */
const takenOn: ReadonlySet<CallName> = new Set<CallName>([
  'evidence.file',
  'audit.file',
  'calendar.export',
  'imports.stage',
  'imports.mappings',
  'imports.report',
  'windows.readFile',
  'drafts.list',
  'suggestions.draft',
  'suggestions.drafts',
  'view.read',
  'people.requests',
  'people.agentKeys',
  'people.pipelineKey',
  'boards.create',
]);
/** Parts that go on as they are: the words of a record that a form may open with, and this machine's own folders. */
const takenOnParts: ReadonlySet<string> = new Set([
  'body',
  'member',
  'ledgerFolder',
  'healCommand',
  'gateCommand',
  'proofCommands',
]);
/** Most text is of these alone, and shows as what it is. */
const PLAIN = /^[\x20-\x7e]*$/;

/**
 * An answer as it may be drawn anywhere, in a list, on a canvas, in a message or in the window's title: no character of
 * it acts without being seen, see `legible`. Nothing is altered that goes back into a record or a file; whoever draws
 * from that makes it legible. An answer without such characters is returned itself.
 */
export function legibleAnswer<T>(name: CallName, answer: T): T {
  return takenOn.has(name) ? answer : (shown(answer) as T); // strings stay strings, and nothing else is altered
}

/** The same for the facts of a refusal. */
export function legibleFacts<T>(facts: T): T {
  return shown(facts) as T; // as above
}

function shown(value: unknown): unknown {
  if (typeof value === 'string') return PLAIN.test(value) ? value : legible(value);
  if (Array.isArray(value)) return shownList(value);
  return typeof value === 'object' && value !== null ? shownParts(value) : value;
}

function shownList(list: readonly unknown[]): readonly unknown[] {
  let altered: unknown[] | null = null;
  for (const [index, each] of list.entries()) {
    const next = shown(each);
    if (next !== each) (altered ??= [...list])[index] = next;
  }
  return altered ?? list;
}

function shownParts(parts: object): object {
  let altered: Record<string, unknown> | null = null;
  for (const [key, each] of Object.entries(parts)) {
    if (isTakenOn(key, each)) continue;
    const next = shown(each);
    if (next !== each) (altered ??= { ...parts })[key] = next;
  }
  return altered ?? parts;
}

/** `text` is a comment's or a reason's, but of a change it is the record itself. */
function isTakenOn(key: string, value: unknown): boolean {
  return takenOnParts.has(key) || (key === 'text' && typeof value === 'object');
}
