import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { TidegateError, type ErrorCode } from '../../shared/errors.ts';
import type { Fingerprint } from '../../shared/ids.ts';
import type { Sign } from '../../shared/record/seal.ts';
import { blobOfLine, fingerprintOf, newPrivateKey } from './ed25519.ts';
import type { KeyStore } from './keyStore.ts';
import { readOpensshKey, writeOpensshKey } from './opensshKey.ts';
import { readPrivate, writePrivate } from './privateFile.ts';
import { agentSign, listAgentKeys } from './sshAgent.ts';
import { createSigner, type Signer } from './sshsig.ts';

/** Where a key's private half is: in the system's key store, in a private file of the desk, in the ssh-agent, elsewhere. */
export type KeyPlace = 'key-store' | 'private-file' | 'ssh-agent' | 'ssh-file';

/** A key that this desk can sign with. The private half is asked for when something is signed, not before. */
export interface HeldKey {
  readonly fingerprint: Fingerprint;
  /** `ssh-ed25519 AAAA…` without a comment. */
  readonly publicKey: string;
  readonly place: KeyPlace;
  /** @throws TidegateError `key-unusable`, `key-exposed`, `agent-missing`, `agent-refused` */
  readonly sign: Sign;
}

/** The keys that this desk holds for one board. */
export interface Keyring {
  readonly keys: () => readonly HeldKey[];
  /** Files among the keys that cannot be used, and why. */
  readonly troubles: () => readonly { readonly file: string; readonly code: ErrorCode }[];
  /** Where a key would be kept that is made now. */
  readonly keeps: () => 'key-store' | 'private-file';
  /** Makes a key: in the system's key store where there is one, else in a private file. */
  readonly make: (name: string) => HeldKey;
  /** From now on signs with a key of the ssh-agent too. @throws TidegateError `agent-missing`, `agent-refused` */
  readonly useAgent: (publicKey: string) => Promise<HeldKey>;
  /** From now on signs with this OpenSSH key file too; it stays where it is. */
  readonly useFile: (path: string) => HeldKey;
}

const SEALED = '.sealed';
const AGENT = '.agent';
const POINTER = '.elsewhere';

/** The keyring in this folder; what it holds is read again after every change. */
export function openKeyring(folder: string, store: KeyStore | null): Keyring {
  let known: readonly (HeldKey | { readonly file: string; readonly code: ErrorCode })[] | null = null;
  const all = () => (known ??= fileNames(folder).map((name) => openKey(join(folder, name), store)));
  const held = (): readonly HeldKey[] => all().flatMap((key) => ('sign' in key ? [key] : []));
  const added = (publicKey: string, write: () => void): HeldKey => {
    const before = held().find((key) => key.publicKey === publicKey);
    if (before) return before;
    write();
    known = null;
    const key = held().find((each) => each.publicKey === publicKey);
    if (!key) throw new TidegateError('key-unusable', { why: 'not kept' });
    return key;
  };
  const freePath = (name: string, ending: string): string => {
    const stem = plain(name);
    for (let n = 1; ; n += 1) {
      const path = join(folder, n === 1 ? stem : `${stem}-${n}`);
      if ([SEALED, AGENT, POINTER, ''].every((each) => !existsSync(`${path}${each}`))) return `${path}${ending}`;
    }
  };
  return {
    keys: held,
    troubles: () => all().flatMap((key) => ('sign' in key ? [] : [key])),
    keeps: () => (store?.available() ? 'key-store' : 'private-file'),
    make: (name) => {
      const key = newPrivateKey();
      const { publicKey } = createSigner(key);
      const text = writeOpensshKey(key, plain(name));
      const sealed = store?.available() ? store.protect(text) : null;
      const path = freePath(name, sealed ? SEALED : '');
      return added(publicKey, () => {
        writePrivate(path, sealed ?? text);
        writePrivate(`${path}.pub`, `${publicKey}\n`);
      });
    },
    useAgent: async (publicKey) => {
      const found = (await listAgentKeys()).find((key) => key.publicKey === publicKey);
      if (!found) throw new TidegateError('agent-refused', { why: 'the key is not in the agent' });
      return added(publicKey, () => writePrivate(freePath(found.comment, AGENT), `${publicKey}\n`));
    },
    useFile: (path) => {
      const { publicKey } = readSigner(path);
      return added(publicKey, () => writePrivate(freePath(basename(path), POINTER), `${publicKey}\n${path}\n`));
    },
  };
}

function fileNames(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => !name.endsWith('.pub'))
        .toSorted()
    : [];
}

function openKey(path: string, store: KeyStore | null): HeldKey | { readonly file: string; readonly code: ErrorCode } {
  try {
    if (path.endsWith(AGENT)) {
      const publicKey = readPrivate(path).toString('utf8').trim();
      return named(publicKey, 'ssh-agent', agentSign(publicKey, path));
    }
    if (path.endsWith(POINTER)) {
      const [publicKey = '', elsewhere = ''] = readPrivate(path).toString('utf8').split('\n');
      return named(publicKey, 'ssh-file', (namespace, message) => {
        const signer = readSigner(elsewhere);
        if (signer.publicKey !== publicKey) throw new TidegateError('key-unusable', { why: 'another key lies there' });
        return signer.sign(namespace, message);
      });
    }
    if (path.endsWith(SEALED)) return openSealed(path, store);
    const signer = readSigner(path);
    return { ...signer, place: 'private-file' };
  } catch (error) {
    return { file: basename(path), code: error instanceof TidegateError ? error.code : 'key-unusable' };
  }
}

/** The key store is asked when something is to be signed: it may have to ask its owner. */
function openSealed(path: string, store: KeyStore | null): HeldKey {
  let signer: Signer | null = null;
  const publicKey = readFileSync(`${path}.pub`, 'utf8').trim();
  return named(publicKey, 'key-store', (namespace, message) => {
    signer ??= revealed(path, store);
    if (signer.publicKey !== publicKey) throw new TidegateError('key-unusable', { why: 'another key lies there' });
    return signer.sign(namespace, message);
  });
}

function revealed(path: string, store: KeyStore | null): Signer {
  if (!store?.available()) throw new TidegateError('key-unusable', { why: 'the key store of this system is closed' });
  try {
    return createSigner(readOpensshKey(store.reveal(readPrivate(path))));
  } catch (error) {
    if (error instanceof TidegateError) throw error;
    throw new TidegateError('key-unusable', { why: 'the key store does not give it back' }, error);
  }
}

function readSigner(path: string): Signer {
  return createSigner(readOpensshKey(readPrivate(path).toString('utf8')));
}

function named(publicKey: string, place: KeyPlace, sign: Sign): HeldKey {
  const blob = blobOfLine(publicKey);
  if (!blob) throw new TidegateError('key-unusable', { why: 'not an Ed25519 key' });
  return { fingerprint: fingerprintOf(blob), publicKey, place, sign };
}

/** A name that is a plain file name everywhere. */
function plain(name: string): string {
  return (
    name
      .replaceAll(/[^A-Za-z0-9-]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 60) || 'key'
  );
}
