import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readKey, writeKey } from '../../electron/seal/keyFile.ts';
import { privateKeyOf } from '../../electron/seal/ed25519.ts';
import { verifySshsig } from '../../electron/seal/sshsig.ts';
import { kinds } from '../../shared/record/kinds.ts';
import { roots } from '../../shared/record/layout.ts';
import { schemaFiles } from '../../shared/record/schemas.ts';
import { decisionOf, requestOf, serviceOf, siteOf, windowOf } from '../support/ledgerBodies.ts';
import { startLine } from '../support/ledgerLine.ts';
import { createRepository } from '../support/ledgerRepository.ts';
import { signerNamed } from '../support/ledgerPeople.ts';
import { signedText } from '../support/signedText.ts';

function absent(program: string, of: string): string | false {
  return spawnSync(program, ['--help']).error ? `${program} is not here: install ${of}` : false;
}
const noJq = absent('jq', 'jq');
const noKeygen = absent('ssh-keygen', 'openssh-client');

const hostile = 'naïve "quotes" \\ \u0001\t\u2028 😀 </script> \u001b[31m';
const line = startLine();
const records = [
  line.sign('site', siteOf({ name: 'Lyon Part-Dieu é' }), { by: 'carl' }),
  line.sign('service', serviceOf({ note: hostile }), { by: 'sofia' }),
  line.sign('window', windowOf({ reason: hostile }), { by: 'bruno' }),
  line.sign('request', requestOf({ summary: hostile }), { by: 'rita' }),
  line.sign('decision', decisionOf({ reason: hostile }), { by: 'petra' }),
];

test('jq prints the signed bytes of a record', { skip: noJq }, () => {
  for (const { record, text } of records) {
    const printed = execFileSync('jq', ['-cSj', 'del(.signed.sig)'], { input: text });
    assert.equal(printed.toString(), signedText(record));
  }
});

test('ssh-keygen says that our signature is good, and that a changed text is not', { skip: noKeygen || noJq }, (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'tidegate-hand-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const { record, text } of records) {
    const { by, sig } = record.signed;
    writeFileSync(join(folder, 'allowed'), `${by} ${signerNamed(by).publicKey}\n`);
    const armour = [
      '-----BEGIN SSH SIGNATURE-----',
      ...(sig.match(/.{1,70}/g) ?? []),
      '-----END SSH SIGNATURE-----',
      '',
    ];
    writeFileSync(join(folder, 'sig'), armour.join('\n'));
    const message = execFileSync('jq', ['-cSj', 'del(.signed.sig)'], { input: text });
    const verify = (input: Buffer) => {
      const args = ['-Y', 'verify', '-f', 'allowed', '-I', by, '-n', `tidegate-${record.kind}`, '-s', 'sig'];
      return spawnSync('ssh-keygen', args, { cwd: folder, input }).status;
    };
    assert.equal(verify(message), 0);
    assert.notEqual(verify(Buffer.concat([message, Buffer.from(' ')])), 0);
  }
});

test('a signature made by ssh-keygen with an existing key counts here', { skip: noKeygen }, (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'tidegate-hand-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, 'id')]);
  const key = readKey(join(folder, 'id'));
  const signed = execFileSync('ssh-keygen', ['-Y', 'sign', '-f', join(folder, 'id'), '-n', 'tidegate-policy'], {
    input: 'text',
  });
  const sig = signed.toString().replaceAll(/-----[^-]+-----|\s/g, '');
  assert.ok(verifySshsig({ publicKey: key.publicKey, namespace: 'tidegate-policy', message: 'text', sig }));

  writeKey(join(folder, 'ours'), privateKeyOf(Buffer.alloc(32, 3)), 'me');
  const printed = execFileSync('ssh-keygen', ['-yf', join(folder, 'ours')]).toString();
  assert.equal(printed.split(' ').slice(0, 2).join(' ').trim(), readKey(join(folder, 'ours')).publicKey);
  assert.ok(
    execFileSync('ssh-keygen', ['-lf', join(folder, 'ours')]).includes(readKey(join(folder, 'ours')).fingerprint),
  );
  assert.throws(() => writeKey(join(folder, 'ours'), privateKeyOf(Buffer.alloc(32, 4)), 'me'), /EEXIST/);
});

test('two Git commands print nothing on an honest ledger, and something on any other', async (t) => {
  const repository = await createRepository(t);
  await repository.add(repository.sign('window', windowOf(), { by: 'bruno' }), { path: 'README.md', text: 'Hello.\n' });
  await repository.add(repository.sign('request', requestOf(), { by: 'rita' }));
  const git = (...args: string[]) => execFileSync('git', ['-C', repository.folder, ...args]).toString();
  const merges = () => git('rev-list', '--min-parents=2', 'main');
  const altered = () =>
    git('log', '-m', '--no-renames', '--diff-filter=a', '--raw', '--format=%h', 'main', '--', ...roots);
  assert.equal(merges() + altered(), '');

  const head = repository.head();
  const who = ['-c', 'user.name=x', '-c', 'user.email=x@x.invalid'];
  const bare = git(...who, 'commit-tree', '-p', `${head}~1`, '-m', 'side', `${head}~1^{tree}`).trim();
  assert.ok(bare);
  const ours = git(...who, 'commit-tree', '-p', bare, '-p', head, '-m', 'ours', `${bare}^{tree}`).trim();
  git('update-ref', 'refs/heads/main', ours);
  assert.notEqual(merges(), '');
  assert.notEqual(altered(), '');
});

test('every record fits the JSON Schema that the ledger carries', () => {
  const ajv = new Ajv2020({ strict: false, formats: {} });
  const schemas = new Map(schemaFiles().map(({ path, text }) => [path, JSON.parse(text) as object]));
  assert.equal(schemas.size, kinds.length);
  const founding = (line.commits[0]?.added ?? []).map(({ text }) => JSON.parse(text ?? '') as { kind: string });
  for (const record of [...founding, ...records.map(({ text }) => JSON.parse(text) as { kind: string })]) {
    const validate = ajv.compile(schemas.get(`schemas/v1/${record.kind}.schema.json`) ?? {});
    assert.ok(validate(record), `${record.kind}: ${ajv.errorsText(validate.errors)}`);
    assert.ok(!validate({ ...record, extra: 1 }));
    ajv.removeSchema();
  }
});
