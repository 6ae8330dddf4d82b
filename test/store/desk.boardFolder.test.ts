import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { boardFolder, ensureLedger } from '../../electron/desk/boardFolder.ts';

const make = (ledger: string, keys: string) => {
  assert.ok(existsSync(ledger) && existsSync(keys));
  return Promise.resolve();
};

test('keys of a ledger that has gone are put aside, never deleted', async (t) => {
  const home = mkdtempSync(join(tmpdir(), 'tidegate-folder-'));
  t.after(() => rmSync(home, { recursive: true, force: true }));
  const folder = boardFolder(home, 'sample');
  mkdirSync(folder.keys, { recursive: true });
  writeFileSync(join(folder.keys, 'ines'), 'a key');
  await ensureLedger(folder, make);
  assert.equal(readFileSync(join(`${folder.keys}.aside-1`, 'ines'), 'utf8'), 'a key');

  rmSync(folder.ledger, { recursive: true });
  await ensureLedger(folder, make);
  assert.ok(existsSync(`${folder.keys}.aside-2`), 'and never over what was put aside before');
});

test('what a first start left unfinished is begun again, its keys included', async (t) => {
  const home = mkdtempSync(join(tmpdir(), 'tidegate-folder-'));
  t.after(() => rmSync(home, { recursive: true, force: true }));
  const folder = boardFolder(home, 'sample');
  mkdirSync(`${folder.ledger}.begun`, { recursive: true });
  mkdirSync(folder.keys, { recursive: true });
  await ensureLedger(folder, make);
  assert.equal(existsSync(`${folder.keys}.aside-1`), false);
  assert.ok(existsSync(folder.ledger));
});
