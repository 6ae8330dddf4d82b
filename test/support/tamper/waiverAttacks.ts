import { materialDigest } from '../../../shared/change/material.ts';
import type { WaiverBody } from '../../../shared/record/body/waiverBody.ts';
import { HOUR_MS, toInstant } from '../../../shared/time/instant.ts';
import { pushed, refused, type Attack, type Tampered } from './attack.ts';
import type { Honest } from './honest.ts';

function waiverOf({ texts, at }: Honest, given: Partial<WaiverBody> = {}): WaiverBody {
  return {
    change: texts.frozen.change,
    material: { version: 1, digest: materialDigest(texts.frozen) },
    windows: ['peak-week'],
    sites: [],
    expires: toInstant(at + HOUR_MS),
    reason: 'Urgent',
    rollbackProof: 'Rehearsed',
    follows: [],
    ...given,
  };
}

const by = (
  name: string,
  reason: Parameters<typeof refused>[1],
  make: (honest: Honest) => { readonly path: string; readonly text: string },
): Attack => ({ name, kind: 'member', make: (honest) => refused(honest, reason, make(honest)) });

/** A waiver by somebody who may ask for it, and a second signature that is none. */
const cosigned = (
  name: string,
  who: string,
  reason: Parameters<typeof refused>[1],
  role?: 'change-manager' | 'director',
): Attack => ({
  name,
  kind: 'member',
  make: (honest): Tampered => {
    const waiver = honest.say('waiver', waiverOf(honest), 'rita');
    const of = { kind: 'waiver' as const, subject: honest.texts.frozen.change, digest: waiver.digest };
    const first = pushed(honest, [waiver]);
    const cosign = honest.say('cosign', { of, ...(role ? { role } : {}) }, who);
    return {
      commits: [first, pushed(honest, [cosign], { parents: [first.commit] })],
      reasons: { [cosign.path]: reason },
      counted: [waiver.path],
    };
  },
});

export const waiverAttacks: readonly Attack[] = [
  by('waiver by a peer', 'not-entitled', (honest) => honest.say('waiver', waiverOf(honest), 'petra')),
  by('waiver by nobody', 'signer-unknown', (honest) => honest.say('waiver', waiverOf(honest), 'mallory')),
  by('glass broken by somebody who holds no such role', 'not-entitled', (honest) =>
    honest.say('waiver', waiverOf(honest, { breakGlass: { incident: 'INC-1' } }), 'rita'),
  ),
  cosigned('waiver signed again by whoever asked for the change', 'rita', 'self-approval', 'change-manager'),
  cosigned('waiver signed again by whoever does the work', 'ivan', 'self-approval'),
  cosigned('waiver signed in a role that is not held', 'petra', 'not-entitled', 'change-manager'),
  cosigned('waiver signed as the owner of nothing', 'petra', 'not-entitled'),
  {
    name: 'waiver that nobody else signs',
    kind: 'member',
    make: (honest) => {
      const waiver = honest.say('waiver', waiverOf(honest), 'rita');
      return { commits: [pushed(honest, [waiver])], reasons: {}, counted: [waiver.path] };
    },
  },
];
