import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verifyToEnd } from '../../electron/git/verifyToEnd.ts';
import { runGit } from '../../electron/git/runGit.ts';
import { verifySshsig } from '../../electron/seal/sshsig.ts';
import type { ReceiptBody } from '../../shared/record/body/decisionBody.ts';
import { createDice } from '../../shared/sample/dice.ts';
import { protect } from '../support/gitServer.ts';
import { createPipelines } from '../support/pipelines.ts';
import { rounds, seed } from '../support/seed.ts';
import { simulateDesk, type SimulatedDesk } from '../support/simulation/simulatedDesks.ts';
import { beginIn, type Begun } from '../support/simulation/simulatedPipeline.ts';

const DESKS = rounds(4, 20);
const PIPELINES = rounds(2, 5);
const ACTIONS = rounds(60, 2_000);
const WAIVED = rounds(2, 12);

/** Everything on the remote's line under these folders, by path; a path that was added twice is there twice. */
async function addedPaths(folder: string): Promise<string[]> {
  const { stdout } = await runGit(folder, [
    'log',
    '--first-parent',
    '--diff-filter=A',
    '--name-only',
    '--format=',
    'main',
    '--',
    'changes/',
  ]);
  return stdout.toString().split('\n').filter(Boolean);
}

async function receiptsOf(folder: string, paths: readonly string[]): Promise<{ id: string; body: ReceiptBody }[]> {
  const receipts = paths.filter((path) => path.includes('/receipts/'));
  const texts = await Promise.all(receipts.map((path) => runGit(folder, ['show', `main:${path}`])));
  return texts.map(({ stdout }) => JSON.parse(stdout.toString()) as { id: string; body: ReceiptBody });
}

test('desks and pipelines that are killed, cut off, refused and a day off lose nothing, double nothing and agree', async (t) => {
  const dice = createDice(`simulation ${seed}`);
  const pipes = await createPipelines(t);
  const { board } = pipes;
  await pipes.freeze();
  const waived: string[] = [];
  for (let n = 0; n < WAIVED; n += 1) {
    const change = await board.change();
    await pipes.waive(change);
    waived.push(change);
  }
  await board.checkpoint();
  // The first gate builds the bundle that the others run.
  await pipes.gate('check', board.folder, waived[0] ?? '');
  const clones: string[] = [];
  for (let n = 0; n < PIPELINES; n += 1) clones.push(await pipes.clone('--bare'));
  const desks: SimulatedDesk[] = [];
  for (let n = 0; n < DESKS; n += 1) desks.push(await simulateDesk(t, { address: board.folder, dice, now: board.now }));

  let changes = 0;
  const nextChange = (): string => `CHG-2026-7${String((changes += 1)).padStart(6, '0')}`;
  let allow: (() => void) | null = null;
  const begun: Promise<Begun>[] = [];
  const busy = clones.map((): Promise<unknown> => Promise.resolve());
  const tally: Record<string, number> = {};
  const begin = (run: number): void => {
    const at = dice.between(0, PIPELINES - 1);
    const given = {
      folder: clones[at] ?? '',
      change: dice.pick(waived),
      run: `run-${run}`,
      killAfter: dice.chance(0.3) ? dice.between(150, 900) : null,
    };
    // One run at a time in a clone, as a runner has it; several clones at once.
    const next = (busy[at] ?? Promise.resolve()).then(() => beginIn(pipes, given));
    busy[at] = next.catch(() => undefined);
    begun.push(next);
  };

  for (let n = 0; n < ACTIONS; n += 1) {
    const desk = dice.pick(desks);
    const roll = dice.next();
    const what =
      roll < 0.42
        ? 'say'
        : roll < 0.82
          ? 'sync'
          : roll < 0.87
            ? 'outage'
            : roll < 0.9
              ? 'protect'
              : roll < 0.93
                ? 'restart'
                : roll < 0.97
                  ? 'begin'
                  : 'kill';
    tally[what] = (tally[what] ?? 0) + 1;
    if (what === 'say') desk.say(nextChange());
    else if (what === 'sync') await desk.sync();
    else if (what === 'outage') desk.cutOff(dice.chance(0.6));
    else if (what === 'restart') await desk.restart();
    else if (what === 'begin') begin(n);
    else if (what === 'protect') {
      allow?.();
      allow = dice.chance(0.5) ? protect(board.folder) : null;
    } else {
      allow?.();
      allow = null;
      desk.cutOff(false);
      await desk.killWhileSending(nextChange());
    }
  }
  allow?.();
  for (let n = 0; n < PIPELINES * 2; n += 1) begin(ACTIONS + n);
  const ends = await Promise.all(begun);

  const settled = [];
  for (const desk of desks) await desk.settle(board.now);
  for (const desk of desks) settled.push(await desk.settle(board.now));
  const paths = await addedPaths(board.folder);
  const said = desks.flatMap((desk) => desk.said);
  assert.equal(new Set(paths).size, paths.length, 'nothing was added twice');
  assert.deepEqual(
    said.filter((path) => !paths.includes(path)),
    [],
    'no action was lost',
  );
  for (const desk of settled) {
    assert.deepEqual(desk.workspace.outbox.list('board'), []);
    assert.deepEqual(
      said.filter((path) => !desk.counted().includes(path)),
      [],
    );
    assert.equal(desk.digest(), settled[0]?.digest());
  }

  const whole = await verifyToEnd(board.folder, { to: await pipes.head(), root: board.root, verify: verifySshsig });
  assert.equal(whole.halt, null);
  assert.deepEqual(whole.problems, []);
  const receipts = await receiptsOf(board.folder, paths);
  const uses = receipts.filter(({ body }) => body.event === 'started').flatMap(({ body }) => body.waivers ?? []);
  assert.equal(new Set(uses).size, uses.length, 'no waiver was used twice');
  assert.ok(uses.length > 0, 'some were used');
  const ids = new Set(receipts.map(({ id }) => id));
  assert.deepEqual(
    ends.filter(({ receipt }) => receipt !== null && !ids.has(receipt)),
    [],
    'every start is on the line',
  );
  const told = Object.entries(tally)
    .map(([what, count]) => `${count} ${what}`)
    .join(', ');
  t.diagnostic(
    `${DESKS} desks, ${PIPELINES} pipelines, ${ACTIONS} actions: ${told}; ${ends.length} begins, ${ends.filter(({ code }) => code === null).length} killed, ${uses.length} waivers used; ${said.length} records said, ${paths.length} on the line`,
  );
});
