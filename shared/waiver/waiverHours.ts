import { HOUR_MS, type Ms } from '../time/instant.ts';

/** Broken glass is swept up after this, whatever the text says. */
export const BREAK_GLASS_MS: Ms = 4 * HOUR_MS;
/** A waiver lives so long unless somebody says otherwise. */
const USUAL_MS: Ms = 12 * HOUR_MS;

/** When does a waiver for work from `start` on end, unless somebody says otherwise? Glass is broken for now. */
export function usualEnd(now: Ms, start: Ms, isBreakGlass: boolean): Ms {
  return isBreakGlass ? now + BREAK_GLASS_MS : Math.max(now, start) + USUAL_MS;
}
