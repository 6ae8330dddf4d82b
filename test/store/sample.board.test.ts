import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createSample } from '../../electron/sample/createSample.ts';
import { readKey } from '../../electron/seal/keyFile.ts';
import { lifecycleStates } from '../../shared/record/words.ts';
import { windowsInForce } from '../../shared/ledger/board.ts';
import { expandWindow } from '../../shared/window/expandWindow.ts';
import { waiverStandings } from '../../shared/waiver/waiverStanding.ts';
import { DAY_MS } from '../../shared/time/instant.ts';
import { readLedger } from '../support/readSample.ts';

const at = (text: string) => Date.parse(text);
const drawn = (states: Iterable<string>) => [...new Set(states)].toSorted();

async function sampleAt(now: number) {
  const folder = mkdtempSync(join(tmpdir(), 'tidegate-sample-'));
  const sample = await createSample(join(folder, 'ledger.git'), {
    now,
    seed: 'tidegate',
    keysFolder: join(folder, 'keys'),
  });
  return { folder, sample, clean: () => rmSync(folder, { recursive: true, force: true }) };
}

for (const now of [at('2026-11-20T10:00:00Z'), at('2027-03-28T00:30:00Z')])
  test(`the sample board of ${new Date(now).toISOString().slice(0, 10)} counts to the last record, shows every state and can be approved`, async () => {
    const { folder, sample, clean } = await sampleAt(now);
    try {
      const { board, standings, changes } = await readLedger(join(folder, 'ledger.git'), sample.head, now);
      assert.deepEqual(
        standings.filter(({ standing }) => standing !== 'counted'),
        [],
      );
      assert.equal(changes.length, 120);
      assert.deepEqual([board.sites.size, board.services.size, board.windows.size], [8, 40, 18]);
      assert.equal(board.roster.people.length, 12);
      assert.ok(board.identity.sample);

      const states = drawn(changes.map(({ assessment }) => assessment.lifecycle.state));
      assert.deepEqual(states, drawn(lifecycleStates.filter((state) => state !== 'draft'))); // drafts are local
      assert.deepEqual(drawn(changes.map(({ assessment }) => assessment.risk.band)), [
        'critical',
        'high',
        'low',
        'moderate',
      ]);
      assert.deepEqual(drawn(changes.map(({ file }) => file.current?.record.body.type ?? '')), [
        'emergency',
        'normal',
        'standard',
      ]);

      const watched = changes.filter(({ assessment }) => assessment.lifecycle.hypercare);
      assert.ok(watched.length > 0, 'some work is done, confirmed and being watched');
      // What an expired or cancelled change shows has grown old since; another band may ask for other roles.
      const seenStandings = changes
        .filter(({ assessment }) => !['expired', 'cancelled'].includes(assessment.lifecycle.state))
        .flatMap(({ assessment }) => assessment.tally.decisions.map(({ standing }) => standing));
      assert.deepEqual(drawn(seenStandings.filter((standing) => standing !== 'counts' && standing !== 'lapsed')), []);
      const open = changes.filter(({ assessment }) => assessment.lifecycle.state === 'authorization');
      const asked = open.flatMap(({ assessment }) => assessment.tally.requirements);
      assert.ok(asked.filter(({ role, met }) => role === 'change-manager' && met.length === 0).length >= 3);
      for (const { role, met, could } of asked) assert.ok(met.length + could.length > 0, `somebody can fill ${role}`);

      const waivers = changes.flatMap(({ file, assessment }) =>
        waiverStandings(file, board, { at: now, band: assessment.risk.band }),
      );
      assert.deepEqual(drawn(waivers.map(({ state, isBreakGlass }) => `${state}${isBreakGlass ? ', broken' : ''}`)), [
        'unsigned',
        'used',
        'used, broken',
      ]);
      assert.ok(waivers.some(({ debtDueAt }) => debtDueAt !== null));
      const waits = waivers.find(({ state }) => state === 'unsigned');
      assert.deepEqual([waits?.signatures.owners, waits?.signatures.manager], [[], true]);

      const rules = changes.flatMap(({ assessment }) => assessment.tally.requirements.map(({ rule }) => rule));
      for (const { name } of board.policy.addOns.filter(({ when }) => when.services))
        assert.ok(
          rules.some((rule) => rule.includes(name)),
          `some change asks for "${name}"`,
        );

      const frozen = windowsInForce(board)
        .filter(({ effect }) => effect === 'freeze')
        .flatMap((window) => expandWindow(window, board.sites, { start: now, end: now + 3 * DAY_MS }));
      assert.ok(
        frozen.some(({ start, end }) => start <= now && now < end),
        'something is frozen now',
      );
      assert.ok(
        frozen.some(({ start }) => start > now),
        'something freezes soon',
      );
    } finally {
      clean();
    }
  });

test('the same day and seed give the same board, with a key file for each member and the root', async () => {
  const now = at('2026-07-14T12:00:00Z');
  const [one, two] = [await sampleAt(now), await sampleAt(now)];
  try {
    assert.deepEqual(one.sample, two.sample);
    const files = readdirSync(join(one.folder, 'keys')).filter((name) => !name.endsWith('.pub'));
    assert.equal(files.length, 13);
    assert.equal(readKey(join(one.folder, 'keys', 'root')).fingerprint, one.sample.rootFingerprint);
  } finally {
    one.clean();
    two.clean();
  }
});
