import { readFileSync } from 'node:fs';
import { TidegateError } from '../../shared/errors.ts';
import { fingerprintOfLine } from '../../shared/record/sshKey.ts';
import { agentSign } from '../seal/sshAgent.ts';
import type { Signer } from '../seal/sshsig.ts';

/**
 * A key that the ssh-agent holds, by its public line.
 *
 * @throws TidegateError `key-unusable`; on signing `agent-missing`, `agent-refused`
 */
export function agentKey(file: string): Signer {
  const publicKey = lineIn(file).trim().split(/\s+/).slice(0, 2).join(' ');
  const fingerprint = fingerprintOfLine(publicKey);
  if (fingerprint === null) throw new TidegateError('key-unusable', { why: 'not an Ed25519 key' });
  return { publicKey, fingerprint, sign: agentSign(publicKey, file) };
}

function lineIn(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new TidegateError('key-unusable', { why: 'unreadable' }, error);
  }
}
