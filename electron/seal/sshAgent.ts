import { spawnSync } from 'node:child_process';
import { TidegateError } from '../../shared/errors.ts';
import type { Sign } from '../../shared/record/seal.ts';
import { blobOfLine, fingerprintOf, KEY_TYPE } from './ed25519.ts';
import { verifySshsig } from './sshsig.ts';

/** An Ed25519 key that the running ssh-agent can sign with. */
export interface AgentKey {
  /** `ssh-ed25519 AAAA…` without its comment. */
  readonly publicKey: string;
  readonly fingerprint: string;
  readonly comment: string;
}

/** An agent may ask its owner to confirm with a touch or a click; the desk waits for no longer than this. */
const SIGN_TIMEOUT_MS = 20_000;
const LIST_TIMEOUT_MS = 5_000;
/** `ssh-add -L` says so when it reached an agent that holds nothing. */
const EMPTY = 1;

/**
 * The Ed25519 keys in the agent of this session; other kinds are passed over.
 *
 * @throws TidegateError `agent-missing` when there is no agent, or OpenSSH is not installed
 */
export function listAgentKeys(): readonly AgentKey[] {
  const { status, stdout, error } = spawnSync('ssh-add', ['-L'], { timeout: LIST_TIMEOUT_MS, encoding: 'utf8' });
  if (error || (status !== 0 && status !== EMPTY)) throw new TidegateError('agent-missing', {}, error);
  if (status === EMPTY) return [];
  return stdout.split('\n').flatMap((line) => {
    const [type = '', encoded = '', ...comment] = line.trim().split(' ');
    const publicKey = `${type} ${encoded}`;
    const blob = type === KEY_TYPE ? blobOfLine(publicKey) : null;
    return blob ? [{ publicKey, fingerprint: fingerprintOf(blob), comment: comment.join(' ') }] : [];
  });
}

/**
 * Signs by the agent: `ssh-keygen` hands it the question, so that every agent works that OpenSSH works with.
 *
 * `publicKeyFile` holds the public line alone. What comes back is checked before it is believed.
 *
 * @throws TidegateError `agent-missing`; `agent-refused` when the key is gone from it, or its owner said no
 */
export function agentSign(publicKey: string, publicKeyFile: string): Sign {
  return (namespace, message) => {
    const args = ['-Y', 'sign', '-q', '-n', namespace, '-f', publicKeyFile];
    const asked = spawnSync('ssh-keygen', args, { input: message, timeout: SIGN_TIMEOUT_MS, encoding: 'utf8' });
    if (isMissing(asked.error)) throw new TidegateError('agent-missing', { program: 'ssh-keygen' }, asked.error);
    const sig = asked.status === 0 ? unarmoured(asked.stdout) : null;
    if (sig !== null && verifySshsig({ publicKey, namespace, message, sig })) return sig;
    throw whyRefused(publicKey, asked.error);
  };
}

function whyRefused(publicKey: string, error: Error | undefined): TidegateError {
  if (error && 'code' in error && error.code === 'ETIMEDOUT')
    return new TidegateError('agent-refused', { why: 'no answer in time' }, error);
  const isThere = listAgentKeys().some((key) => key.publicKey === publicKey);
  return new TidegateError('agent-refused', { why: isThere ? 'refused' : 'the key is not in the agent' });
}

function isMissing(error: Error | undefined): boolean {
  return error !== undefined && 'code' in error && error.code === 'ENOENT';
}

/** The base64 between the armour's two lines, on one line. */
function unarmoured(text: string): string | null {
  const [, rest] = text.split('-----BEGIN SSH SIGNATURE-----');
  const [inner, end] = rest?.split('-----END SSH SIGNATURE-----') ?? [];
  return inner !== undefined && end !== undefined ? inner.replaceAll(/\s/g, '') : null;
}
