import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { rounds, seed } from '../support/seed.ts';
import type { Attack, Tampered } from '../support/tamper/attack.ts';
import { everyAttack } from '../support/tamper/everyAttack.ts';
import { answersOf, isAsStrict } from '../support/tamper/gateAnswer.ts';
import type { Honest } from '../support/tamper/honest.ts';
import { createHonest } from '../support/tamper/honestLedger.ts';
import { findTampering, readTwice } from '../support/tamper/judgeTampered.ts';

const HONEST = rounds(4, 500);
/** Each attack is tried on so many of them. */
const TAMPERED = rounds(2, 40);
/** One in so many is read from a checkpoint as well. */
const FROM_CHECKPOINT = rounds(12, 1);
let tried = 0;

const ledgers: Honest[] = [];
function ledger(n: number): Honest {
  return (ledgers[n] ??= createHonest(`${seed} ${n}`));
}
const answers = ({ line, filed, texts, at }: Honest) => answersOf(line.replay, filed, texts, at);

test('no honest ledger is accused', (t) => {
  let commits = 0;
  for (let n = 0; n < HONEST; n += 1) {
    const honest = ledger(n);
    commits += honest.line.commits.length;
    assert.deepEqual(honest.line.replay.problems(), [], `ledger ${n}`);
    assert.equal(honest.line.replay.halt(), null);
    assert.deepEqual(answers(honest), { ready: 'allow', rejected: 'deny', frozen: 'deny', bare: 'deny' });
    if (n >= TAMPERED) delete ledgers[n];
  }
  t.diagnostic(`${HONEST} honest ledgers, ${commits} commits, none accused`);
});

function requireReasons(found: Readonly<Record<string, string>>, { reasons }: Tampered): void {
  const paths = Object.keys(reasons);
  const meant = paths
    .map((path) => [reasons[path] ?? []].flat())
    .map((any, n) => {
      const told = found[paths[n] ?? ''] ?? 'silent';
      return any.some((reason) => reason === told) ? told : any.join(' or ');
    });
  assert.deepEqual(found, Object.fromEntries(paths.map((path, n) => [path, meant[n]])));
}

/** The gate begins somewhere in the line: before the attack, behind it, or just where it begins. */
function readFromCheckpoint(honest: Honest, tampered: Tampered): void {
  const { dice, line } = honest;
  const whole = line.commits.length;
  const cut = dice.pick([dice.between(2, whole), whole, whole + tampered.commits.length]);
  const read = readTwice(honest, tampered, cut);
  assert.ok(read, `a checkpoint at ${cut} of ${whole} is accepted`);
  assert.deepEqual(read.gate, read.whole, `from a checkpoint at ${cut} of ${whole}`);
}

function tryAttack(t: TestContext, { name, kind, make }: Attack): void {
  for (let n = 0; n < TAMPERED; n += 1) {
    const honest = ledger(n);
    const before = answers(honest);
    const tampered = make(honest);
    const found = findTampering(honest, tampered);
    assert.equal(found.halt, tampered.halt ?? null);
    requireReasons(found.reasons, tampered);
    if (kind !== 'line') assert.deepEqual(found.counted.toSorted(), [...(tampered.counted ?? [])].toSorted());
    const expected = Object.fromEntries(
      Object.entries(before).map(([text, answer]) => [
        text,
        tampered.answers?.[text as keyof Honest['texts']] ?? answer,
      ]),
    );
    assert.deepEqual(found.answers, expected);
    for (const [text, answer] of Object.entries(before))
      assert.ok(isAsStrict(answer, found.answers[text] ?? 'allow'), `${text} went from ${answer}`);
    if (kind === 'line') continue;
    tried += 1;
    if (tried % FROM_CHECKPOINT === 0) readFromCheckpoint(honest, tampered);
  }
  t.diagnostic(`${name}: ${TAMPERED} caught`);
}

for (const attack of everyAttack)
  test(`tampering is caught: ${attack.name}`, (t) => {
    tryAttack(t, attack);
  });

test('so many ledgers were tampered with', (t) => {
  assert.equal(new Set(everyAttack.map(({ name }) => name)).size, everyAttack.length);
  t.diagnostic(
    `${everyAttack.length} attacks, ${everyAttack.length * TAMPERED} tampered ledgers, ${Math.floor(tried / FROM_CHECKPOINT)} read from a checkpoint too`,
  );
});
