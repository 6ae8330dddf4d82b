import type { SiteId } from '../ids.ts';
import { canonical } from '../record/canonical.ts';
import type { SiteBody } from '../record/body/siteBody.ts';
import type { WindowBody } from '../record/body/windowBody.ts';
import { HOUR_MS, overlaps, type Ms, type Period } from '../time/instant.ts';
import type { Topology } from '../topology/createTopology.ts';
import { clockPairs, clocksOf, heldOn, isHeldBy, isSameText, outsideOf, spansOn } from './clockSpans.ts';
import { scopedSites } from './expandWindow.ts';
import { isScopeWithin, mayOpen } from './scopeWithin.ts';

/** What loosens something within so long waits so long. */
export const LOOSENING_MS: Ms = 48 * HOUR_MS;

export interface LooseningGiven {
  readonly sites: ReadonlyMap<SiteId, SiteBody>;
  readonly topology: Topology;
  /** When the revision was first seen. */
  readonly from: Ms;
  /** The windows in force beside this one: maintenance may open what they deny. */
  readonly others: readonly WindowBody[];
}

type Given = LooseningGiven & { readonly period: Period };

/**
 * Is there an instant in the next 48 hours, and a cell, that the text before restricts and this one does not?
 *
 * Says so too where that cannot be told: a schedule that this build cannot read, clocks that depend on what feeds what.
 * A change of who may lift a freeze loosens it as well. Peaks restrict nothing.
 *
 * @param before null for a window that is new
 */
export function loosens(before: WindowBody | null, after: WindowBody, given: LooseningGiven): boolean {
  return loosened(before, after, given).length > 0;
}

/** The windows whose hold is loosened: the text before, or others that new maintenance opens. */
export function loosened(before: WindowBody | null, after: WindowBody, given: LooseningGiven): readonly WindowBody[] {
  const within = { ...given, period: { start: given.from, end: given.from + LOOSENING_MS } };
  const old = published(before);
  const next = published(after);
  const own = old && (freezesLess(old, next, within) || closesLess(old, next, within)) ? [old] : [];
  return [...own, ...(next ? opened(old, next, within) : [])];
}

function freezesLess(old: WindowBody, next: WindowBody | null, given: Given): boolean {
  const { sites, period } = given;
  if (rank(old) === 0 || !clocksOf(old, sites).some((zone) => heldOn(old, zone, period).length > 0)) return false;
  if (!next || rank(next) < rank(old) || !isKeptBy(old, next)) return true;
  return !isCovered(old, next, given) || !isHeldBy(old, next, sites, period);
}

function closesLess(old: WindowBody, next: WindowBody | null, given: Given): boolean {
  const { sites, period } = given;
  if (!isClosing(old)) return false;
  const isShut = (zone: string) => outsideOf([period], heldOn(old, zone, period), period).length > 0;
  if (!clocksOf(old, sites).some(isShut)) return false;
  if (!next || !isClosing(next) || !isKeptBy(old, next)) return true;
  // A work that names no tenant must meet a window of some of them by itself; one of all is opened by its neighbours.
  if (old.scope.tenants && !next.scope.tenants) return true;
  return !isCovered(old, next, given) || !isHeldBy(next, old, sites, period);
}

/** The other windows that this maintenance opens at times at which the text before did not. */
function opened(old: WindowBody | null, next: WindowBody, given: Given): WindowBody[] {
  if (next.effect !== 'maintenance') return [];
  return given.others.filter((other) => {
    const isSoft = other.effect === 'soft-freeze';
    if (!published(other) || !(isSoft || (isClosing(other) && isClosing(next))) || !mayOpen(next, other)) return false;
    const did = old?.effect === 'maintenance' && (isSoft || isClosing(old)) && isCovered(next, old, given) ? old : null;
    return newlyOpen(did, next, given).some((span) => isDenying(other, span, given));
  });
}

function newlyOpen(old: WindowBody | null, next: WindowBody, { sites, period }: Given): Period[] {
  if (!old) return clocksOf(next, sites).flatMap<Period>((zone) => spansOn(next, zone, period) ?? [period]);
  if (isSameText(old, next)) return [];
  return clockPairs(old, next, sites).flatMap(([was, is]) =>
    outsideOf(spansOn(next, is, period) ?? [period], heldOn(old, was, period), period),
  );
}

function isDenying(other: WindowBody, span: Period, { sites }: Given): boolean {
  if (isClosing(other)) return true;
  return clocksOf(other, sites).some((zone) => heldOn(other, zone, span).some((held) => overlaps(held, span)));
}

/** Does the outer window cover every cell that the inner one covers, by the same clocks or more of them? */
function isCovered(inner: WindowBody, outer: WindowBody, { topology, sites }: Given): boolean {
  if (inner.reach === outer.reach && canonical(inner.scope) === canonical(outer.scope)) return true;
  if (!isScopeWithin(inner, outer, topology)) return false;
  if (inner.zone !== 'site' && outer.zone !== 'site') return true;
  if (inner.reach === 'feeders' || outer.reach === 'feeders') return false;
  const scoped = new Set(scopedSites(outer, sites));
  return scopedSites(inner, sites).every((site) => scoped.has(site));
}

function published(window: WindowBody | null): WindowBody | null {
  return window?.standing === 'published' ? window : null;
}

/** How hard it is to be let through. */
function rank({ effect }: WindowBody): number {
  return effect === 'freeze' ? 2 : effect === 'soft-freeze' ? 1 : 0;
}

function isClosing({ effect, closedOutside }: WindowBody): boolean {
  return effect === 'maintenance' && closedOutside;
}

/** The same people may lift it, and what is running when it begins is stopped as before. */
function isKeptBy(old: WindowBody, next: WindowBody): boolean {
  const isSameOwner = old.owner === next.owner && old.ownerRole === next.ownerRole;
  return isSameOwner && (old.edge === 'finish' || next.edge === 'stop-at-next-stage');
}
