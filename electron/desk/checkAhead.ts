import { isOfKind } from '../../shared/ledger/state.ts';
import type { AddedFile, LineCommit, VerifySignature } from '../../shared/ledger/line.ts';
import { decodeFile } from '../../shared/record/codec.ts';
import { fingerprintOfLine } from '../../shared/record/sshKey.ts';
import type { AskedSignature } from '../seal/signatureOrder.ts';
import { openSignatureThreads, type SignatureThreads } from '../seal/signatureThreads.ts';
import { verifySshsig } from '../seal/sshsig.ts';

/** Checks the signatures of a long line in threads while what came before is taken in. */
export interface AheadChecker {
  /** The answer found ahead where there is one for exactly this question, else checked here and now. */
  readonly verify: VerifySignature;
  /** Hands the same commits over in the same order, files decoded, what their signatures say found out. */
  readonly ahead: (commits: AsyncIterable<LineCommit>) => AsyncIterable<LineCommit>;
}

/** Enough work to be worth a message. */
const BATCH_FILES = 250;
/** Questions in one message: an import is one commit of many thousand files, for all threads. */
const PART = 200;
/** So many batches are under way: the threads never wait for the reader, and memory stays bounded. */
const BATCHES = 4;

interface Batch {
  readonly commits: readonly LineCommit[];
  readonly checked: Promise<readonly (readonly [AskedSignature, boolean])[]>;
}

export function createAheadChecker(): AheadChecker {
  const found = new Map<string, readonly [AskedSignature, boolean]>();
  const verify: VerifySignature = (given) => {
    const [asked, isGood] = found.get(given.sig) ?? [null, false];
    return asked && isSame(asked, given) ? isGood : verifySshsig(given);
  };

  async function* ahead(commits: AsyncIterable<LineCommit>): AsyncIterable<LineCommit> {
    const keys = new Map<string, string>();
    let threads: SignatureThreads | null = null;
    const under: Batch[] = [];
    try {
      for await (const { batch, isLast } of batches(commits)) {
        const decoded = batch.map((commit) => ({ ...commit, added: commit.added.map(withDecoded) }));
        for (const { added } of decoded) for (const file of added) noteKeys(file, keys);
        // A few records are checked sooner than a thread has started.
        threads ??= isLast ? null : openSignatureThreads();
        const asked = threads ? decoded.flatMap(({ added }) => added.flatMap((file) => questionOf(file, keys))) : [];
        under.push({ commits: decoded, checked: threads ? answered(threads, asked) : Promise.resolve([]) });
        if (under.length >= BATCHES) yield* next(under.shift());
      }
      while (under.length > 0) yield* next(under.shift());
    } finally {
      found.clear();
      for (const { checked } of under) checked.catch(() => undefined);
      threads?.close();
    }
  }
  async function* next(batch: Batch | undefined): AsyncIterable<LineCommit> {
    found.clear();
    for (const answer of (await batch?.checked) ?? []) found.set(answer[0].sig, answer);
    yield* batch?.commits ?? [];
  }
  return { verify, ahead };
}

async function answered(
  threads: SignatureThreads,
  asked: readonly AskedSignature[],
): Promise<readonly (readonly [AskedSignature, boolean])[]> {
  const parts: AskedSignature[][] = [];
  for (let from = 0; from < asked.length; from += PART) parts.push(asked.slice(from, from + PART));
  const good = (await Promise.all(parts.map((part) => threads.check(part)))).flat();
  return asked.map((question, n) => [question, good[n] ?? false] as const);
}

async function* batches(
  commits: AsyncIterable<LineCommit>,
): AsyncIterable<{ readonly batch: readonly LineCommit[]; readonly isLast: boolean }> {
  let batch: LineCommit[] = [];
  let files = 0;
  for await (const commit of commits) {
    if (files >= BATCH_FILES) {
      yield { batch, isLast: false };
      batch = [];
      files = 0;
    }
    batch.push(commit);
    files += commit.added.length;
  }
  yield { batch, isLast: files < BATCH_FILES };
}

function withDecoded(file: AddedFile): AddedFile {
  return file.mode === '100644' && file.text !== null ? { ...file, decoded: decodeFile(file.path, file.text) } : file;
}

/** Every key that a roster or the ledger names. A fingerprint proves its key; whether it counts is judged later. */
function noteKeys({ decoded }: AddedFile, keys: Map<string, string>): void {
  if (!decoded?.ok) return;
  const filed = { record: decoded.record, digest: decoded.digest, path: '', position: 0 };
  const named = isOfKind(filed, 'roster') ? filed.record.body.people.flatMap((member) => member.keys) : [];
  const root = isOfKind(filed, 'ledger') ? [filed.record.body.root] : [];
  for (const { fingerprint, publicKey } of [...named, ...root])
    if (fingerprintOfLine(publicKey) === fingerprint) keys.set(fingerprint, publicKey);
}

function questionOf({ decoded }: AddedFile, keys: ReadonlyMap<string, string>): AskedSignature[] {
  if (!decoded?.ok) return [];
  const { kind, signed } = decoded.record;
  const publicKey = keys.get(signed.key);
  if (publicKey === undefined) return [];
  return [{ publicKey, namespace: `tidegate-${kind}`, message: decoded.signedText, sig: signed.sig }];
}

function isSame(asked: AskedSignature, given: AskedSignature): boolean {
  return (
    asked.publicKey === given.publicKey &&
    asked.namespace === given.namespace &&
    asked.message === given.message &&
    asked.sig === given.sig
  );
}
