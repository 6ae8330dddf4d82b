import type { Schedule } from '../record/body/scheduleBody.ts';
import type { WindowBody } from '../record/body/windowBody.ts';
import type { Wall } from '../time/instant.ts';

/** A window of the sample before it is signed. */
export type WindowGiven = Omit<WindowBody, 'follows'>;

export const base = { closedOutside: false, reach: 'direct', edge: 'finish', standing: 'published' } as const;
export const camille = { owner: 'camille-roussel', ownerRole: 'business-owner' } as const;
export const daniel = { owner: 'daniel-achebe', ownerRole: 'business-owner' } as const;
export const sofia = { owner: 'sofia-lindqvist', ownerRole: 'business-owner' } as const;
export const ines = { owner: 'ines-carvalho', ownerRole: 'change-manager' } as const;
export const oliver = { owner: 'oliver-brandt', ownerRole: 'service-owner' } as const;

export const rule = (from: Wall, text: string, duration: string): Schedule => ({
  form: 'rule',
  start: { from, rule: text },
  end: { duration },
});
export const ruleToRule = (from: Wall, text: string, endFrom: Wall, endText: string): Schedule => ({
  form: 'rule',
  start: { from, rule: text },
  end: { from: endFrom, rule: endText },
});
