import type { WindowDraft } from '../api/windowCalls.ts';
import type { Schedule } from '../record/body/scheduleBody.ts';
import type { Scope } from '../record/body/windowBody.ts';
import type { Role } from '../record/words.ts';
import type { Suggestion } from './suggestion.ts';

/** What a record says about where it came from: the same for the same country. */
function originKey(id: Suggestion['id'], country: string | null, region: string | null): string {
  return [id, country, country === null ? null : region].filter((part) => part !== null).join(':');
}

/** Was a window with this origin adopted from the suggestion for this country, whatever the region? */
export function isAdopted(key: string, id: Suggestion['id'], country: string | null): boolean {
  const [from, where = null] = key.split(':');
  return from === id && where === country;
}

/** A suggestion as a draft for the editor. */
export function draftSuggestion(
  { id, title, effect, reason, covers, edge }: Suggestion,
  made: {
    readonly country: string | null;
    /** The country's name, when a title should say it. */
    readonly placeName: string | null;
    readonly region: string | null;
    readonly owner: string;
    readonly ownerRole: Role;
    readonly scope: Scope | null;
    readonly zone: string;
    readonly schedule: Schedule;
  },
): WindowDraft {
  return {
    title: made.placeName === null ? title : `${title}, ${made.placeName}`,
    effect,
    closedOutside: false,
    owner: made.owner,
    ownerRole: made.ownerRole,
    reason,
    // Nothing fits: an empty scope is never everything, and the editor asks.
    scope: made.scope ?? { everything: false },
    reach: covers.reach,
    zone: made.zone,
    schedule: made.schedule,
    edge,
    origin: { from: 'suggestion', key: originKey(id, made.country, made.region) },
  };
}
