import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verifyToEnd } from '../../electron/git/verifyToEnd.ts';
import { runGit } from '../../electron/git/runGit.ts';
import { verifySshsig } from '../../electron/seal/sshsig.ts';
import type { ReceiptBody } from '../../shared/record/body/decisionBody.ts';
import { DAY_MS, type Ms } from '../../shared/time/instant.ts';
import { createDice } from '../../shared/sample/dice.ts';
import { protect } from '../support/gitServer.ts';
import { createPipelines } from '../support/pipelines.ts';
import { rounds, seed } from '../support/seed.ts';
import { simulateDesk, type SimulatedDesk } from '../support/simulation/simulatedDesks.ts';
import { beginIn, type Begun } from '../support/simulation/simulatedPipeline.ts';
import { trades, type Trader, type Word } from '../support/simulation/simulatedWords.ts';

const traders = Object.keys(trades) as Trader[]; // its own names
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
    'windows/',
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
  for (let n = 0; n < DESKS; n += 1) {
    const person = traders[n % traders.length] ?? 'rita';
    desks.push(await simulateDesk(t, { address: board.folder, dice, now: board.now, person }));
  }

  const changes: string[] = [];
  const nextChange = (): string => {
    const change = `CHG-2026-7${String(changes.length + 1).padStart(6, '0')}`;
    changes.push(change);
    return change;
  };
  const contested = nextChange();
  desks[0]?.say('request', contested);
  for (const desk of desks) await desk.sync();
  let allow: (() => void) | null = null;
  const begun: Promise<Begun>[] = [];
  const busy = clones.map((): Promise<unknown> => Promise.resolve());
  const tally: Record<string, number> = {};
  const count = (what: string): void => void (tally[what] = (tally[what] ?? 0) + 1);
  const begin = (run: number, clockOff: Ms, mayBeKilled = true): void => {
    const at = dice.between(0, PIPELINES - 1);
    const given = {
      folder: clones[at] ?? '',
      change: dice.pick(waived),
      run: `run-${run}`,
      killAfter: mayBeKilled && dice.chance(0.3) ? dice.between(150, 900) : null,
      clockOff,
    };
    // One run at a time in a clone, as a runner has it; several clones at once.
    const next = (busy[at] ?? Promise.resolve()).then(() => beginIn(pipes, given));
    busy[at] = next.catch(() => undefined);
    begun.push(next);
  };
  /** Something of what this desk may say, of a change that it knows where there is one. */
  const say = (desk: SimulatedDesk): void => {
    const word = dice.pick([...trades[desk.person]] as Word[]);
    const isNew = word === 'request' || word === 'window';
    const known = [dice.pick(changes), dice.pick(changes), dice.pick(changes), contested];
    const change = (isNew ? [nextChange()] : known).find((each) => desk.say(word, each));
    count(change === undefined ? 'unknown' : word);
    if (change === undefined || word !== 'revision') return;
    // Somebody else may be at the same text.
    const other = dice.pick(desks);
    if (other !== desk && other.person !== 'petra' && other.say(word, change)) count(word);
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
    if (what !== 'say') count(what);
    if (what === 'say') say(desk);
    else if (what === 'sync') await desk.sync();
    else if (what === 'outage') desk.cutOff(dice.chance(0.6));
    else if (what === 'restart') await desk.restart();
    else if (what === 'begin') begin(n, dice.chance(0.5) ? 0 : dice.between(-DAY_MS, DAY_MS));
    else if (what === 'protect') {
      allow?.();
      allow = dice.chance(0.5) ? protect(board.folder) : null;
    } else {
      // Half of them in the midst of whatever outage there is.
      if (dice.chance(0.5)) {
        allow?.();
        allow = null;
        desk.cutOff(false);
      }
      const asker = dice.pick(desks.filter(({ person }) => person !== 'petra'));
      const point = await asker.killWhileSending(nextChange(), allow !== null);
      if (point !== null) count(`killed when ${point}`);
    }
  }
  allow?.();
  for (let n = 0; n < PIPELINES * 2; n += 1) begin(ACTIONS + n, 0, false);
  const ends = await Promise.all(begun);
  const duel = desks.filter(({ person }) => person === 'rita' || person === 'carl').slice(0, 2);
  for (const desk of duel) assert.ok(desk.say('revision', contested));
  const sides = duel.map(({ said }) => said.at(-1) ?? '');

  const settled = [];
  // When every clock that was ahead has been overtaken.
  const later = board.now + 4 * DAY_MS;
  for (const desk of desks) await desk.settle(later);
  for (const desk of desks) settled.push(await desk.settle(later));
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
    const counted = new Set(desk.counted(['request', 'comment', 'evidence', 'decision', 'window']));
    assert.deepEqual(
      said.filter((path) => !counted.has(path)),
      [],
    );
    const { heads } = desk.model.change(contested).file;
    assert.deepEqual(
      sides.filter((path) => !heads.some((head) => head.path === path)),
      [],
      'two who revise one text at once are both heard',
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
  const refusals = new Set(ends.flatMap(({ refusal }) => refusal ?? []));
  for (const refusal of refusals) assert.match(refusal, /^[^\n]+$/, 'one line of clear words');
  const forks = [...(settled[0]?.model.living() ?? [])].filter(({ file }) => file.heads.length > 1);
  const told = Object.entries(tally)
    .map(([what, times]) => `${times} ${what}`)
    .join(', ');
  t.diagnostic(
    `${DESKS} desks, ${PIPELINES} pipelines, ${ACTIONS} actions: ${told}; ${ends.length} begins, ${ends.filter(({ code }) => code === null).length} killed, ${uses.length} waivers used; ${said.length} records said, ${paths.length} on the line, ${forks.length} texts forked; refused: ${[...refusals].join(' | ')}`,
  );
});
