import { createHash } from 'node:crypto';
import { verifySshsig } from '../../electron/seal/sshsig.ts';
import type { LineCommit, Replay, Standing } from '../../shared/ledger/line.ts';
import { createReplay, type ReplayDeps } from '../../shared/ledger/replay.ts';
import type { Member } from '../../shared/record/body/rosterBody.ts';
import type { BodyOf, Kind } from '../../shared/record/kinds.ts';
import { sealRecord, type Sealed } from '../../shared/record/seal.ts';
import { defaultPolicy } from '../../shared/policy/defaultPolicy.ts';
import { toInstant } from '../../shared/time/instant.ts';
import { people, signerNamed } from './ledgerPeople.ts';

export const START = Date.parse('2026-11-20T08:00:00Z');

export interface TextFile {
  readonly path: string;
  readonly text: string;
  readonly mode?: string;
}

interface Signing {
  readonly by?: string;
  /** Whose key signs; the signer's own unless told. */
  readonly key?: string;
  readonly at?: number;
  readonly seen?: string;
  readonly ledger?: string;
  readonly id?: string;
}

/** A line in memory: signs records, adds them commit by commit and keeps what the replay said. */
export interface Line {
  readonly replay: Replay;
  readonly ledger: string;
  readonly commits: readonly LineCommit[];
  readonly head: () => string;
  /** Digest of the ledger, roster or policy revision in force. */
  readonly inForce: (kind: 'ledger' | 'roster' | 'policy') => string;
  readonly sign: <K extends Kind>(kind: K, body: BodyOf<K>, given?: Signing) => Sealed<K>;
  /** Adds the files in one commit. Returns the standings it gave. */
  readonly add: (...files: readonly TextFile[]) => readonly Standing[];
  /** Adds a commit as it is, over the current head unless it says otherwise. */
  readonly push: (given: Partial<LineCommit>) => readonly Standing[];
}

let ids = 0;
/** ULIDs that count up, the same in every run of one test file. */
export function nextId(): string {
  ids += 1;
  return `01KAH${String(ids).padStart(21, '0')}`;
}

export function hashOf(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}

export function addedFile({ path, text, mode = '100644' }: TextFile) {
  return { path, text, mode, blob: hashOf(text) };
}

/** Founds a ledger in its first commit. */
export function startLine(
  given: { people?: readonly Member[]; sample?: boolean; deps?: Partial<ReplayDeps> } = {},
): Line {
  const replay = createReplay({ verify: verifySshsig, root: signerNamed('root').fingerprint, ...given.deps });
  const ledger = nextId();
  const commits: LineCommit[] = [];
  const head = () => commits.at(-1)?.commit ?? '';

  const sign: Line['sign'] = (
    kind,
    body,
    { by = 'ada', key = by, at = START, seen = head(), id = nextId(), ...other } = {},
  ) => {
    const signer = signerNamed(key);
    const unsealed = { kind, body, ledger: other.ledger ?? ledger, by, key: signer.fingerprint, at: toInstant(at), id };
    return sealRecord(seen === '' ? unsealed : { ...unsealed, seen }, signer.sign);
  };
  const push: Line['push'] = (commit) => {
    const parents = head() === '' ? [] : [head()];
    const whole = {
      commit: hashOf(`commit ${commits.length} ${ledger}`),
      parents,
      added: [],
      disturbed: [],
      ...commit,
    };
    commits.push(whole);
    return replay.apply(whole);
  };
  const add: Line['add'] = (...files) =>
    push({ added: files.map(addedFile).toSorted((a, b) => (a.path < b.path ? -1 : 1)) });

  add(...foundingFiles(sign, ledger, given));
  const inForce: Line['inForce'] = (kind) => {
    const saved = replay.save() as { chains: Record<string, { filed: { digest: string } }[]> };
    return saved.chains[kind]?.at(-1)?.filed.digest ?? '';
  };
  return { replay, ledger, commits, head, inForce, sign, add, push };
}

function foundingFiles(
  sign: Line['sign'],
  ledger: string,
  { people: members = people, sample = false }: { people?: readonly Member[]; sample?: boolean },
): TextFile[] {
  const { publicKey, fingerprint } = signerNamed('root');
  const root = { key: 'root', seen: '' };
  const identity: BodyOf<'ledger'> = {
    format: 1,
    name: 'Test board',
    sample,
    root: { publicKey, fingerprint },
    follows: [],
  };
  return [
    sign('ledger', identity, { ...root, id: ledger }),
    sign('roster', { people: [...members], follows: [] }, root),
    sign('policy', { ...defaultPolicy(), follows: [] }, root),
  ];
}

/** `counted`, `pending`, or why the file was set aside: what became of this path. */
export function fate(standings: readonly Standing[], { path }: { readonly path: string }): string {
  const last = standings.findLast(
    (standing) => ('filed' in standing ? standing.filed.path : standing.problem.path) === path,
  );
  if (!last) return 'silent';
  if (!('problem' in last)) return last.standing;
  return last.standing === 'unreadable' ? `unreadable ${last.problem.reason}` : last.problem.reason;
}
