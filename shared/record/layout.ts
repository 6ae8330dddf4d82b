import type { ChangeId, RecordId } from '../ids.ts';
import type { LedgerRecord } from './envelope.ts';
import type { Kind } from './kinds.ts';

/** The only places that are ever read; everything else in the repository is scenery. */
export const roots = [
  'ledger',
  'roster',
  'policy',
  'services',
  'sites',
  'windows',
  'templates',
  'changes',
  'meetings',
  'people',
  'checkpoints',
  'schemas',
] as const;
const rootNames: ReadonlySet<string> = new Set(roots);

/** What a path says about its file. `subject` is the site, service, window or change it belongs to. */
export interface Identity {
  readonly kind: Kind;
  readonly subject?: string;
  readonly id: RecordId;
}

export function isUnderRoot(path: string): boolean {
  return rootNames.has(path.split('/', 1)[0] ?? '');
}

/** `changes/2026/7K/CHG-2026-7K3FQ2M`: an id is its path. */
export function changeFolder(change: ChangeId): string {
  return `changes/${change.slice(4, 8)}/${change.slice(9, 11)}/${change}`;
}

const changeFolders = {
  request: 'request',
  decision: 'decisions',
  evidence: 'evidence',
  receipt: 'receipts',
  waiver: 'waivers',
  review: 'reviews',
  comment: 'comments',
} as const;
const subjectRoots = { site: 'sites', service: 'services', window: 'windows' } as const;

/** Where does this record belong? Computed from its content alone. */
export function pathOf(record: LedgerRecord): string {
  const file = `${record.id}.json`;
  switch (record.kind) {
    case 'ledger':
    case 'roster':
    case 'policy':
      return `${record.kind}/${file}`;
    case 'site':
      return `sites/${record.body.site}/${file}`;
    case 'service':
      return `services/${record.body.service}/${file}`;
    case 'window':
      return `windows/${record.body.window}/${file}`;
    case 'request':
    case 'decision':
    case 'evidence':
    case 'receipt':
    case 'waiver':
    case 'review':
    case 'comment':
      return `${changeFolder(record.body.change)}/${changeFolders[record.kind]}/${file}`;
    case 'cosign':
      return `${cosignFolder(record.body.of)}/cosigns/${file}`;
    case 'template':
      return `templates/${record.body.template}/${file}`;
    case 'meeting':
      return `meetings/${record.body.meeting.slice(4, 8)}/${record.body.meeting}/${file}`;
    case 'delegation':
      return `people/${record.body.person}/delegations/${file}`;
    case 'enrolment':
      return `people/${record.body.person}/enrolments/${file}`;
    case 'checkpoint':
      return `checkpoints/${file}`;
    case 'quarantine':
      return `ledger/quarantines/${file}`;
  }
}

function cosignFolder(of: { readonly kind: string; readonly subject?: string | undefined }): string {
  const subject = of.subject ?? '';
  if (of.kind === 'request' || of.kind === 'waiver') return changeFolder(subject);
  if (of.kind === 'site' || of.kind === 'service' || of.kind === 'window') return `${subjectRoots[of.kind]}/${subject}`;
  return of.kind;
}

type Shape = readonly [RegExp, Kind];
const ULID = '([0-7][0-9A-HJKMNP-TV-Z]{25})\\.json$';
const NAME = '([a-z0-9][a-z0-9-]{0,62})';
const CHANGE = '(?:\\d{4})/(?:[0-9A-HJKMNP-TV-Z]{2})/(CHG-\\d{4}-[0-9A-HJKMNP-TV-Z]{7})';
const shapes: readonly Shape[] = [
  [new RegExp(`^ledger()/${ULID}`), 'ledger'],
  [new RegExp(`^roster()/${ULID}`), 'roster'],
  [new RegExp(`^policy()/${ULID}`), 'policy'],
  [new RegExp(`^checkpoints()/${ULID}`), 'checkpoint'],
  [new RegExp(`^ledger/quarantines()/${ULID}`), 'quarantine'],
  [new RegExp(`^(?:ledger|roster|policy)()/cosigns/${ULID}`), 'cosign'],
  [new RegExp(`^sites/${NAME}/${ULID}`), 'site'],
  [new RegExp(`^services/${NAME}/${ULID}`), 'service'],
  [new RegExp(`^windows/${NAME}/${ULID}`), 'window'],
  [new RegExp(`^(?:sites|services|windows)/${NAME}/cosigns/${ULID}`), 'cosign'],
  [new RegExp(`^changes/${CHANGE}/request/${ULID}`), 'request'],
  [new RegExp(`^changes/${CHANGE}/decisions/${ULID}`), 'decision'],
  [new RegExp(`^changes/${CHANGE}/evidence/${ULID}`), 'evidence'],
  [new RegExp(`^changes/${CHANGE}/receipts/${ULID}`), 'receipt'],
  [new RegExp(`^changes/${CHANGE}/waivers/${ULID}`), 'waiver'],
  [new RegExp(`^changes/${CHANGE}/reviews/${ULID}`), 'review'],
  [new RegExp(`^changes/${CHANGE}/comments/${ULID}`), 'comment'],
  [new RegExp(`^changes/${CHANGE}/cosigns/${ULID}`), 'cosign'],
  [new RegExp(`^templates/${NAME}/${ULID}`), 'template'],
  [new RegExp(`^meetings/\\d{4}/(MTG-\\d{4}-[0-9A-HJKMNP-TV-Z]{7})/${ULID}`), 'meeting'],
  [new RegExp(`^people/${NAME}/delegations/${ULID}`), 'delegation'],
  [new RegExp(`^people/${NAME}/enrolments/${ULID}`), 'enrolment'],
];

/** What kind of record, about what, does this path promise? Null for a path that no record has. */
export function identifyPath(path: string): Identity | null {
  for (const [shape, kind] of shapes) {
    const found = shape.exec(path);
    if (!found) continue;
    const [, subject = '', id = ''] = found;
    if (subject.startsWith('CHG-') && !path.startsWith(`${changeFolder(subject)}/`)) return null;
    return subject === '' ? { kind, id } : { kind, subject, id };
  }
  return null;
}

/** Could any version have put a record there? Letters, digits and `._-`, short enough for a checkpoint to name. */
export function isPlainPath(path: string): boolean {
  return path.length <= 400 && hasPlainNames(path);
}

/** Nothing in it may be read as quoting, an option or a way out of the tree. */
export function hasPlainNames(path: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/.test(path);
}

/** Which change's folder does this path lie in? */
export function changeOfPath(path: string): ChangeId | null {
  return new RegExp(`^changes/${CHANGE}/`).exec(path)?.[1] ?? null;
}
