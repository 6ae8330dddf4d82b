import type { WindowDraft } from '../api/windowCalls.ts';
import type { Schedule } from '../record/body/scheduleBody.ts';
import { dimensionNames, type DimensionName, type Scope } from '../record/body/windowBody.ts';
import type { Effect, Role } from '../record/words.ts';
import type { Wall } from '../time/instant.ts';
import { durationText, readDuration, type Duration } from './duration.ts';
import { readRepeat, ruleOf, type Repeat } from './repeat.ts';

export type Dimensions = Readonly<Record<DimensionName, readonly string[]>>;
/** A repetition with the time of day it strikes and the first day it counts from. */
export interface RepeatForm {
  readonly from: string;
  readonly time: string;
  readonly repeat: Repeat;
}
/** What the editor holds of a schedule. A rule beyond its words is kept as it is. */
export type WhenForm =
  | { readonly form: 'once'; readonly start: Wall; readonly end: Wall }
  | {
      readonly form: 'repeat';
      readonly start: RepeatForm;
      readonly end: Duration | RepeatForm;
      readonly skipped: readonly string[];
    }
  | { readonly form: 'kept'; readonly schedule: Schedule };
/** What the editor holds; everything may still be empty. */
export interface WindowForm {
  readonly title: string;
  readonly effect: Effect;
  readonly closedOutside: boolean;
  readonly owner: string;
  readonly ownerRole: Role;
  readonly reason: string;
  /** Null until it is chosen: an empty scope is never everything. */
  readonly everything: boolean | null;
  readonly within: Dimensions;
  readonly except: Dimensions;
  readonly reach: 'direct' | 'feeders';
  readonly zone: string;
  readonly when: WhenForm;
  readonly edge: 'finish' | 'stop-at-next-stage';
}

export const noDimensions: Dimensions = {
  sites: [],
  services: [],
  environments: [],
  categories: [],
  tenants: [],
  processes: [],
};

function dimensionsOf(given: { readonly [N in DimensionName]?: readonly string[] | undefined } = {}): Dimensions {
  const listedIn = dimensionNames.filter((name) => given[name] !== undefined);
  return { ...noDimensions, ...Object.fromEntries(listedIn.map((name) => [name, given[name]])) };
}

function listed(dimensions: Dimensions): Partial<Record<DimensionName, readonly string[]>> {
  return Object.fromEntries(
    dimensionNames.filter((name) => dimensions[name].length > 0).map((name) => [name, dimensions[name]]),
  );
}

function repeatForm({ from, rule }: { readonly from: Wall; readonly rule: string }): RepeatForm | null {
  const repeat = readRepeat(rule);
  return repeat === null ? null : { from: from.slice(0, 10), time: from.slice(11), repeat };
}

function startRule({ from, time, repeat }: RepeatForm): { from: Wall; rule: string } {
  return { from: `${from}T${time}`, rule: ruleOf(repeat) };
}

/** How the editor says a schedule; what it has no words for is kept untouched. */
export function whenOf(schedule: Schedule): WhenForm {
  if (schedule.form === 'once') return { form: 'once', start: schedule.start, end: schedule.end };
  if (schedule.form !== 'rule' || 'elapsed' in schedule.end) return { form: 'kept', schedule };
  const start = repeatForm(schedule.start);
  const end = 'duration' in schedule.end ? readDuration(schedule.end.duration) : repeatForm(schedule.end);
  if (start === null || end === null || (schedule.additions?.length ?? 0) > 0) return { form: 'kept', schedule };
  return { form: 'repeat', start, end, skipped: (schedule.exceptions ?? []).map((wall) => wall.slice(0, 10)) };
}

/** The schedule a record would hold; a missing date or length stays empty and the board says so. */
function scheduleOf(when: WhenForm): unknown {
  if (when.form === 'kept') return when.schedule;
  if (when.form === 'once') return { form: 'once', start: when.start, end: when.end };
  const { start, end, skipped } = when;
  return {
    form: 'rule',
    start: startRule(start),
    end: 'repeat' in end ? startRule(end) : { duration: durationText(end) ?? '' },
    ...(skipped.length > 0 && { exceptions: skipped.map((day) => `${day}T${start.time}`) }),
  };
}

/** The editor's contents for an existing window. */
export function formOf(draft: WindowDraft): WindowForm {
  const { everything, except, ...within } = draft.scope;
  const { title, effect, closedOutside, owner, ownerRole, reason, reach, zone, edge } = draft;
  return {
    title,
    effect,
    closedOutside,
    owner,
    ownerRole,
    reason,
    reach,
    zone,
    edge,
    everything,
    within: dimensionsOf(within),
    except: dimensionsOf(except),
    when: whenOf(draft.schedule),
  };
}

/**
 * The draft the board is asked about. It need not be whole: the board answers what is missing.
 * Only a draft without problems is saved, which is why the type may be claimed here.
 */
export function draftOf(form: WindowForm): WindowDraft {
  const except = listed(form.except);
  const scope = {
    everything: form.everything === true,
    ...(form.everything !== true && listed(form.within)),
    ...(Object.keys(except).length > 0 && { except }),
  };
  const { title, effect, owner, ownerRole, reason, reach, zone, edge } = form;
  return {
    title,
    effect,
    owner,
    ownerRole,
    reason,
    reach,
    zone,
    edge,
    closedOutside: effect === 'maintenance' && form.closedOutside,
    scope: scope as Scope, // see above
    schedule: scheduleOf(form.when) as Schedule, // see above
  };
}
