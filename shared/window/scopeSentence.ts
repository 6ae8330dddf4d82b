import type { ServiceId, SiteId } from '../ids.ts';
import type { Scope, WindowBody } from '../record/body/windowBody.ts';
import type { Effect } from '../record/words.ts';

export type ScopedWindow = Pick<WindowBody, 'effect' | 'closedOutside' | 'scope' | 'reach'>;

export interface ScopeNames {
  site(id: SiteId): string;
  service(id: ServiceId): string;
}

/** More names than this are counted, so that the sentence stays one. */
const MOST_NAMES = 6;

/**
 * What does this window cover, said back in one sentence of the trade?
 *
 * `Freezes posting and anything that feeds it at Lyon DC and Leeds DC, in production, except Returns desk.`
 */
export function scopeSentence(window: ScopedWindow, names: ScopeNames): string {
  const { scope } = window;
  const what = scope.everything ? 'everything' : subject(window, names);
  const where = scope.sites ? ` at ${listed(scope.sites.map((id) => names.site(id)))}` : '';
  const tenants = scope.tenants ? ` for ${listed(scope.tenants)}` : '';
  const environment = scope.environments ? `, in ${listed(scope.environments)}` : '';
  const left = exceptions(scope, names);
  const except = left.length > 0 ? `, except ${listed(left)}` : '';
  return `${opening(window.effect)} ${what}${where}${tenants}${environment}${except}${closing(window)}.`;
}

function opening(effect: Effect): string {
  switch (effect) {
    case 'freeze':
      return 'Freezes';
    case 'soft-freeze':
      return "Asks for the owner's approval for";
    case 'maintenance':
      return 'Opens maintenance for';
    case 'peak':
      return 'Raises the risk of';
  }
}

function closing({ effect, closedOutside }: ScopedWindow): string {
  return effect === 'maintenance' && closedOutside ? '; outside of it no work may start' : '';
}

function subject({ scope, reach }: ScopedWindow, names: ScopeNames): string {
  const services = scope.services?.map((id) => names.service(id));
  const processes = scope.processes?.map((id) => names.service(id));
  const things = [services && listed(services), processes && listed(processes)].filter((each) => each !== undefined);
  const many = (services?.length ?? 0) + (processes?.length ?? 0) > 1;
  const named = services && processes ? `what ${things[0]} does for ${things[1]}` : things[0];
  const fed = reach === 'feeders' || processes ? ` and anything that feeds ${many ? 'them' : 'it'}` : '';
  const kinds = scope.categories && `${listed(scope.categories.map(spoken))} changes`;
  if (!named) return kinds ?? 'everything';
  return kinds ? `${kinds} to ${named}${fed}` : `${named}${fed}`;
}

function exceptions({ except }: Scope, names: ScopeNames): string[] {
  if (!except) return [];
  return [
    ...(except.services ?? []).map((id) => names.service(id)),
    ...(except.processes ?? []).map((id) => `${names.service(id)} and what feeds it`),
    ...(except.sites ?? []).map((id) => names.site(id)),
    ...(except.tenants ?? []),
    ...(except.environments ?? []),
    ...(except.categories ?? []).map((category) => `${spoken(category)} changes`),
  ];
}

function spoken(category: string): string {
  return category.replaceAll('-', ' ');
}

function listed(all: readonly string[]): string {
  const shown =
    all.length > MOST_NAMES ? [...all.slice(0, MOST_NAMES - 1), `${all.length - MOST_NAMES + 1} more`] : all;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}
