import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { Verdict } from '../../shared/gate/verdict.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, toInstant } from '../../shared/time/instant.ts';
import { artifact, createGateBoard, ourTz } from '../support/gateBoard.ts';
import { runGate } from '../support/runGate.ts';
import { shifted } from '../support/shiftedTz.ts';

const now = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;

/** Lyon freezes in half an hour by our clocks; by data in which Paris is an hour further ahead it froze half an hour ago. */
async function boardVouchedWith(t: TestContext, version: string) {
  const home = mkdtempSync(join(tmpdir(), 'tidegate-clocks-'));
  t.after(() => rmSync(home, { recursive: true, force: true }));
  const board = await createGateBoard(join(home, 'board.git'), { now });
  const change = await board.change();
  const [start, end] = [now + HOUR_MS / 2, now + 3 * HOUR_MS];
  await board.window({ window: 'inventory', scope: { everything: false, sites: ['lyon'] }, start, end });
  await board.checkpoint({ ...shifted(ourTz(now), 'Europe/Paris', HOUR_MS, now - 5 * DAY_MS), version });
  const ask = (command: string, ...words: readonly string[]) =>
    runGate([command, '--ledger', board.folder, '--root', board.root, '--env', 'production', ...words]);
  return { ask, change, end };
}

test('where the checkpoint was signed by other clocks, what either denies is denied, and the gate says so', async (t) => {
  const { ask, change, end } = await boardVouchedWith(t, '2099z');
  const denied = await ask('check', '--change', change, '--digest', artifact, '--format', 'json');
  assert.equal(denied.code, 11, denied.stdout);
  const verdict = JSON.parse(denied.stdout) as Verdict;
  const [freeze] = verdict.reasons;
  assert.equal(freeze?.code, 'freeze');
  assert.match(freeze.text, /by the clocks of 2099z/);
  const said = verdict.reasons.find(({ code }) => code === 'tz-differs');
  assert.match(said?.text ?? '', /The clocks of Europe\/Paris differ .* 2099z .*: both must allow/);
  assert.equal(verdict.nextOpening, toInstant(end), 'the later of both ends');
  assert.equal(verdict.tz, process.versions.tz);
  assert.deepEqual(
    verdict.spans.map((span) => span.start),
    [toInstant(now + HOUR_MS / 2), toInstant(now - HOUR_MS / 2)],
    'the spans of both are what it rests on',
  );
  const text = await ask('check', '--change', change, '--digest', artifact);
  assert.match(text.stdout, /both must allow/);

  const closed = await ask('calendar', '--site', 'lyon');
  assert.equal(closed.code, 10, closed.stdout);
  assert.match(closed.stdout, /time zones +The clocks of Europe\/Paris differ/);
  const elsewhere = await ask('calendar', '--site', 'newark');
  assert.equal(elsewhere.code, 0, elsewhere.stdout);
});

test('the same release is the same data: nothing is compared, nothing is said', async (t) => {
  const { ask, change } = await boardVouchedWith(t, process.versions.tz ?? 'unknown');
  const allowed = await ask('check', '--change', change, '--digest', artifact);
  assert.equal(allowed.code, 0, allowed.stdout);
  assert.doesNotMatch(allowed.stdout, /both must allow/);
});
