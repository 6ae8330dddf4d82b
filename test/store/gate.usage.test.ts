import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { options } from '../../electron/gate/argumentParts.ts';
import { readArguments } from '../../electron/gate/readArguments.ts';
import { usage } from '../../electron/gate/usage.ts';
import { runGit } from '../../electron/git/runGit.ts';
import { projectRoot } from '../../scripts/build/projectRoot.ts';
import { runGate } from '../support/runGate.ts';

const home = mkdtempSync(join(tmpdir(), 'tidegate-usage-'));
after(() => rmSync(home, { recursive: true, force: true }));

const root = `SHA256:${'A'.repeat(43)}`;
const whole = ['check', '--ledger', home, '--root', root, '--change', 'CHG-2026-0000001', '--env', 'production'];

/** The same order with one word changed or, without a value, left out. */
function altered(name: string, value?: string): string[] {
  const at = whole.indexOf(`--${name}`);
  return [...whole.slice(0, at), ...(value === undefined ? [] : [`--${name}`, value]), ...whole.slice(at + 2)];
}

test('wrong usage exits 64 and says which word', async () => {
  const misuses: readonly (readonly [string[], RegExp])[] = [
    [[], /no command/],
    [['chek'], /no such command: chek/],
    [altered('root'), /--root is missing/],
    [altered('ledger'), /--ledger is missing/],
    [altered('change'), /--change is missing/],
    [altered('env'), /--env is missing/],
    [altered('root', 'SHA256:short'), /--root: an SSH key fingerprint/],
    [altered('change', 'CHG-26'), /--change/],
    [altered('env', 'prod'), /--env: one of production, staging, test/],
    [[...whole, '--at', 'tomorrow'], /--at/],
    [[...whole, '--at', '2026-02-30T10:00:00Z'], /--at/],
    [[...whole, '--digest', 'sha256:xyz'], /--digest/],
    [[...whole, '--site', 'LYON'], /--site/],
    [[...whole, '--format', 'xml'], /--format/],
    [[...whole, '--yes'], /--yes/],
    [['verify', '--ledger', home], /--root is missing/],
    [['verify', '--ledger', home, '--root', root, '--at', '2026-02-03T10:00:00Z'], /--at does not belong to verify/],
  ];
  for (const [args, said] of misuses) {
    const { code, stdout, stderr } = await runGate(args);
    assert.equal(code, 64, args.join(' '));
    assert.match(stderr, said);
    assert.equal(stdout, '');
  }
});

test('its own failures are one line, a no, and never a stack', async () => {
  const empty = join(home, 'empty.git');
  await runGit(home, ['init', '--quiet', '--bare', 'empty.git']);
  const failures: readonly (readonly [string[], RegExp, Record<string, string>?])[] = [
    [whole, /is not a Git repository/],
    [altered('ledger', join(home, 'nowhere')), /is not a Git repository/],
    [altered('ledger', empty), /holds no commit main/],
    [whole, /git is not installed/, { PATH: home }],
  ];
  for (const [args, said, env] of failures) {
    const { code, stdout, stderr } = await runGate(args, env ? { env } : {});
    assert.equal(code, 20, stderr);
    assert.match(stderr, said);
    assert.match(stderr, /^tidegate-gate: undecided: [^\n]*\n$/);
    assert.equal(stdout, '');
  }
});

test('a repository that is no ledger is undecided', async () => {
  const folder = join(home, 'other');
  await runGit(home, ['init', '--quiet', '--initial-branch=main', 'other']);
  const git = (...args: string[]) => runGit(folder, ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args]);
  await git('commit', '--quiet', '--allow-empty', '-m', 'First');
  const { code, stdout } = await runGate(altered('ledger', folder));
  assert.equal(code, 20);
  assert.match(stdout, /first commit is not a ledger/);
});

/** The words of each command in a text: from its name to that of the next one, or to the next empty line. */
function wordsOf(text: string, command: string): string[] {
  const from = text.search(new RegExp(`^ *tidegate-gate ${command} `, 'm'));
  const rest = text.slice(from).trimStart();
  const block = rest.slice(0, rest.search(/\n *tidegate-gate |\n\n|\n`/));
  return [...new Set([...block.matchAll(/--([a-z-]+)/g)].map(([, name = '']) => name))].toSorted();
}

/** The words that a command reads: any other is refused before anything else is looked at. */
function wordsReadBy(command: string): string[] {
  const names = Object.keys(options).filter((name) => !['version', 'help'].includes(name));
  return names
    .filter((name) => {
      const value = options[name as keyof typeof options].type === 'string' ? ['x'] : []; // its own key
      const order = readArguments([command, `--${name}`, ...value]);
      return order.command !== 'misuse' || !order.problem.includes('does not belong to');
    })
    .toSorted();
}

const commands = ['check', 'begin', 'receipt', 'verify', 'calendar', 'compile', 'reconcile', 'digest'];
const pipelines = readFileSync(join(projectRoot, 'docs/pipelines.md'), 'utf8');
for (const command of commands)
  test(`help names every word that ${command} reads, and no other`, () => {
    assert.deepEqual(wordsOf(usage, command), wordsReadBy(command));
    if (pipelines.includes(`tidegate-gate ${command} --ledger`))
      assert.deepEqual(wordsOf(pipelines, command), wordsReadBy(command), 'docs/pipelines.md');
  });

test('help and version answer without a ledger', async () => {
  assert.match((await runGate(['--help'])).stdout, /exit codes/);
  assert.match((await runGate(['--version'])).stdout, /^tidegate-gate \d+\.\d+\.\d+\n$/);
});
