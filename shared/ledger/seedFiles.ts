import type { Fingerprint } from '../ids.ts';
import { decodeFile, type Decoded, type Envelope } from '../record/codec.ts';
import type { CheckpointBody } from '../record/body/ledgerBody.ts';
import type { Filed } from '../record/envelope.ts';
import { fingerprintOfLine } from '../record/sshKey.ts';
import { isPlainPath } from '../record/layout.ts';
import { toMs } from '../time/instant.ts';
import type { AddedFile, VerifySignature } from './line.ts';
import { isOfKind } from './state.ts';

/** A file at the checkpoint's commit, decoded, its signature checked against the key it names. */
export interface SeedFile {
  readonly filed: Filed;
  readonly blob: string;
  readonly standing: 'counted' | 'pending' | 'voided' | 'set-aside';
}

/** A file that could not be understood although it is signed by a key of the roster. */
export interface SeedProblem {
  readonly file: AddedFile;
  readonly detail: string;
  /** Listed as set aside, so that it matters only when an entitled member signed it. */
  readonly envelope: Envelope | null;
}

export interface Seeds {
  readonly files: readonly SeedFile[];
  readonly problems: readonly SeedProblem[];
}

/**
 * Reads the files of a checkpoint's commit. Whatever is signed and cannot be understood is a problem, unless the
 * checkpoint says that it did not count anyway; what nobody signed never counted, whatever a checkpoint says.
 *
 * @param placed the position at which a path was added, as far as it is known; 0 stands for "long ago"
 */
export function readSeeds(
  { setAside, voided = [], pending = [], late = [] }: CheckpointBody,
  files: readonly AddedFile[],
  placed: (path: string) => number,
  verify: VerifySignature,
): Seeds {
  const standings = new Map<string, SeedFile['standing']>(setAside.map(({ path }) => [path, 'set-aside']));
  for (const { path } of voided) standings.set(path, 'voided');
  for (const { path } of pending) standings.set(path, 'pending');
  const decoded = files
    .filter(({ path }) => !path.startsWith('schemas/') && isPlainPath(path))
    .map((file) => ({
      file,
      text: file.mode === '100644' && file.text !== null ? decodeFile(file.path, file.text) : null,
    }));
  const keys = keysOf(decoded.map(({ text }) => text));

  const times = new Map(late.map(({ digest, at }) => [digest, toMs(at)]));
  const seeds: SeedFile[] = [];
  const problems: SeedProblem[] = [];
  for (const { file, text } of decoded) {
    const good = text !== null && isSigned(text, keys, verify);
    if (text?.ok && good) {
      const { record, digest } = text;
      const told = times.get(digest);
      const place = { path: file.path, position: placed(file.path) };
      const filed: Filed = { record, digest, ...place, ...(told === undefined ? {} : { effectiveAt: told }) };
      const standing = standings.get(file.path) ?? 'counted';
      seeds.push({ filed, blob: file.blob, standing });
    } else if (good && text !== null && !text.ok)
      problems.push({
        file,
        detail: text.detail,
        envelope: standings.has(file.path) ? (text.envelope ?? null) : null,
      });
  }
  return { files: seeds, problems };
}

function isSigned(text: Decoded, keys: ReadonlyMap<Fingerprint, string>, verify: VerifySignature): boolean {
  const given = text.ok ? text.record : text.envelope;
  const publicKey = keys.get(given?.signed.key ?? '');
  if (!given || publicKey === undefined || text.signedText === undefined) return false;
  const { sig } = given.signed;
  return verify({ publicKey, namespace: `tidegate-${given.kind}`, message: text.signedText, sig });
}

/** Every key that any roster or the ledger names. A fingerprint proves its key, so no trust is needed here. */
function keysOf(texts: readonly (Decoded | null)[]): ReadonlyMap<Fingerprint, string> {
  const keys = new Map<Fingerprint, string>();
  for (const text of texts) {
    if (!text?.ok) continue;
    const filed: Filed = { record: text.record, digest: text.digest, path: '', position: 0 };
    const named = isOfKind(filed, 'roster') ? filed.record.body.people.flatMap((member) => member.keys) : [];
    const root = isOfKind(filed, 'ledger') ? [filed.record.body.root] : [];
    for (const { fingerprint, publicKey } of [...named, ...root])
      if (fingerprintOfLine(publicKey) === fingerprint) keys.set(fingerprint, publicKey);
  }
  return keys;
}
