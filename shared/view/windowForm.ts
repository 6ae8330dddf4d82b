import type { WindowDraft } from '../api/windowCalls.ts';
import type { Schedule } from '../record/body/scheduleBody.ts';
import { dimensionNames, type DimensionName, type Scope, type WindowBody } from '../record/body/windowBody.ts';
import type { Effect, Role } from '../record/words.ts';

export type Dimensions = Readonly<Record<DimensionName, readonly string[]>>;
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
  /** As the record holds it, so that no part can be lost on the way; a time or length that is not given yet is ''. */
  readonly when: Schedule;
  readonly edge: 'finish' | 'stop-at-next-stage';
  /** Where it was adopted or imported from. */
  readonly origin?: WindowBody['origin'];
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

/** The editor's contents for an existing window. */
export function formOf(draft: WindowDraft): WindowForm {
  const { everything, except, ...within } = draft.scope;
  const { title, effect, closedOutside, owner, ownerRole, reason, reach, zone, schedule, edge, origin } = draft;
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
    when: schedule,
    ...(origin && { origin }),
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
  const { title, effect, owner, ownerRole, reason, reach, zone, when, edge, origin } = form;
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
    schedule: when,
    ...(origin && { origin }),
  };
}
