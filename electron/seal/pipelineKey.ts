import { newPrivateKey } from './ed25519.ts';
import { writeOpensshKey } from './opensshKey.ts';
import { createSigner } from './sshsig.ts';

/** A key pair for a pipeline, kept nowhere: whoever asked hands the private half on as an OpenSSH file. */
export function makePipelineKey(comment: string): { publicKey: string; fingerprint: string; privateKey: string } {
  const key = newPrivateKey();
  const { publicKey, fingerprint } = createSigner(key);
  return { publicKey, fingerprint, privateKey: writeOpensshKey(key, comment.replaceAll(/[^ -~]/g, '').slice(0, 60)) };
}
