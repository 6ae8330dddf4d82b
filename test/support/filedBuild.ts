import type { Filed } from '../../shared/record/envelope.ts';
import type { Kind } from '../../shared/record/kinds.ts';

const fingerprint = `SHA256:${'A'.repeat(43)}`;

let filedSoFar = 0;
/** Files a body as if it had been signed and added to the line; digests are made up but distinct. */
export function filed<K extends Kind>(kind: K, body: Filed<K>['record']['body'], by: string, when: string): Filed<K> {
  filedSoFar += 1;
  const number = String(filedSoFar).padStart(20, '0');
  return {
    record: {
      kind,
      id: `01J000${number}`,
      ledger: '01J0000000000000000000000A',
      body,
      signed: { by, key: fingerprint, at: when, sig: 'AAAA' },
    },
    digest: `sha256:${number.padStart(64, '0')}`,
    path: `changes/${number}`,
    position: filedSoFar,
  };
}
