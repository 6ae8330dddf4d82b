import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAheadChecker } from '../../electron/desk/checkAhead.ts';
import { verifySshsig } from '../../electron/seal/sshsig.ts';
import type { LineCommit, VerifySignature } from '../../shared/ledger/line.ts';
import { createReplay } from '../../shared/ledger/replay.ts';
import { requestOf } from '../support/ledgerBodies.ts';
import { startLine } from '../support/ledgerLine.ts';
import { signerNamed } from '../support/ledgerPeople.ts';

const FILES = 900;

/** A long line in commits of a hundred files; every thirtieth file has another's signature. */
function forgedLine(): readonly LineCommit[] {
  const line = startLine();
  for (let from = 0; from < FILES; from += 100) {
    const sealed = Array.from({ length: 100 }, (_, k) => {
      const change = `CHG-2026-${String(from + k).padStart(7, '0')}`;
      return line.sign('request', requestOf({ change }), { by: 'rita' });
    });
    const files = sealed.map(({ path, text }, k) => {
      const [own, other] = [sealed[k]!, sealed[(k + 1) % 100]!].map(({ record }) => record.signed.sig);
      return { path, text: k % 30 === 7 ? text.replace(own!, other!) : text };
    });
    line.add(...files);
  }
  return line.commits;
}

async function* handedOver(commits: readonly LineCommit[]): AsyncIterable<LineCommit> {
  yield* commits;
}

/** What became of each file. */
async function fates(commits: AsyncIterable<LineCommit>, verify: VerifySignature): Promise<string[]> {
  const replay = createReplay({ verify });
  const told: string[] = [];
  for await (const commit of commits)
    for (const standing of replay.apply(commit))
      told.push(
        'filed' in standing
          ? `${standing.filed.path} ${standing.standing} ${standing.filed.digest}`
          : `${standing.problem.path} ${standing.problem.reason}`,
      );
  return told;
}

test('what is checked ahead in threads stands and falls as what is checked in turn', async () => {
  const commits = forgedLine();
  const plain = await fates(handedOver(commits), verifySshsig);
  const checker = createAheadChecker();
  const ahead = await fates(checker.ahead(handedOver(commits)), checker.verify);
  assert.deepEqual(ahead, plain);
  assert.equal(plain.filter((fate) => fate.endsWith('signature-wrong')).length, 36);
});

test('an answer counts for the question it was given to, and for no other', async () => {
  const commits = forgedLine();
  const checker = createAheadChecker();
  let asked = 0;
  for await (const { added } of checker.ahead(handedOver(commits))) {
    const decoded = added.find((file) => file.decoded?.ok)?.decoded;
    if (!decoded?.ok || decoded.record.kind !== 'request') continue;
    const { publicKey } = signerNamed('rita');
    const question = {
      publicKey,
      namespace: 'tidegate-request',
      message: decoded.signedText,
      sig: decoded.record.signed.sig,
    };
    assert.equal(checker.verify(question), true);
    assert.equal(checker.verify({ ...question, message: `${question.message} ` }), false);
    assert.equal(checker.verify({ ...question, namespace: 'tidegate-window' }), false);
    assert.equal(checker.verify({ ...question, publicKey: startLine().ledger }), false);
    asked += 1;
  }
  assert.equal(asked, 9);
});

test('a reader may leave early, and a source may fail', async () => {
  const commits = forgedLine();
  const { ahead } = createAheadChecker();
  for await (const commit of ahead(handedOver(commits))) if (commit.added.length > 0) break;
  async function* failing(): AsyncIterable<LineCommit> {
    yield* commits;
    throw new RangeError('the pipe broke');
  }
  await assert.rejects(async () => {
    for await (const commit of ahead(failing())) assert.ok(commit);
  }, RangeError);
});
