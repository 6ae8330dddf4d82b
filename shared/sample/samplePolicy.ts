import { defaultPolicy } from '../policy/defaultPolicy.ts';
import type { AddOn, PolicyBody } from '../record/body/policyBody.ts';

/** Whoever answers for what stops is asked, whatever the score: the default roles, tied to this board's services. */
const ownAddOns: readonly AddOn[] = [
  { name: 'Finance owner for posting', role: 'finance-owner', when: { services: ['erp-accounting'] } },
  {
    name: 'Process owner for picking and dispatch',
    role: 'process-owner',
    when: { services: ['picking', 'dispatch'] },
  },
  {
    name: 'Security for sign-on and the edge',
    role: 'security',
    when: { services: ['single-sign-on', 'ingress-edge'] },
  },
  { name: 'Hosting provider for the cluster', role: 'provider', when: { services: ['host-cluster'] } },
];

/** The policy of the sample board: the shipped one with add-ons that name its own services. */
export function samplePolicy(): Omit<PolicyBody, 'follows'> {
  const policy = defaultPolicy();
  return { ...policy, addOns: [...policy.addOns, ...ownAddOns] };
}
