import { execFile, spawnSync } from 'node:child_process';
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
export async function listAgentKeys(): Promise<readonly AgentKey[]> {
  const asked = await new Promise<Answer>((resolve) => {
    const child = execFile('ssh-add', ['-L'], { timeout: LIST_TIMEOUT_MS, encoding: 'utf8' }, (error, stdout) =>
      resolve(error && child.exitCode === null ? { status: null, stdout, error } : { status: child.exitCode, stdout }),
    );
  });
  return keysIn(asked);
}

interface Answer {
  /** Null: it could not be started, or not waited for. */
  readonly status: number | null;
  readonly stdout: string;
  readonly error?: Error | undefined;
}

function keysIn({ status, stdout, error }: Answer): readonly AgentKey[] {
  if (status === EMPTY) return [];
  if (status !== 0) throw new TidegateError('agent-missing', {}, error);
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
 * What is signed is kept in one step with the look at the board that it was signed on, so that the desk waits for it: an
 * agent that asks its owner holds everything for as long as they think about it.
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
  const asked = spawnSync('ssh-add', ['-L'], { timeout: LIST_TIMEOUT_MS, encoding: 'utf8' });
  const isThere = keysIn(asked).some((key) => key.publicKey === publicKey);
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
