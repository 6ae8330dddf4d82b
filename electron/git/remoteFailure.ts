import { TidegateError, type ErrorCode, type Facts } from '../../shared/errors.ts';
import { plainAddress } from './remoteAddress.ts';

type Doing = 'read' | 'write';
type Rule = readonly [sign: RegExp, code: ErrorCode, facts?: Facts];

/** What Git and servers say, most telling first: a refused push also ends with "failed to push some refs". */
const common: readonly Rule[] = [
  [/find remote ref refs\/heads\/main|Remote branch main not found/, 'remote-not-a-board', { why: 'no-main' }],
  [/remote: .*(No space left on device|Disk quota exceeded)|unpack.*No space left/, 'disk-full', { where: 'remote' }],
  [/No space left on device|Disk quota exceeded/, 'disk-full', { where: 'here' }],
  [/REMOTE HOST IDENTIFICATION HAS CHANGED|Host key for .* has changed/, 'remote-untrusted', { why: 'key-changed' }],
  [/Host key verification failed/, 'remote-untrusted', { why: 'host-key' }],
  [/certificate has expired|not yet valid|CERT_E_EXPIRED|CERT_HAS_EXPIRED/i, 'remote-untrusted', { why: 'tls-date' }],
  [/subject name|WRONG_PRINCIPAL|CN_NO_MATCH|hostname mismatch/i, 'remote-untrusted', { why: 'tls-name' }],
  [
    /certificate verif|SSL certificate|self.signed certificate|certificate problem|SSL CA cert|UNTRUSTED_ROOT|SSL peer certificate/i,
    'remote-untrusted',
    { why: 'tls' },
  ],
  // Somebody made a branch `attachments/…`: while it is there, none can be called `attachments`.
  [/exists; cannot create/, 'branch-protected', { why: 'name-taken' }],
  [/detected dubious ownership/, 'remote-untrusted', { why: 'ownership' }],
  [/cannot run .*ssh|unable to fork/, 'remote-unreachable', { why: 'no-ssh' }],
  [/transport '.*' not allowed|unable to find remote helper|strange (hostname|port|pathname)/, 'address-refused'],
];
const writing: readonly Rule[] = [
  [
    /marked as read.only|read.only (deploy )?key|Permission to .* denied|not allowed to (push|upload)/i,
    'remote-read-only',
  ],
  [/requested URL returned error: 403|HTTP 403/, 'remote-read-only'],
  [/insufficient permission|unable to create temporary|Read-only file system/, 'remote-read-only'],
  // It takes what is sent and cannot make sense of it, for want of what it should hold.
  [/unpacker error|unresolved deltas|missing necessary objects/, 'remote-damaged'],
];
const reading: readonly Rule[] = [[/requested URL returned error: 403|HTTP 403/, 'remote-refused-login']];
const reaching: readonly Rule[] = [
  [/Authentication failed|could not read (Username|Password)|HTTP Basic: Access denied/, 'remote-refused-login'],
  [/requested URL returned error: 401/, 'remote-refused-login'],
  [/(HTTP code|response|returned error:) 407/, 'remote-refused-login', { why: 'proxy' }],
  [/Permission denied \(|Too many authentication failures|no mutual signature/, 'remote-refused-login'],
  [/does not appear to be a git repository|[Rr]epository .*not found|project you were looking for/, 'remote-gone'],
  [/not valid: is this a git repository|requested URL returned error: 4(04|10)/, 'remote-gone'],
  [/repository '.*' does not exist|'.*' is not a git repository|unable to update url base/, 'remote-gone'],
  [/Could not resolve|Failed to connect|Connection (refused|timed out|reset|closed)/i, 'remote-unreachable'],
  [/timed out|No route to host|Network is unreachable|Empty reply|transfer closed/i, 'remote-unreachable'],
  [/requested URL returned error: (429|5\d\d)|RPC failed|early EOF|unexpected disconnect/, 'remote-unreachable'],
  [/hung up unexpectedly|Could not read from remote|unable to access/, 'remote-unreachable'],
];
/** A repository that answers and does not hand out what it says it holds. */
const damaged: readonly Rule[] = [
  [/not our ref|repository corruption|did not send all necessary objects/, 'remote-damaged'],
  [/loose object \S+ \(stored in .*\) is corrupt|bad config (line|variable)/, 'remote-damaged'],
];
/** One line of `git push --porcelain`: the flag, both refs, and why. */
const refusedRef = /^!\t\S*:(\S+)\t\[(remote )?rejected\] \((.*)\)$/m;
const MOVED =
  /fetch first|non-fast-forward|stale info|cannot lock ref|failed to update ref|incorrect old value|reference already exists|failed to (lock|write)/;

/**
 * What Git's last words mean for a person who waits for the remote.
 *
 * @param said standard error without progress, English
 * @param answers standard output of a push in its porcelain form
 */
export function remoteFailure({
  command,
  said,
  answers,
  status,
}: {
  readonly command: string;
  readonly said: string;
  readonly answers: string;
  readonly status: number;
}): TidegateError {
  const doing: Doing = command === 'push' ? 'write' : 'read';
  const [, ref, byRemote, why = ''] = refusedRef.exec(answers) ?? [];
  const words = `${said}\n${why}`;
  const rules = [...common, ...(doing === 'write' ? writing : reading)];
  const declined: Rule | null = /declined|protected/.test(why) ? [/./, 'branch-protected'] : null;
  const found =
    declined ?? matching(rules, words) ?? (ref === undefined ? null : refusal(byRemote !== undefined, why, said));
  const [, code, facts] = found ??
    matching(damaged, words) ??
    matching(reaching, words) ?? [null, 'git-failed' as const];
  if (code === 'git-failed') return new TidegateError(code, { command, status, stderr: sayable(words) });
  return new TidegateError(code, { ...facts, command, said: sayable(words) });
}

function matching(rules: readonly Rule[], words: string): Rule | null {
  return rules.find(([sign]) => sign.test(words)) ?? null;
}

function refusal(byRemote: boolean, why: string, said: string): Rule {
  // A server says this only of a line that is put back: it lets nobody do that.
  if (byRemote && why === 'non-fast-forward') return [/./, 'branch-protected'];
  if (MOVED.test(why)) return [/./, 'remote-moved'];
  // A server that locks the branch for somebody else's push says so beside a reason that says nothing.
  if (byRemote && /cannot lock ref|\.lock': File exists/.test(said)) return [/./, 'remote-moved'];
  return [/./, 'branch-protected'];
}

/** Short, on one line, without control characters and without a secret that an address may carry. */
function sayable(words: string): string {
  return plainAddress(words)
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(-300);
}
