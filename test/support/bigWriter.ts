import { defaultPolicy } from '../../shared/policy/defaultPolicy.ts';
import type { CommitId } from '../../shared/ids.ts';
import { canonical } from '../../shared/record/canonical.ts';
import type { LedgerRecord } from '../../shared/record/envelope.ts';
import type { BodyOf, Kind } from '../../shared/record/kinds.ts';
import { pathOf } from '../../shared/record/layout.ts';
import { DAY_MS, toInstant, type Ms } from '../../shared/time/instant.ts';
import { BIG_NOW, bigPeople, bigServices, bigSites, bigWindows } from './bigBoard.ts';
import { signerNamed } from './ledgerPeople.ts';

interface File {
  readonly path: string;
  readonly text: string;
}
/** Makes one commit on the line and answers with its name. */
export type Commit = (files: readonly File[], at: Ms) => Promise<CommitId>;

/** Signs records with real keys and adds them to a line, a commit at a time. */
export interface BigWriter {
  readonly ledger: string;
  /** Signs into the next commit; `seen` is the newest one unless told. */
  readonly add: <K extends Kind>(kind: K, body: BodyOf<K>, by: string, seen?: CommitId) => void;
  readonly commit: () => Promise<void>;
  /** From here on commits are made this way. */
  readonly writeBy: (commit: Commit) => void;
  /** From here on records are signed at this moment and after it. */
  readonly moveTo: (at: Ms) => void;
  readonly head: () => CommitId;
  readonly records: () => number;
  readonly commits: () => number;
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Base 32 as ids write it, `length` digits. */
export function crockford(number: number, length: number): string {
  let text = '';
  for (let left = number; text.length < length; left = Math.floor(left / 32)) text = ALPHABET[left % 32] + text;
  return text;
}

const LEDGER = `01KAH${crockford(1, 21)}`;

/** @param from where a ledger that was written before ended; a new one begins without */
export function createBigWriter(
  first: Commit,
  from: { readonly head: CommitId; readonly records: number; readonly at: Ms } | null = null,
): BigWriter {
  let write = first;
  let clock = from?.at ?? BIG_NOW - 365 * DAY_MS;
  let head = from?.head ?? '';
  let records = from?.records ?? 0;
  let commits = 0;
  let files: File[] = [];

  const add: BigWriter['add'] = (kind, body, by, seen = head) => {
    records += 1;
    const id = kind === 'ledger' ? LEDGER : `${crockford(clock, 10)}${crockford(records, 16)}`;
    const signer = signerNamed(head === '' ? 'root' : by);
    const claim = { by, key: signer.fingerprint, at: toInstant(clock), ...(seen === '' ? {} : { seen }) };
    const message = canonical({ kind, id, ledger: LEDGER, body, signed: claim });
    // As `createImportSealer` writes them: `signed` and `sig` sort last, and nothing is read back.
    const text = `${message.slice(0, -2)},"sig":"${signer.sign(`tidegate-${kind}`, message)}"}}\n`;
    files.push({ path: pathOf({ kind, id, body } as unknown as LedgerRecord), text });
  };
  const commit = async (): Promise<void> => {
    clock += 1_000;
    head = await write(files, clock);
    files = [];
    commits += 1;
  };
  return {
    ledger: LEDGER,
    add,
    commit,
    writeBy: (next) => void (write = next),
    moveTo: (at) => void (clock = Math.max(clock, at)),
    head: () => head,
    records: () => records,
    commits: () => commits,
  };
}

/** The first commits: who may sign, what there is, when it is closed. */
export async function foundBigBoard({ add, commit }: BigWriter): Promise<void> {
  const { publicKey, fingerprint } = signerNamed('root');
  add('ledger', { format: 1, name: 'Big board', sample: false, root: { publicKey, fingerprint }, follows: [] }, 'ada');
  add('roster', { people: [...bigPeople], follows: [] }, 'ada');
  add('policy', { ...defaultPolicy(), follows: [] }, 'ada');
  await commit();
  for (const site of bigSites) add('site', site, 'carl');
  for (const service of bigServices) add('service', service, 'carl');
  await commit();
  for (const window of bigWindows) add('window', window, 'carl');
  await commit();
}
