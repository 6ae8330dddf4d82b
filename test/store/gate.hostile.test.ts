import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { artifact, createGateBoard, type GateBoard } from '../support/gateBoard.ts';
import { runGate } from '../support/runGate.ts';

const home = mkdtempSync(join(tmpdir(), 'tidegate-hostile-'));
const now = Math.floor(Date.now() / 60_000) * 60_000;
const title =
  '\u001b[2J\u001b]0;owned\u0007 \u202edlrow\u2069 ::set-output name=ok::true ##[command] \u009b31m\u200b%0A';
let board: GateBoard;
let change: string;

before(async () => {
  board = await createGateBoard(join(home, 'board.git'), { now });
  change = await board.change({ request: { title }, approvals: [] });
  await board.window({
    window: 'trap',
    title: '::stop-commands::x \u001b[31m section_start:1:a',
    scope: { everything: true },
    start: now - 3_600_000,
    end: now + 3_600_000,
  });
  await board.checkpoint();
});
after(() => rmSync(home, { recursive: true, force: true }));

const ask = (format: string) =>
  runGate([
    'check',
    '--ledger',
    board.folder,
    '--root',
    board.root,
    '--change',
    change,
    '--env',
    'production',
    '--digest',
    artifact,
    '--format',
    format,
  ]);

const obeyed = /(?!\n)[\p{Cc}\p{Cf}]/u;

test('what a record says is shown and never obeyed by a terminal or a log', async () => {
  for (const format of ['text', 'json', 'github']) {
    const { stdout } = await ask(format);
    assert.doesNotMatch(stdout, obeyed, format);
    assert.doesNotMatch(stdout, /##\[/, format);
    const commands = stdout.split('\n').filter((line) => line.trimStart().startsWith('::'));
    assert.ok(
      commands.every((line) => /^::(error|notice) title=/.test(line)),
      format,
    );
    assert.ok(!commands.some((line) => line.includes('::set-output') || line.includes('::stop-commands')));
  }
});

test('in a GitLab log only our own section opens and closes', async () => {
  const { stdout } = await ask('gitlab');
  const marks = stdout.match(/section_(start|end):\d+:[^\r]*/g) ?? [];
  assert.deepEqual(
    marks.map((mark) => mark.replace(/\d+/, 'N')),
    ['section_start:N:tidegate_verdict', 'section_end:N:tidegate_verdict'],
  );
  const without = stdout.replaceAll('\r\u001b[0K', '');
  assert.doesNotMatch(without, obeyed);
});

test('JSON decodes to the very title', async () => {
  const { stdout } = await ask('json');
  assert.equal((JSON.parse(stdout) as { title: string }).title, title);
});

test('what was replaced stays visible', async () => {
  const { stdout } = await ask('text');
  assert.match(stdout, /\\u\{1b\}\[2J/);
  assert.match(stdout, /\\u\{202e\}/);
  assert.match(stdout, /: :set-output/);
});
