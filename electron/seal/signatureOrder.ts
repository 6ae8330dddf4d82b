import type { VerifySignature } from '../../shared/ledger/line.ts';

export type AskedSignature = Parameters<VerifySignature>[0];

/** One message to a thread that checks signatures; the answer has the same number. */
export interface SignatureOrder {
  readonly order: number;
  readonly asked: readonly AskedSignature[];
}
