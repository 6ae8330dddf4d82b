import type { ChangeFile } from '../../shared/change/changeFile.ts';
import type { AssessContext } from '../../shared/change/assess.ts';
import { materialDigest } from '../../shared/change/material.ts';
import type { JudgeContext, VerdictSource } from '../../shared/gate/judgeContext.ts';
import type { Question } from '../../shared/gate/verdict.ts';
import type { Board } from '../../shared/ledger/board.ts';
import { defaultPolicy } from '../../shared/policy/defaultPolicy.ts';
import type { DecisionBody, EvidenceBody, ReceiptBody } from '../../shared/record/body/decisionBody.ts';
import type { PolicyBody } from '../../shared/record/body/policyBody.ts';
import type { RequestBody } from '../../shared/record/body/requestBody.ts';
import type { Member } from '../../shared/record/body/rosterBody.ts';
import type { ServiceBody, SiteBody } from '../../shared/record/body/siteBody.ts';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import { evidenceKinds, type EvidenceKind, type Role } from '../../shared/record/words.ts';
import { emptyTrackRecord } from '../../shared/risk/trackRecord.ts';
import { createTopology } from '../../shared/topology/createTopology.ts';
import { createWindowContext } from '../../shared/window/windowContext.ts';
import { filed } from './filedBuild.ts';
import { someWaivers, type WaiverGiven } from './waiverBuild.ts';
import { aService, aSite, at } from './windowBuild.ts';

export const CHANGE = 'CHG-2026-7K3FQ2M';
/** A quiet Tuesday on which most of the tests take place. */
export const NOW = at('2026-11-10T12:00');
export const anArtifact = `sha256:${'a'.repeat(64)}`;
const fingerprint = `SHA256:${'A'.repeat(43)}`;

export function aRequest(given: Partial<RequestBody> = {}): RequestBody {
  return {
    change: CHANGE,
    title: 'New tax table',
    summary: 'The tax office asks for it',
    type: 'normal',
    category: 'configuration',
    environment: 'production',
    services: ['till'],
    sites: ['lyon'],
    tenants: [],
    requester: 'rita',
    implementer: 'ivo',
    timing: {
      earliestStart: '2026-11-10T08:00:00Z',
      start: '2026-11-10T10:00:00Z',
      minutes: 60,
      latestEnd: '2026-11-10T18:00:00Z',
    },
    artifacts: [],
    plans: {
      implementation: 'Load the table',
      validation: 'Sell one item',
      rollback: { steps: 'Load the old table', criteria: 'Wrong tax', readiness: 'rehearsed' },
      communication: 'Tell the stores',
      fallback: 'Hand-written receipts',
    },
    data: 'reversible',
    phases: [],
    follows: [],
    ...given,
  };
}

export function aMember(person: string, roles: readonly Role[], given: Partial<Member> = {}): Member {
  return {
    person,
    name: person[0]!.toUpperCase() + person.slice(1),
    keys: [{ fingerprint, publicKey: 'ssh-ed25519 AAAA', label: 'desk' }],
    roles: roles.map((role) => ({ role, reach: 'everything' })),
    ...given,
  };
}

const people: readonly Member[] = [
  aMember('rita', ['requester', 'peer']),
  aMember('ivo', ['implementer', 'peer']),
  aMember('pia', ['peer']),
  aMember('sam', ['service-owner']),
  aMember('bea', ['business-owner']),
  aMember('paul', ['process-owner']),
  aMember('cora', ['change-manager']),
  aMember('dirk', ['director']),
  aMember('rex', ['recovery-owner']),
];

export interface BoardGiven {
  readonly policy?: Partial<PolicyBody>;
  readonly people?: readonly Member[];
  readonly services?: readonly ServiceBody[];
  readonly sites?: readonly SiteBody[];
  readonly windows?: readonly WindowBody[];
  readonly sample?: boolean;
}

/** Lyon and Newark; selling (a process, tier 1) on orders (tier 2) on a database, and a till (tier 4) that stands alone. */
function aBoard(given: BoardGiven = {}): Board {
  const services = given.services ?? [
    aService('selling', ['orders'], { kind: 'business-process', tier: 1, sites: ['lyon'], tenancy: 'dedicated' }),
    aService('orders', ['orders-db'], { sites: ['lyon'], tenancy: 'dedicated' }),
    aService('orders-db', [], { kind: 'database', sites: ['lyon'], tenancy: 'dedicated' }),
    aService('till', [], { tier: 4, sites: ['lyon', 'newark'], tenancy: 'dedicated' }),
  ];
  const sites = given.sites ?? [aSite('lyon'), aSite('newark', 'America/New_York')];
  return {
    ledger: '01J0000000000000000000000A',
    rootFingerprint: fingerprint,
    head: 'c'.repeat(40),
    length: 1,
    identity: {
      format: 1,
      name: 'Board',
      sample: given.sample ?? false,
      root: { publicKey: 'ssh-ed25519 AAAA', fingerprint },
      follows: [],
    },
    roster: { people: [...(given.people ?? people)], follows: [] },
    policy: { ...defaultPolicy(), follows: [], ...given.policy },
    sites: new Map(sites.map((site) => [site.site, site])),
    services: new Map(services.map((service) => [service.service, service])),
    windows: new Map(
      (given.windows ?? []).map((window) => [
        window.window,
        [filed('window', window, window.owner, '2026-11-01T08:00:00Z')],
      ]),
    ),
    voids: { keys: new Map(), roles: [], paths: new Set() },
  };
}

export function aContext(given: BoardGiven & Partial<Pick<AssessContext, 'others' | 'track'>> = {}): AssessContext {
  const board = aBoard(given);
  const topology = createTopology(board.services.values());
  const windows = createWindowContext({ windows: given.windows ?? [], sites: board.sites, topology });
  return { board, windows, others: given.others ?? [], track: given.track ?? emptyTrackRecord };
}

export function aJudgeContext(given: BoardGiven = {}, source: Partial<VerdictSource> = {}): JudgeContext {
  return {
    ...aContext(given),
    source: {
      commit: 'c'.repeat(40),
      checkpoint: '01J0000000000000000000000C',
      dataAgeMinutes: 1,
      problems: [],
      halt: null,
      tz: '2026a',
      sampleAllowed: false,
      ...source,
    },
  };
}

interface Acts {
  readonly approvals?: readonly (readonly [person: string, role: Role, given?: Partial<DecisionBody>, when?: string])[];
  readonly evidence?: readonly EvidenceKind[] | 'all';
  readonly measuredAt?: string;
  readonly receipts?: readonly (Partial<ReceiptBody> & Pick<ReceiptBody, 'event'> & { readonly by?: string })[];
  readonly waivers?: readonly WaiverGiven[];
}

/** A change with what was done about it. Approvals are on the given text unless they say otherwise. */
export function aFile(request: RequestBody, acts: Acts = {}): ChangeFile {
  const digest = materialDigest(request);
  const first = filed('request', request, request.requester, '2026-11-09T09:00:00Z');
  const kinds = acts.evidence === 'all' ? evidenceKinds : (acts.evidence ?? []);
  return {
    change: request.change,
    current: first,
    heads: [first],
    requests: [first],
    decisions: (acts.approvals ?? []).map(([person, role, given, when]) =>
      filed(
        'decision',
        {
          change: request.change,
          material: { version: 1, digest },
          verdict: 'approve',
          role,
          risk: { score: 10, band: 'low', points: { collisions: 0, 'track-record': 3 } },
          follows: [],
          ...given,
        },
        person,
        when ?? '2026-11-09T12:00:00Z',
      ),
    ),
    evidence: kinds.map((evidence) =>
      filed(
        'evidence',
        {
          change: request.change,
          evidence,
          title: evidence,
          measuredAt: acts.measuredAt ?? '2026-11-09T08:00:00Z',
          detail: '',
          follows: [],
        } satisfies EvidenceBody,
        'ivo',
        '2026-11-09T10:00:00Z',
      ),
    ),
    ...someWaivers(request, acts.waivers ?? []),
    reviews: [],
    comments: [],
    receipts: (acts.receipts ?? []).map(({ by = 'pipe', ...receipt }) =>
      filed(
        'receipt',
        {
          change: request.change,
          environment: 'production',
          services: request.services,
          artifacts: [],
          happenedAt: '2026-11-10T10:00:00Z',
          ...receipt,
        },
        by,
        receipt.happenedAt ?? '2026-11-10T10:00:00Z',
      ),
    ),
  };
}

export function aQuestion(given: Partial<Question> = {}): Question {
  return { change: CHANGE, environment: 'production', at: '2026-11-10T12:00:00Z', simulated: false, ...given };
}
