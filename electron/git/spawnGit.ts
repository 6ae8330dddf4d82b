import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { devNull } from 'node:os';

/**
 * Settings that no repository or user may change under us: bytes stay bytes, no hook, no helper program of
 * the repository's choosing, no rewritten view of history (replace objects, grafts, commit-graph).
 */
const settings = [
  'core.autocrlf=false',
  'core.quotepath=off',
  `core.hooksPath=${devNull}`,
  'core.fsmonitor=false',
  'core.commitGraph=false',
  'core.fsync=committed,loose-object,reference',
  'protocol.ext.allow=never',
  'log.showSignature=false',
  // Ours are bare, and named by their whole path: the setting is for those one stumbles into.
  'safe.bareRepository=all',
].flatMap((setting) => ['-c', setting]);

/** Variables by which a surrounding Git (a hook, a rebase) would redirect ours; and a key that its helpers need not see. */
const foreign =
  /^TIDEGATE_GATE_KEY$|^GIT_(DIR|WORK_TREE|COMMON_DIR|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_.*|CONFIG.*|NAMESPACE|PREFIX|TRACE.*)$/;

function environment(): Readonly<Record<string, string | undefined>> {
  const inherited = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return {
    ...Object.fromEntries(inherited),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_GRAFT_FILE: devNull,
    GIT_LITERAL_PATHSPECS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_PAGER: 'cat',
    // Nobody sits before it: what would ask is a failure.
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    GCM_INTERACTIVE: 'never',
    GIT_ALLOW_PROTOCOL: 'file:http:https:ssh',
    // A lost ref is put back as a file.
    GIT_DEFAULT_REF_FORMAT: 'files',
  };
}

/**
 * Starts Git in `folder` without a shell. The caller owns its end.
 *
 * @param own gives it a process group of its own, so that the helpers it starts can be ended with it, and variables
 */
export function spawnGit(
  folder: string,
  args: readonly string[],
  own?: Readonly<Record<string, string>>,
): ChildProcessWithoutNullStreams {
  return spawn('git', ['-C', folder, ...settings, ...args], {
    env: { ...environment(), ...own },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: own !== undefined && process.platform !== 'win32',
    windowsHide: true,
  });
}
