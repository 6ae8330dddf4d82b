import type { AddOn, ApprovalRule } from '../record/body/policyBody.ts';
import type { Role } from '../record/words.ts';

/** Who sits on the board and may fill its quorum. */
const boardRoles: readonly Role[] = [
  'chair',
  'change-manager',
  'director',
  'service-owner',
  'business-owner',
  'process-owner',
  'finance-owner',
  'security',
  'recovery-owner',
  'provider',
];
const boardWithout = (...left: readonly Role[]): Role[] => boardRoles.filter((role) => !left.includes(role));
const one = (...roles: readonly Role[]) => roles.map((role) => ({ role, count: 1 }));
const highSet = one('peer', 'service-owner', 'process-owner', 'change-manager');

/** Who must agree by default, by band and type. The emergency quorum is counted beside the role that is asked for by name. */
export const approvalMatrix: readonly ApprovalRule[] = [
  // A standard change is pre-approved by its template; without one a peer reads it like any other.
  { band: 'low', type: 'standard', roles: one('peer'), allowed: true },
  { band: 'low', type: 'normal', roles: one('peer'), allowed: true },
  { band: 'low', type: 'emergency', roles: one('peer', 'business-owner'), allowed: true },
  { band: 'moderate', type: 'standard', roles: [], allowed: false },
  { band: 'moderate', type: 'normal', roles: one('peer', 'service-owner'), allowed: true },
  { band: 'moderate', type: 'emergency', roles: one('peer', 'service-owner'), allowed: true },
  { band: 'high', type: 'standard', roles: [], allowed: false },
  {
    band: 'high',
    type: 'normal',
    roles: highSet,
    quorum: { of: [...boardRoles], count: 3, business: true },
    allowed: true,
  },
  {
    band: 'high',
    type: 'emergency',
    roles: one('change-manager'),
    quorum: { of: boardWithout('change-manager'), count: 2, business: false },
    allowed: true,
  },
  { band: 'critical', type: 'standard', roles: [], allowed: false },
  {
    band: 'critical',
    type: 'normal',
    roles: [...highSet, ...one('director', 'recovery-owner')],
    quorum: { of: [...boardRoles], count: 3, business: true },
    allowed: true,
  },
  {
    band: 'critical',
    type: 'emergency',
    roles: one('director'),
    quorum: { of: boardWithout('director'), count: 2, business: false },
    allowed: true,
  },
];

/** Roles asked for by what a change touches. A board adds its own for posting and picking, naming its services. */
export const defaultAddOns: readonly AddOn[] = [
  { name: 'Security for identity and ingress', role: 'security', when: { categories: ['identity', 'ingress'] } },
  { name: 'Hosting provider for platform changes', role: 'provider', when: { categories: ['platform-migration'] } },
  { name: 'Business owner for shared tenants', role: 'business-owner', when: { sharedTenancy: true } },
];
