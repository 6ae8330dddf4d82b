import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digestOf } from '../../shared/record/digest.ts';
import { createReplay } from '../../shared/ledger/replay.ts';
import { DAY_MS, HOUR_MS, toInstant, type Ms } from '../../shared/time/instant.ts';
import { deps, readOn, seededAt, type Reader } from '../support/differential/readers.ts';
import { serviceOf, siteOf } from '../support/ledgerBodies.ts';
import { fate, hashOf, START, startLine, type Line } from '../support/ledgerLine.ts';
import { verdictOn } from '../support/tamper/gateAnswer.ts';
import { artifact, decidedOn, freezeOf, readyText, testedFor } from '../support/tamper/honestBodies.ts';
import { team } from '../support/tamper/honestPeople.ts';

const AT: Ms = START + 3 * DAY_MS;
const text = readyText('CHG-2026-0000009', AT);

/** A change that is ready to go, on a line that several people have signed. */
function readyLine(): Line {
  const line = startLine({ people: team });
  const kiosk = serviceOf({ service: 'kiosk', tier: 4, kind: 'device', sites: ['lyon'] });
  line.add(line.sign('site', siteOf(), { by: 'carl' }), line.sign('service', kiosk, { by: 'cora' }));
  line.add(line.sign('request', text, { by: 'rita', at: START + HOUR_MS }));
  line.add(line.sign('evidence', testedFor(text.change, AT), { by: 'ivan', at: START + HOUR_MS }));
  return line;
}

/** What the desk, which reads everything, and the gate, which begins at a checkpoint after it all, object. */
function objections(line: Line, at = AT): readonly (readonly string[])[] {
  const desk: Reader = { replay: createReplay(deps), filed: [] };
  readOn(desk, line.commits);
  const gate = seededAt(line.commits, line.commits.length);
  assert.ok(gate);
  return [desk, gate].map(({ replay, filed }) =>
    verdictOn(replay, filed, text, at)
      .reasons.map(({ code }) => code)
      .filter((code) => code !== 'no-checkpoint'),
  );
}

/** Names begin with the clock of their author. */
const named = (hour: number) => `01KAJ${String(hour).padStart(21, '0')}`;

test('a rejection by whose clock went back is the last word at the gate too', () => {
  const line = readyLine();
  const say = (verdict: 'approve' | 'reject', hour: number) =>
    line.add(
      line.sign('decision', decidedOn(text, { verdict }), { by: 'petra', at: START + hour * HOUR_MS, id: named(hour) }),
    );
  say('approve', 30);
  assert.deepEqual(objections(line), [['approved'], ['approved']]);
  say('reject', 6);
  assert.deepEqual(objections(line), [['rejected'], ['rejected']]);
});

test('a start that is dated back before a freeze finishes nothing inside it, at the gate either', () => {
  const line = readyLine();
  const freeze = freezeOf('stop', 'lyon', { start: AT - 2 * HOUR_MS, end: AT + HOUR_MS });
  line.add(line.sign('window', freeze, { by: 'bruno', at: START + HOUR_MS }));
  for (const by of ['carl', 'cora'])
    line.add(line.sign('comment', { change: text.change, text: 'Frozen', follows: [] }, { by, at: AT - HOUR_MS }));
  const at = AT - 3 * HOUR_MS;
  const body = {
    change: text.change,
    event: 'started' as const,
    environment: 'production' as const,
    services: ['kiosk'],
    artifacts: [{ service: 'kiosk', digest: artifact }],
    happenedAt: toInstant(at),
  };
  line.add(line.sign('receipt', body, { by: 'pipe', at }));
  for (const codes of objections(line)) {
    assert.ok(codes.includes('freeze'), codes.join(' '));
    assert.ok(!codes.includes('edge-finish'));
  }
});

test('who wrote a text that was taken away decides no later one, at the gate either', () => {
  const line = readyLine();
  const [request] = line.commits[2]?.added ?? [];
  assert.ok(request?.text);
  const anew = { ...text, title: 'Said anew', follows: [digestOf(request.text)] };
  line.add(line.sign('request', anew, { by: 'ivan', at: START + 2 * HOUR_MS }));
  const gone = { path: request.path, blob: hashOf(request.text), reason: 'Not hers' };
  line.add(line.sign('quarantine', gone, { by: 'carl', at: START + 2 * HOUR_MS }));
  const cut = line.commits.length;
  const own = line.sign('decision', decidedOn(text), { by: 'rita', at: START + 3 * HOUR_MS });
  assert.equal(fate(line.add(own), own), 'self-approval');
  const gate = seededAt(line.commits, cut);
  assert.ok(gate);
  assert.equal(fate(readOn(gate, line.commits.slice(cut)), own), 'self-approval');
});

test('a role that ran out signs nothing more by having seen only what came before the checkpoint', () => {
  const line = readyLine();
  const seen = line.head();
  const cut = line.commits.length;
  const late = line.sign('decision', decidedOn(text), { by: 'temp', at: START + HOUR_MS, seen });
  for (const by of ['carl', 'cora'])
    line.add(
      line.sign('comment', { change: text.change, text: 'Later', follows: [] }, { by, at: START + 5 * HOUR_MS }),
    );
  const tooLate = line.sign('decision', decidedOn(text), { by: 'temp', at: START + HOUR_MS, seen: line.head() });
  const vouched = line.commits.length;
  line.add(tooLate);
  line.add(late);
  for (const from of [cut, vouched]) {
    const gate = seededAt(line.commits, from);
    assert.ok(gate);
    const standings = readOn(gate, line.commits.slice(from));
    assert.deepEqual([fate(standings, tooLate), fate(standings, late)], ['not-entitled', 'counted']);
  }
});
