import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { findOldNode } from '../support/oldNode.ts';
import { projectRoot } from '../support/sources.ts';

const folder = mkdtempSync(join(tmpdir(), 'tidegate gate '));
const gate = join(folder, 'tidegate-gate.mjs');
cpSync(join(projectRoot, 'dist', 'tidegate-gate.mjs'), gate);
after(() => rmSync(folder, { recursive: true }));

function run(node: string, ...words: string[]): { status: number | null; told: string } {
  const { status, stdout, stderr } = spawnSync(node, [gate, ...words], { cwd: folder, encoding: 'utf8' });
  return { status, told: stdout + stderr };
}

test('the gate runs alone in an empty folder', () => {
  const { status, told } = run(process.execPath, '--help');
  assert.equal(status, 0, told);
  assert.match(told, /exit codes/);
});

test('the gate runs on the Node that pipelines still have', (context) => {
  const old = findOldNode();
  if (old === null) return context.skip('no Node older than 22 on this machine');
  const { status, told } = run(old, '--help');
  assert.equal(status, 0, told);
  return assert.equal(run(old, 'check', '--ledger', '.').status, 64, 'without a root it is a usage error');
});
