import type { Schedule } from '../../record/body/scheduleBody.ts';
import { DAY_MS, type Ms } from '../../time/instant.ts';
import { ruleText } from '../../time/ruleText.ts';
import { toWall } from '../../time/wall.ts';
import { quoted } from '../cleanText.ts';
import { datesSchedules } from '../datesSchedules.ts';
import { durationText } from '../durationText.ts';
import { joinSpans } from '../joinSpans.ts';
import { foldRule, needsFolding } from './foldRule.ts';
import type { IcsEvent, WallSpan } from './icsEvent.ts';
import { listed, plainRule, startsOf, uncounted, type SeriesRule } from './seriesRule.ts';
import { seriesParts, type RulePart } from './seriesParts.ts';
import type { Spending } from './spending.ts';

/** More rules than this in one entry are not read. */
const MOST_RULES = 20;
/** What one window holds beside its rule, of each sort. */
const MOST_BESIDE = 1_000;
/** No more of a count than these is ever walked through. */
const MOST_COUNTED = 60_000;
/** A rule is tried as far as the editor tries one. */
const TRIED_MS: Ms = 5 * 366 * DAY_MS;

interface Sorted {
  readonly plain: SeriesRule[];
  readonly folded: WallSpan[];
  always: boolean;
}

/**
 * Which schedules say what this series says? A sentence when none can.
 *
 * One for each rule, and lists of dates for what is written out; notes say what was bounded.
 */
export function seriesSchedules(
  event: IcsEvent,
  overrides: readonly IcsEvent[],
  spending: Spending,
  notes: string[],
): Schedule[] | string {
  const duration = durationText(event.end - event.start);
  if (event.rules.length > 0 && duration === null) return 'It repeats, and each time it lasts longer than 999 days.';
  const sorted: Sorted = { plain: [], folded: [], always: false };
  for (const text of event.rules.slice(0, MOST_RULES)) {
    const problem = sortRule(text, event, sorted, spending, notes);
    if (problem !== null) return problem;
  }
  if (event.rules.length > MOST_RULES) notes.push(`Only the first ${MOST_RULES} of its rules were read.`);
  const { rules, spans } = seriesParts(event, overrides, sorted.plain, spending, notes);
  const joined = sorted.folded.length > 0 ? joinSpans([...sorted.folded, ...spans]) : spans;
  const covered = sorted.always ? joined.filter(({ start }) => start < event.start) : joined;
  const beside = covered.length <= MOST_BESIDE ? covered : [];
  const schedules = rules.map((part, index) => ruleSchedule(part, duration ?? '', index === 0 ? beside : [], notes));
  if (sorted.always) schedules.push(always(event.start));
  if (covered.length > 0 && (rules.length === 0 || beside.length === 0)) schedules.push(...datesSchedules(covered));
  return schedules.length > 0 ? schedules : 'No occurrence of it is left: all are taken out.';
}

/** Puts a rule where it belongs; a sentence when it cannot be read. */
function sortRule(text: string, event: IcsEvent, sorted: Sorted, spending: Spending, notes: string[]): string | null {
  const zone = event.zone ?? 'UTC';
  const parts = plainRule(text, event.isDate);
  if (!parts) return `Its repetition cannot be read: ${quoted(text)}.`;
  const written = { rule: ruleText(parts), first: event.start, zone };
  const fast = needsFolding(parts);
  const count = Math.min(Number(parts.get('COUNT') ?? 0), MOST_COUNTED);
  if (!spending.spend(fast ? 200_000 : 10 + count)) return 'The file holds more repetitions than are followed at once.';
  const { rule, note } = fast ? { rule: written.rule, note: null } : uncounted(parts, event.start, zone);
  const plain = { ...written, rule };
  const starts = fast ? null : startsOf(plain, { start: event.start, end: event.start + TRIED_MS });
  spending.spend(starts?.length ?? 200_000);
  if (note !== null) notes.push(note);
  if (starts !== null) {
    if (starts.length > 0) sorted.plain.push(listed(plain));
    return null;
  }
  const folded = foldRule(written, event.end - event.start);
  if (folded?.kind === 'spans') for (const span of folded.spans) sorted.folded.push(span);
  if (folded?.kind === 'always') sorted.always = true;
  if (folded) notes.push(folded.note);
  if (folded && event.left.length > 0) notes.push('Dates that it leaves out are not counted: it runs on them too.');
  return null;
}

function ruleSchedule(
  { rule, exceptions, moved }: RulePart,
  duration: string,
  additions: readonly WallSpan[],
  notes: string[],
): Schedule {
  if (exceptions.length > MOST_BESIDE)
    notes.push(`Only the first ${MOST_BESIDE} dates that it leaves out are kept; it runs on the others.`);
  if (moved.length > MOST_BESIDE)
    notes.push(`Only the first ${MOST_BESIDE} occurrences that were moved are; the others stay.`);
  const left = [...new Set(exceptions)]
    .toSorted((a, b) => a - b)
    .slice(0, MOST_BESIDE)
    .map(toWall);
  const shifted = moved.toSorted((a, b) => a.from - b.from).slice(0, MOST_BESIDE);
  return {
    form: 'rule',
    start: { from: toWall(rule.first), rule: rule.rule },
    end: { duration },
    ...(left.length > 0 ? { exceptions: left } : {}),
    ...(additions.length > 0 ? { additions: additions.map(walls) } : {}),
    ...(shifted.length > 0 ? { moved: shifted.map((each) => ({ from: toWall(each.from), ...walls(each) })) } : {}),
  };
}

function walls({ start, end }: WallSpan): { start: string; end: string } {
  return { start: toWall(start), end: toWall(end) };
}

function always(from: Ms): Schedule {
  return { form: 'rule', start: { from: toWall(from), rule: 'FREQ=DAILY' }, end: { duration: 'P1D' } };
}
