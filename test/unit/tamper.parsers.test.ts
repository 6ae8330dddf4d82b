import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { readArguments } from '../../electron/gate/readArguments.ts';
import { readInstant } from '../../electron/gate/readInstant.ts';
import { checkAddress, plainAddress } from '../../electron/git/remoteAddress.ts';
import { readLog } from '../../electron/importer/readLog.ts';
import { blobOfLine, rawOfBlob } from '../../electron/seal/ed25519.ts';
import { readOpensshKey, writeOpensshKey } from '../../electron/seal/opensshKey.ts';
import { privateKeyOf } from '../../electron/seal/ed25519.ts';
import { verifySshsig } from '../../electron/seal/sshsig.ts';
import { readStored } from '../../electron/workspace/readStored.ts';
import { restoreReplay } from '../../shared/ledger/replay.ts';
import { canonical } from '../../shared/record/canonical.ts';
import { decodeFile } from '../../shared/record/codec.ts';
import { changeOfPath, identifyPath, isPlainPath, isUnderRoot, pathOf } from '../../shared/record/layout.ts';
import { fingerprintOfLine } from '../../shared/record/sshKey.ts';
import { readDeployment } from '../../shared/reconcile/deployment.ts';
import { hashOf } from '../support/ledgerLine.ts';
import { signerNamed } from '../support/ledgerPeople.ts';
import { rounds, seed } from '../support/seed.ts';
import { inOrder } from '../support/tamper/attack.ts';
import { anyValue as value, hostileText as text, nastyWord as nasty, sound } from '../support/tamper/hostileText.ts';
import { createHonest } from '../support/tamper/honestLedger.ts';

const numRuns = rounds(300, 20_000);
const honest = createHonest('parsers');
const records = honest.line.commits.flatMap(({ added }) => added);

const never = (): boolean => false;

test('no text, wherever it stands, makes the reading of records fail', () => {
  const paths = fc.oneof(text, fc.constantFrom(...records.map(({ path }) => path)));
  fc.assert(
    fc.property(
      paths,
      fc.oneof(
        text,
        value.map((given) => `${inOrder(given)}\n`),
      ),
      (path, content) => {
        sound(() => decodeFile(path, content));
        sound(() => [identifyPath(path), changeOfPath(path), isPlainPath(path), isUnderRoot(path)]);
        sound(() => canonical(content));
      },
    ),
    { seed, numRuns },
  );
});

test('records with a field of any other shape are refused, not stumbled over', () => {
  const places = ['kind', 'id', 'ledger', 'body', 'signed'] as const;
  fc.assert(
    fc.property(
      fc.constantFrom(...records),
      fc.constantFrom(...places),
      fc.option(nasty),
      value,
      (file, place, inner, given) => {
        const record = JSON.parse(file.text ?? '{}') as Record<string, unknown>;
        const target = inner === null ? record : (record[place] as Record<string, unknown>);
        Object.defineProperty(typeof target === 'object' ? target : record, inner ?? place, {
          value: given,
          enumerable: true,
        });
        const content = `${inOrder(record)}\n`;
        sound(() => {
          const decoded = decodeFile(file.path, content);
          if (decoded.ok) pathOf(decoded.record);
        });
        const replay = honest.line.replay.fork();
        sound(() => {
          const added = [
            {
              path: file.path.replace(/\d{4}\.json$/, '9999.json'),
              text: content,
              mode: '100644',
              blob: hashOf(content),
            },
          ];
          replay.apply({ commit: hashOf(content), parents: [honest.line.head()], added, disturbed: [] });
          replay.board(honest.at);
        });
      },
    ),
    { seed, numRuns: rounds(200, 10_000) },
  );
});

test('no bytes make a signature or a key throw, and none but ours is good', () => {
  const { publicKey, sign } = signerNamed('petra');
  const good = sign('tidegate-decision', 'x');
  const bytes = Buffer.from(good, 'base64');
  const bent = fc
    .tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), fc.nat(bytes.length))
    .map(([at, by, cut]) => {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ by;
      return changed.subarray(0, cut === at ? cut : changed.length).toString('base64');
    });
  fc.assert(
    fc.property(fc.oneof(text, bent), text, (sig, key) => {
      sound(() => assert.equal(verifySshsig({ publicKey, namespace: 'tidegate-decision', message: 'x', sig }), false));
      sound(() => verifySshsig({ publicKey: key, namespace: key, message: key, sig: good }));
      sound(() => [fingerprintOfLine(key), fingerprintOfLine(`ssh-ed25519 ${key}`), blobOfLine(key)]);
      sound(() => rawOfBlob(Buffer.from(key)));
    }),
    { seed, numRuns },
  );
  assert.equal(verifySshsig({ publicKey, namespace: 'tidegate-decision', message: 'x', sig: good }), true);
});

test('a bent private key is refused in words', () => {
  const file = writeOpensshKey(privateKeyOf(Buffer.alloc(32, 7)), 'x');
  const [first = '', ...lines] = file.trim().split('\n');
  const body = Buffer.from(lines.slice(0, -1).join(''), 'base64');
  const bent = fc.tuple(fc.nat(body.length - 1), fc.nat(255), fc.boolean()).map(([at, by, cut]) => {
    const changed = Buffer.from(body);
    changed[at] = by;
    const inner = (cut ? changed.subarray(0, at) : changed).toString('base64');
    return [first, inner, lines.at(-1), ''].join('\n');
  });
  fc.assert(
    fc.property(
      fc.oneof(
        bent,
        text,
        text.map((each) => `${first}\n${each}\n${lines.at(-1)}`),
      ),
      (given) => sound(() => readOpensshKey(given)),
    ),
    { seed, numRuns },
  );
});

test('whatever stands on the command line of the gate is understood or named', () => {
  const names = [
    'check',
    'verify',
    'begin',
    'receipt',
    'calendar',
    'compile',
    'reconcile',
    'digest',
    '--ledger',
    '--root',
    '--change',
    '--env',
    '--at',
    '--digest',
    '--format',
    '--key',
    '--',
    '-h',
  ];
  const word = fc.oneof(
    fc.constantFrom(...names),
    text,
    fc.constantFrom('production', honest.texts.ready.change, '2026-11-27T18:00:00Z'),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 14 }), text, (words, at) => {
      sound(() => assert.equal(typeof readArguments(words).command, 'string'));
      sound(() => readInstant(at));
      sound(() => checkAddress(at));
      sound(() => plainAddress(at));
    }),
    { seed, numRuns },
  );
});

test('a saved state that is not ours is refused or harmless', () => {
  const saved = JSON.stringify(honest.line.replay.save());
  const spoilt = fc
    .tuple(fc.nat(saved.length - 1), fc.string({ minLength: 1, maxLength: 3 }))
    .map(([at, by]) => saved.slice(0, at) + by + saved.slice(at + 1));
  fc.assert(
    fc.property(
      fc.oneof(
        value,
        spoilt.map((given) => readStored<unknown>(given)),
      ),
      (given) => {
        try {
          restoreReplay(given, { verify: never }).halt();
        } catch (error) {
          // The desk reads the line again then, whatever went wrong.
          assert.ok(error instanceof Error);
        }
        assert.equal(Object.getOwnPropertyDescriptor(Object.prototype, 'x'), undefined);
      },
    ),
    { seed, numRuns: rounds(150, 5_000) },
  );
});

test('no log of changes or deployments makes its reader throw', () => {
  const table = fc
    .array(fc.array(text, { maxLength: 5 }), { maxLength: 5 })
    .map((rows) => rows.map((row) => row.join(',')).join('\n'));
  fc.assert(
    fc.property(fc.oneof(table, text), value, (log, entry) => {
      sound(() => readLog(log));
      if (typeof entry === 'object' && entry !== null && !Array.isArray(entry))
        sound(() => readDeployment('line 1', entry as Record<string, unknown>));
    }),
    { seed, numRuns },
  );
});
