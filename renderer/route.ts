import { useSyncExternalStore } from 'react';

/** `today`, `changes`, `change/CHG-…`, `new-change`: the path after `#/`, and what is asked after `?`. */
export interface Route {
  readonly page: string;
  /** What follows the page: an id. */
  readonly id: string | null;
  readonly query: URLSearchParams;
}
/** Filters and the like; empty and undefined values are left out of the address. */
export type RouteQuery = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The address of a page: for links, and for `navigate`. */
export function hrefOf(page: string, id?: string | null, query: RouteQuery = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const text = typeof value === 'string' ? value : value?.join(',');
    if (text) params.set(name, text);
  }
  const asked = params.toString();
  return `#/${page}${id ? `/${encodeURIComponent(id)}` : ''}${asked ? `?${asked}` : ''}`;
}

/** Goes to a page; `replace` leaves no step in the history, for filters that change with every key. */
export function navigate(href: string, { replace = false }: { readonly replace?: boolean } = {}): void {
  if (href === location.hash) return;
  if (replace) history.replaceState(null, '', href);
  else location.hash = href;
  // Told at once, not when the browser gets to it: the next key that is pressed must find the page it stepped to.
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

/** Reads a route from an address's fragment; anything not understood is Today. */
function parseRoute(hash: string): Route {
  const [path = '', asked = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [page = '', id] = path.split('/');
  return { page: page || 'today', id: id ? safelyDecoded(id) : null, query: new URLSearchParams(asked) };
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a broken escape in a pasted address: shown as it is
  }
}

/** A list in the address: `?bands=high,critical`. */
export function listIn(query: URLSearchParams, name: string): readonly string[] {
  return query.get(name)?.split(',').filter(Boolean) ?? [];
}

let last: { readonly hash: string; readonly route: Route } | null = null;
let isHeld: ((wanted: string) => boolean) | null = null;

/**
 * Asked before another address is shown, while there is something to lose on this one: true stays here.
 * Answers the way to stop asking.
 */
export function holdRoute(holds: (wanted: string) => boolean): () => void {
  isHeld = holds;
  return () => {
    if (isHeld === holds) isHeld = null;
  };
}

function currentRoute(): Route {
  if (last?.hash === location.hash) return last.route;
  if (last && isHeld?.(location.hash)) {
    // The step that was taken becomes one to the page that stays.
    history.replaceState(null, '', last.hash);
    return last.route;
  }
  last = { hash: location.hash, route: parseRoute(location.hash) };
  return last.route;
}

/** Where the reader is. */
export function useRoute(): Route {
  return useSyncExternalStore((onChange) => {
    window.addEventListener('hashchange', onChange);
    return () => window.removeEventListener('hashchange', onChange);
  }, currentRoute);
}
