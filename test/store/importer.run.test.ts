import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { headOf } from '../../electron/git/repository.ts';
import { runImport, stageLog } from '../../electron/importer/importLog.ts';
import { findSigner, findTarget, readTarget } from '../../electron/importer/importTarget.ts';
import { createSample } from '../../electron/sample/createSample.ts';
import { bpic2014Items } from '../../shared/importer/shippedMappings.ts';
import { readLedger } from '../support/readSample.ts';

const NOW = Date.parse('2026-11-20T10:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'tidegate-import-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const ledger = join(folder, 'ledger.git');
await createSample(ledger, { now: NOW, seed: 'import', keysFolder: join(ledger, 'keys') });

const columns = [...new Set(Object.values(bpic2014Items.columns).flat())].flatMap((name) => name ?? []);
const rowOf = (n: number, more: Record<string, string> = {}) => {
  const cells: Record<string, string> = {
    change_id: `C${n % 40}`,
    change_type: 'Release Type 11',
    ci_name_aff: `ASW${n}`,
    ci_type_aff: 'software',
    planned_start: '2013-06-21T09:00:00',
    planned_end: '2013-06-21T18:00:00',
    change_record_open_time: '2013-06-01T09:00:00',
    change_record_close_time: '2013-07-01T09:00:00',
    service_component_wbs_aff: `WBS${n % 7}`,
    ...more,
  };
  return columns.map((name) => cells[name] ?? '').join(',');
};
const text = [
  columns.join(','),
  ...Array.from({ length: 120 }, (_, n) => rowOf(n)),
  rowOf(200, { planned_end: '2113-01-01' }),
].join('\n');

test('an import that is cancelled leaves nothing behind', async () => {
  const before = await headOf(ledger);
  const target = findTarget(ledger);
  const { board, known } = await readTarget(target);
  const { person, signer } = findSigner(board, target.keys);
  const stop = new AbortController();
  let committed = 0;
  const running = runImport({
    log: stageLog('a', 'a.csv', text).log,
    mapping: bpic2014Items,
    known,
    importer: {
      ledger: board.ledger,
      person,
      fingerprint: signer.fingerprint,
      sign: signer.sign,
      seen: board.head,
      at: NOW,
    },
    commit: async () => String((committed += 1)),
    onProgress: ({ step }) => {
      if (step === 'Signing records') stop.abort();
    },
    signal: stop.signal,
  });
  await assert.rejects(running, { code: 'cancelled' });
  assert.equal(committed, 0);
  assert.equal(await headOf(ledger), before);
});

test('the command imports a packed log as one commit that any reader counts, and knows it the second time', async () => {
  const file = join(folder, 'log.csv.gz');
  const report = join(folder, 'rejected.csv');
  writeFileSync(file, gzipSync(text));
  const run = () =>
    execFileSync(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        'electron/importer/importCommand.ts',
        file,
        '--board',
        ledger,
        '--mapping',
        'bpic2014-items',
        '--report',
        report,
      ],
      { encoding: 'utf8' },
    );
  const before = await headOf(ledger);
  const said = run();
  assert.match(said, /changes +40 imported, 0 here already, 7 services/);
  assert.match(said, /1 {2}planned end outside the years 2011 to 2014/);
  assert.match(readFileSync(report, 'utf8'), /^line,source id,reason,cell\r\n122,C0,/);

  const head = await headOf(ledger);
  const { standings, changes, board } = await readLedger(ledger, head ?? '', Date.now());
  assert.deepEqual(
    standings.filter(({ standing }) => standing !== 'counted'),
    [],
  );
  const imported = changes.filter(({ file: { current } }) => current?.record.body.imported);
  assert.equal(imported.length, 40);
  assert.ok(
    imported.every(
      ({ assessment }) => assessment.lifecycle.state === 'closed' && assessment.tally.decisions.length === 0,
    ),
  );
  assert.equal(board.services.size, 47);
  assert.notEqual(head, before);

  assert.match(run(), /changes +0 imported, 40 here already[^]*none: nothing new/);
  assert.equal(await headOf(ledger), head);
});

test('somebody who may not write changes is refused before the commit', async () => {
  const before = await headOf(ledger);
  const file = join(folder, 'other.csv');
  writeFileSync(file, text.replaceAll('C1,', 'D1,'));
  const words = ['electron/importer/importCommand.ts', file, '--board', ledger, '--mapping', 'bpic2014-items'];
  const key = ['--key', join(ledger, 'keys', 'beatrix-oduya')];
  assert.throws(
    () => execFileSync(process.execPath, [...words, ...key], { encoding: 'utf8', stdio: 'pipe' }),
    /not-entitled/,
  );
  assert.equal(await headOf(ledger), before);
});
