import type { Scope } from '../record/body/windowBody.ts';
import type { ScopeNames } from '../window/scopeSentence.ts';

/** More names than this are counted. */
const MOST_NAMES = 3;

/** What a suggested scope holds, as a line of a table: "Picking, Dispatch at Lyon DC"; null for an empty one. */
export function coveredWords({ everything, processes, services, sites, environments }: Scope, names: ScopeNames) {
  const what = [...(processes ?? []), ...(services ?? [])].map((id) => names.service(id));
  if (!everything && what.length === 0 && !sites && !environments) return null;
  const where = sites ? ` at ${few(sites.map((id) => names.site(id)))}` : '';
  return `${what.length > 0 ? few(what) : 'Everything'}${where}`;
}

function few(all: readonly string[]): string {
  if (all.length <= MOST_NAMES + 1) return all.join(', ');
  return `${all.slice(0, MOST_NAMES).join(', ')} and ${String(all.length - MOST_NAMES)} more`;
}
