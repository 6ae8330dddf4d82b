import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY_MS, HOUR_MS, type Ms } from '../../shared/time/instant.ts';
import { siteOf } from '../support/ledgerBodies.ts';
import { START, startLine } from '../support/ledgerLine.ts';
import { freezeOf } from '../support/tamper/honestBodies.ts';
import { team } from '../support/tamper/honestPeople.ts';

/** The board goes home on Friday; on Sunday Bruno, who owns the freeze, shortens it and says that it was Friday. */
const FRIDAY = START + 10 * HOUR_MS;
const SUNDAY = FRIDAY + 2 * DAY_MS;

/** Until when the longer freeze holds, after somebody else has signed at this moment. */
function heldUntil(bySomebody: Ms) {
  const line = startLine({ people: team });
  line.add(line.sign('site', siteOf(), { by: 'carl', at: FRIDAY }));
  const span = { start: SUNDAY - HOUR_MS, end: SUNDAY + 3 * DAY_MS };
  const freeze = line.sign('window', freezeOf('stop', 'lyon', span), { by: 'bruno', at: FRIDAY });
  line.add(freeze);
  line.add(line.sign('site', siteOf({ name: 'Lyon 2' }), { by: 'cora', at: bySomebody }));
  const shorter = { ...span, end: SUNDAY };
  const body = freezeOf('stop', 'lyon', shorter, { follows: [freeze.digest] });
  line.add(line.sign('window', body, { by: 'bruno', at: FRIDAY }));
  const [waiting] = line.replay.board(SUNDAY + HOUR_MS).waiting ?? [];
  return waiting?.earlier[0]?.until;
}

test('one other signature since is enough that an owner dates no shorter freeze back past it', () => {
  assert.equal(heldUntil(SUNDAY - HOUR_MS), SUNDAY - HOUR_MS + 2 * DAY_MS);
});

test('one clock that is far ahead makes a wait no longer than twice as long', () => {
  assert.equal(heldUntil(SUNDAY + 300 * DAY_MS), FRIDAY + 4 * DAY_MS);
});
