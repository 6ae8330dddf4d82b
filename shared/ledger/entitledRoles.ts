import type { Kind } from '../record/kinds.ts';
import { roles as every, type Role } from '../record/words.ts';
import type { Refusal } from './signatory.ts';

const everyDecider = [
  ...(['peer', 'service-owner', 'business-owner', 'process-owner', 'finance-owner', 'security'] as const),
  ...(['recovery-owner', 'change-manager', 'chair', 'director', 'provider'] as const),
];

/**
 * Roles any one of which entitles to a kind at all; reach and the rest are judged kind by kind. A comment that can be read
 * needs none; one that cannot matters only when somebody with a role signed it.
 */
export const entitledRoles: Readonly<Record<Kind, readonly Role[]>> = {
  ledger: ['admin'],
  roster: ['admin'],
  policy: ['admin'],
  site: ['service-owner', 'business-owner', 'change-manager'],
  service: ['service-owner', 'business-owner', 'change-manager'],
  window: ['business-owner', 'service-owner', 'change-manager'],
  request: ['requester', 'implementer', 'change-manager'],
  decision: everyDecider,
  evidence: ['requester', 'implementer', 'peer', 'pipeline'],
  receipt: ['pipeline', 'implementer'],
  waiver: ['requester', 'implementer', 'break-glass'],
  review: ['implementer', 'change-manager'],
  comment: every,
  template: ['change-manager'],
  meeting: ['chair', 'change-manager'],
  delegation: every,
  // Anybody may ask; it never counts by itself.
  enrolment: [],
  cosign: ['admin', 'change-manager', 'director', 'requester', 'implementer', 'business-owner', 'service-owner'],
  checkpoint: ['admin', 'auditor'],
  quarantine: ['change-manager'],
};

/** May this member say this? `beyond-reach`: entitled, but it waits for a change manager's signature. */
export type Entitlement = 'entitled' | 'beyond-reach' | Refusal;

export function refused(detail: string): Refusal {
  return { reason: 'not-entitled', detail };
}
