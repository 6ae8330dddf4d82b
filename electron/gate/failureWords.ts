import { TidegateError } from '../../shared/errors.ts';
import { safeText } from '../../shared/gate/safeText.ts';
import { roles } from '../../shared/record/words.ts';

/** What went wrong with the gate itself, in one line and without a stack. */
export function failureWords(error: unknown, folder: string): string {
  const where = safeText(folder);
  if (!(error instanceof TidegateError)) {
    const said = error instanceof Error ? error.message : String(error);
    return `something unforeseen happened: ${safeText(said)}`;
  }
  switch (error.code) {
    case 'git-missing':
      return 'git is not installed, or not on the PATH';
    case 'git-too-old':
      return `git ${fact(error, 'found')} is too old, ${fact(error, 'needed')} or newer is needed`;
    case 'input-rejected':
      return inputWords(error, where);
    case 'file-unreadable':
      return `${fact(error, 'file')} cannot be used: ${fact(error, 'problem')}`;
    case 'git-failed':
      return gitWords(error, where);
    case 'key-exposed':
      return `the key cannot be used: others may read ${fact(error, 'file')}: chmod 600`;
    case 'key-unusable':
      return `the key cannot be used: ${fact(error, 'why')} ${fact(error, 'fingerprint')}`.trimEnd();
    case 'not-entitled':
      return `nothing was begun or recorded: of ${fact(error, 'person')}, ${fact(error, 'why')}`;
    case 'stale-record':
      return `nothing was recorded: no start of ${fact(error, 'change')} is open that this could be the end of`;
    case 'remote-moved':
      return `others wrote to the ledger ${fact(error, 'tries')} times while this was judged: try again`;
    case 'ledger-halted':
      return lineWords(error, where);
    case 'remote-unreachable':
      return `the remote of ${where} does not answer: ${fact(error, 'said')}`;
    case 'remote-refused-login':
      return `${error.facts['why'] === 'proxy' ? 'the proxy before the' : 'the'} remote of ${where} refused this login, and was asked once only: ${fact(error, 'said')}`;
    default:
      return `${error.code.replaceAll('-', ' ')}: ${safeText(JSON.stringify(error.facts))}`;
  }
}

const fact = (error: TidegateError, name: string) => safeText(String(error.facts[name] ?? ''));

function inputWords(error: TidegateError, where: string): string {
  if (error.facts['state'] !== undefined) return `${fact(error, 'state')} holds no commit that --state has written`;
  if (error.facts['for'] !== undefined)
    return `--for ${fact(error, 'for')} is neither a member of this board nor a role: ${roles.join(', ')}`;
  return `${where} holds no commit ${fact(error, 'commit')}`;
}

function lineWords(error: TidegateError, where: string): string {
  if (error.facts['why'] === 'shallow')
    return `${where} is a shallow clone, cut off: git fetch --unshallow, then ask again`;
  if (error.facts['why'] !== 'rewritten') return `the line of ${where} is broken: ${fact(error, 'why')}`;
  const gone = `the remote of ${where} no longer holds ${fact(error, 'commit')}, which it held before`;
  return error.facts['shallow'] === undefined
    ? `${gone}: its line went back or was rewritten`
    : `${gone}, or this shallow clone is cut off after it: git fetch --unshallow tells`;
}

function gitWords(error: TidegateError, where: string): string {
  const said = String(error.facts['stderr'] ?? '');
  if (/not a git repository|cannot change to/i.test(said)) return `${where} is not a Git repository`;
  if (/dubious ownership/i.test(said)) {
    return `git refuses ${where} because another user owns it: git config --global --add safe.directory`;
  }
  const [first = ''] = said.split('\n');
  return `git ${fact(error, 'command')} failed in ${where}: ${safeText(first) || 'it gave no reason'}`;
}
