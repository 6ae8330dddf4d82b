import type * as z from 'zod';
import { decisionBody, evidenceBody, receiptBody } from './body/decisionBody.ts';
import { checkpointBody, cosignBody, ledgerBody, quarantineBody } from './body/ledgerBody.ts';
import { policyBody } from './body/policyBody.ts';
import { requestBody } from './body/requestBody.ts';
import { rosterBody } from './body/rosterBody.ts';
import { serviceBody, siteBody } from './body/siteBody.ts';
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
  cosign: cosignBody,
  checkpoint: checkpointBody,
  quarantine: quarantineBody,
};

export type Kind = keyof typeof bodies;
export type BodyOf<K extends Kind> = z.infer<(typeof bodies)[K]>;
export const kinds = Object.keys(bodies) as readonly Kind[]; // the table above is the only source of its keys
