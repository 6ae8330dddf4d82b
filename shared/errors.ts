/** Every refusal. A new code does not compile until `renderer/ui/problemWords.ts` has a sentence for it. */
export type ErrorCode =
  | 'address-refused'
  | 'agent-missing'
  | 'agent-refused'
  | 'board-gone'
  | 'board-is-here'
  | 'board-not-found'
  | 'board-unreadable'
  | 'branch-protected'
  | 'cancelled'
  | 'change-not-found'
  | 'clock-off'
  | 'disk-full'
  | 'draft-not-found'
  | 'file-unreadable'
  | 'git-failed'
  | 'git-missing'
  | 'git-too-old'
  | 'import-in-progress'
  | 'input-rejected'
  | 'job-not-found'
  | 'key-exposed'
  | 'key-known'
  | 'key-too-new'
  | 'key-unusable'
  | 'last-admin'
  | 'ledger-damaged'
  | 'ledger-halted'
  | 'mapping-unusable'
  | 'no-board'
  | 'node-too-old'
  | 'not-a-member'
  | 'not-entitled'
  | 'not-here'
  | 'not-saved'
  | 'own-change'
  | 'outbox-sent'
  | 'person-known'
  | 'person-not-found'
  | 'publish-in-progress'
  | 'record-malformed'
  | 'record-too-large'
  | 'remote-damaged'
  | 'remote-gone'
  | 'remote-moved'
  | 'remote-not-a-board'
  | 'remote-not-empty'
  | 'remote-read-only'
  | 'remote-refused-login'
  | 'remote-rewritten'
  | 'remote-unreachable'
  | 'remote-untrusted'
  | 'request-not-found'
  | 'root-mismatch'
  | 'rule-unreadable'
  | 'schedule-endless'
  | 'service-not-found'
  | 'site-not-found'
  | 'stale-record'
  | 'sync-paused'
  | 'unexpected'
  | 'unknown-zone'
  | 'window-not-found'
  | 'words-differ'
  | 'workspace-damaged'
  | 'workspace-too-new';

export type Facts = Readonly<Record<string, string | number>>;

/** A refusal: a code for programs, flat facts for the sentence that people read. */
export class TidegateError extends Error {
  override readonly name = 'TidegateError';
  readonly code: ErrorCode;
  /** Ids, paths, line numbers; never prose. Survives JSON. */
  readonly facts: Facts;

  constructor(code: ErrorCode, facts: Facts = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(facts)}`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.facts = facts;
  }
}

/** Closes a union: a member that is not handled does not compile. */
export function assertNever(value: never): never {
  throw new TidegateError('unexpected', { value: String(value) });
}
