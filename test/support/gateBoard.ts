import { createHash } from 'node:crypto';
import { initBare } from '../../electron/git/repository.ts';
import { verifyToEnd } from '../../electron/git/verifyToEnd.ts';
import { writeCommit } from '../../electron/git/writeCommit.ts';
import { verifySshsig } from '../../electron/seal/sshsig.ts';
import { materialDigest } from '../../shared/change/material.ts';
import { defaultPolicy } from '../../shared/policy/defaultPolicy.ts';
import type { PolicyBody } from '../../shared/record/body/policyBody.ts';
import type { RequestBody } from '../../shared/record/body/requestBody.ts';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import type { BodyOf, Kind } from '../../shared/record/kinds.ts';
import { sealRecord } from '../../shared/record/seal.ts';
import type { EvidenceKind, Role } from '../../shared/record/words.ts';
import { DAY_MS, HOUR_MS, toInstant, type Ms } from '../../shared/time/instant.ts';
import { stateTz, type StatedTz } from '../../shared/time/statedTz.ts';
import { wallAt } from '../../shared/time/zone.ts';
import { windowOf } from './ledgerBodies.ts';
import { member, signerNamed } from './ledgerPeople.ts';

interface Approval {
  readonly by: string;
  readonly role: Role;
}
interface Asked {
  readonly request?: Partial<RequestBody>;
  readonly approvals?: readonly Approval[];
  readonly evidence?: readonly EvidenceKind[];
}

/** A real bare repository with a signed board in it, dated around `now`. */
export interface GateBoard {
  readonly folder: string;
  readonly root: string;
  readonly now: Ms;
  /** Signs one record over the current head and commits it; returns the commit. */
  readonly add: <K extends Kind>(kind: K, body: BodyOf<K>, by?: string) => Promise<string>;
  /** The same, and returns the record's digest. */
  readonly say: <K extends Kind>(kind: K, body: BodyOf<K>, by?: string) => Promise<string>;
  /** From here on records are signed at this moment and after it. */
  readonly moveTo: (at: Ms) => void;
  /** Commits files as they are. */
  readonly commit: (files: readonly { readonly path: string; readonly text: string }[]) => Promise<string>;
  /** A change on the kiosk that is ready to go unless told otherwise; returns its id. */
  readonly change: (given?: Asked) => Promise<string>;
  readonly window: (given: Partial<WindowBody> & { readonly start: Ms; readonly end: Ms }) => Promise<string>;
  /** Verifies all and lets the auditor vouch for it, on a machine whose clocks are ours unless it states others. */
  readonly checkpoint: (tz?: StatedTz) => Promise<string>;
  readonly head: () => string;
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
let made = 0;
function nextName(length: number): string {
  made += 1;
  let text = '';
  for (let left = made; text.length < length; left = Math.floor(left / 32)) text = crockford[left % 32] + text;
  return text;
}

/** Founds the board ten days before `now`: Lyon and Newark, a kiosk (tier 4) and a till that selling stands on. */
export async function createGateBoard(
  folder: string,
  {
    now,
    sample = false,
    policy = {},
  }: { readonly now: Ms; readonly sample?: boolean; readonly policy?: Partial<PolicyBody> },
): Promise<GateBoard> {
  await initBare(folder);
  let clock = now - 10 * DAY_MS;
  let head: string | null = null;
  const ledger = `01KAH${nextName(21)}`;
  const seal = <K extends Kind>(kind: K, body: BodyOf<K>, by: string, seen: string | null) => {
    const signer = signerNamed(seen === null ? 'root' : by);
    const id = kind === 'ledger' ? ledger : `01KAH${nextName(21)}`;
    const claim = { kind, body, ledger, by, key: signer.fingerprint, at: toInstant(clock), id };
    return sealRecord(seen === null ? claim : { ...claim, seen }, signer.sign);
  };
  const commit: GateBoard['commit'] = async (files) => {
    clock += 60_000;
    const author = { name: 'Test', email: 'test@example.org' };
    head = await writeCommit(folder, { parent: head, files, message: 'Add', author, at: clock });
    return head;
  };
  const say: GateBoard['say'] = async (kind, body, by = 'carl') => {
    const sealed = seal(kind, body, by, head);
    await commit([sealed]);
    return sealed.digest;
  };
  const add: GateBoard['add'] = (kind, body, by = 'carl') => commit([seal(kind, body, by, head)]);

  const { publicKey, fingerprint } = signerNamed('root');
  const identity = { format: 1 as const, name: 'Gate board', sample, root: { publicKey, fingerprint }, follows: [] };
  await commit([
    seal('ledger', identity, 'ada', null),
    seal('roster', { people: [...people], follows: [] }, 'ada', null),
    seal('policy', { ...defaultPolicy(), ...policy, follows: [] }, 'ada', null),
  ]);
  const service = { tenancy: 'dedicated' as const, owner: 'sofia', dependsOn: [], follows: [] };
  await commit([
    seal(
      'site',
      { site: 'lyon', name: 'Lyon', kind: 'store', zone: 'Europe/Paris', country: 'FR', follows: [] },
      'carl',
      head,
    ),
    seal(
      'site',
      { site: 'newark', name: 'Newark', kind: 'hub', zone: 'America/New_York', country: 'US', follows: [] },
      'carl',
      head,
    ),
    seal(
      'service',
      { ...service, service: 'kiosk', name: 'Kiosk', kind: 'device', tier: 4, sites: ['lyon', 'newark'] },
      'carl',
      head,
    ),
    seal(
      'service',
      { ...service, service: 'till', name: 'Till', kind: 'application', tier: 1, sites: ['lyon'] },
      'carl',
      head,
    ),
  ]);

  const change: GateBoard['change'] = async ({ request, approvals, evidence } = {}) => {
    const id = `CHG-2026-${nextName(7)}`;
    const body = { ...readyRequest(id, now), ...request };
    await add('request', body, 'rita');
    for (const kind of evidence ?? ['build-test']) await add('evidence', evidenceOf(id, kind, now), 'ivan');
    for (const { by, role } of approvals ?? [{ by: 'petra', role: 'peer' }])
      await add('decision', approvalOf(body, role), by);
    return id;
  };
  const window: GateBoard['window'] = ({ start, end, ...given }) => {
    const zone = given.zone ?? 'Europe/Paris';
    const schedule = { form: 'once' as const, start: wallAt(start, zone), end: wallAt(end, zone) };
    return add('window', windowOf({ ownerRole: 'change-manager', owner: 'carl', schedule, ...given }));
  };
  const checkpoint: GateBoard['checkpoint'] = async (tz = ourTz(clock)) => {
    const verified = await verifyToEnd(folder, { to: head ?? '', root: fingerprint, verify: verifySshsig });
    if (!verified.checkpoint) throw new Error('the line is broken');
    return add('checkpoint', { ...verified.checkpoint, tz }, 'audra');
  };
  const moveTo = (at: Ms) => {
    clock = at;
  };
  return {
    folder,
    root: fingerprint,
    now,
    add,
    say,
    moveTo,
    commit,
    change,
    window,
    checkpoint,
    head: () => head ?? '',
  };
}

const people = [
  member('ada', ['admin']),
  member('carl', ['change-manager']),
  member('rita', ['requester']),
  member('ivan', ['implementer']),
  member('petra', ['peer']),
  member('sofia', ['service-owner']),
  member('bruno', ['business-owner']),
  member('pipe', ['pipeline']),
  member('audra', ['auditor']),
];

/** How this machine reads the clocks of the board's places. */
export const ourTz = (at: Ms): StatedTz =>
  stateTz(['Europe/Paris', 'America/New_York'], process.versions.tz ?? 'unknown', at);

export const artifact = `sha256:${createHash('sha256').update('kiosk').digest('hex')}`;

/** A low risk: a new kiosk screen, from two hours ago until six hours from now. */
function readyRequest(change: string, now: Ms): RequestBody {
  return {
    change,
    title: 'New kiosk screen',
    summary: 'Easier to read',
    type: 'normal',
    category: 'observability',
    environment: 'production',
    services: ['kiosk'],
    sites: ['lyon'],
    tenants: [],
    requester: 'rita',
    implementer: 'ivan',
    timing: {
      earliestStart: toInstant(now - 2 * HOUR_MS),
      start: toInstant(now - HOUR_MS),
      minutes: 60,
      latestEnd: toInstant(now + 6 * HOUR_MS),
    },
    artifacts: [{ service: 'kiosk', digest: artifact }],
    plans: {
      implementation: 'Roll it out',
      validation: 'Look at it',
      rollback: { steps: 'Roll it back', criteria: 'It is dark', readiness: 'rehearsed' },
      communication: 'Told',
      fallback: 'Paper',
    },
    data: 'reversible',
    phases: [],
    follows: [],
  };
}

function evidenceOf(change: string, kind: EvidenceKind, now: Ms): BodyOf<'evidence'> {
  const measuredAt = toInstant(now - 11 * DAY_MS);
  return { change, evidence: kind, title: kind, measuredAt, detail: '', follows: [] };
}

function approvalOf(request: RequestBody, role: Role): BodyOf<'decision'> {
  const points = { collisions: 0, 'track-record': 3 };
  return {
    change: request.change,
    material: { version: 1, digest: materialDigest(request) },
    verdict: 'approve',
    role,
    risk: { score: 3, band: 'low', points },
    follows: [],
  };
}
