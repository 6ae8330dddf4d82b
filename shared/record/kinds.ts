import type * as z from 'zod';
import { decisionBody, evidenceBody, receiptBody } from './body/decisionBody.ts';
import { checkpointBody, cosignBody, ledgerBody, quarantineBody } from './body/ledgerBody.ts';
import { meetingBody, templateBody } from './body/meetingBody.ts';
import { delegationBody, enrolmentBody } from './body/peopleBody.ts';
import { policyBody } from './body/policyBody.ts';
import { requestBody } from './body/requestBody.ts';
import { rosterBody } from './body/rosterBody.ts';
import { serviceBody, siteBody } from './body/siteBody.ts';
import { commentBody, reviewBody, waiverBody } from './body/waiverBody.ts';
import { windowBody } from './body/windowBody.ts';

/** Every kind of record with the definition that decodes its body. A kind outside this table is not understood. */
export const bodies = {
  ledger: ledgerBody,
  roster: rosterBody,
  policy: policyBody,
  site: siteBody,
  service: serviceBody,
  window: windowBody,
  request: requestBody,
  decision: decisionBody,
  evidence: evidenceBody,
  receipt: receiptBody,
  waiver: waiverBody,
  review: reviewBody,
  comment: commentBody,
  cosign: cosignBody,
  template: templateBody,
  meeting: meetingBody,
  delegation: delegationBody,
  enrolment: enrolmentBody,
  checkpoint: checkpointBody,
  quarantine: quarantineBody,
};

export type Kind = keyof typeof bodies;
export type BodyOf<K extends Kind> = z.infer<(typeof bodies)[K]>;
export const kinds = Object.keys(bodies) as readonly Kind[]; // the table above is the only source of its keys
