import { HOUR_MS, DAY_MS, toInstant } from '../../../shared/time/instant.ts';
import { member } from '../ledgerPeople.ts';
import { decidedOn, freezeOf, readyText } from './honestBodies.ts';
import { nextChange, type Honest } from './honest.ts';
import { teamWith } from './honestPeople.ts';

/** Some of what goes on beside the four changes, in an order that the dice give. None of it touches their answers. */
export function tellMore(honest: Honest): void {
  const count = honest.dice.between(2, 5);
  for (let n = 0; n < count; n += 1) honest.dice.pick(acts)(honest);
}

const acts: readonly ((honest: Honest) => void)[] = [
  otherChange,
  revisedChange,
  settledFreeze,
  cosignedFreeze,
  forkedFreeze,
  grownRoster,
  renamedPolicy,
  everydayTalk,
  offlineDecision,
];

function otherChange({ say, add, at }: Honest): void {
  const text = readyText(nextChange(), at, { implementer: 'rob' });
  add(say('request', text, 'rob'));
  add(say('decision', decidedOn(text), 'ivan'), say('decision', decidedOn(text), 'petra'));
  const started = { change: text.change, event: 'started' as const, environment: 'production' as const };
  add(say('receipt', { ...started, services: ['kiosk'], artifacts: [], happenedAt: toInstant(at) }, 'pipe'));
}

function revisedChange({ say, add, at }: Honest): void {
  const text = readyText(nextChange(), at);
  const first = say('request', text, 'rita');
  add(first);
  add(say('request', { ...text, title: 'Said better', follows: [first.digest] }, 'rita', { key: 'rita-phone' }));
}

function settledFreeze({ say, add, at, dice }: Honest): void {
  const window = `lyon-${dice.between(1, 999_999)}`;
  const span = { start: at + 30 * DAY_MS, end: at + 31 * DAY_MS };
  const first = say('window', freezeOf(window, 'lyon', span), 'bruno');
  add(first);
  add(say('window', freezeOf(window, 'lyon', span, { reason: 'Sales.', follows: [first.digest] }), 'bruno'));
}

function cosignedFreeze({ say, add, at, dice }: Honest): void {
  const window = `newark-${dice.between(1, 999_999)}`;
  const wide = say('window', freezeOf(window, 'newark', { start: at + 20 * DAY_MS, end: at + 21 * DAY_MS }), 'bruno');
  add(wide);
  add(say('cosign', { of: { kind: 'window', subject: window, digest: wide.digest } }, 'cora'));
}

function forkedFreeze({ say, add, at, dice }: Honest): void {
  const window = `fork-${dice.between(1, 999_999)}`;
  const span = { start: at + 40 * DAY_MS, end: at + 41 * DAY_MS };
  const first = say('window', freezeOf(window, 'lyon', span), 'carl');
  add(first);
  const sides = ['One', 'Other'].map((title) =>
    say(
      'window',
      freezeOf(window, 'lyon', span, { title, follows: [first.digest] }),
      title === 'One' ? 'carl' : 'bruno',
    ),
  );
  for (const side of sides) add(side);
}

function grownRoster({ say, add, line, dice }: Honest): void {
  const name = `new-${dice.between(1, 999_999)}`;
  const { people } = line.replay.board().roster;
  const body = { people: teamWith(name, member(name, ['requester']), people), follows: [line.inForce('roster')] };
  const roster = say('roster', body, 'ada');
  add(roster);
  add(say('cosign', { of: { kind: 'roster', digest: roster.digest } }, 'alan'));
}

function renamedPolicy({ say, add, line, dice }: Honest): void {
  const body = {
    ...line.replay.board().policy,
    name: `Policy ${dice.between(1, 99)}`,
    follows: [line.inForce('policy')],
  };
  const policy = say('policy', body, 'alan');
  // Both in one commit, as a desk that was offline sends them.
  add(say('cosign', { of: { kind: 'policy', digest: policy.digest } }, 'ada'), policy);
}

function everydayTalk({ say, add, texts, at, dice }: Honest): void {
  const { change } = texts.ready;
  const number = String(dice.between(1, 9_999_999)).padStart(7, '0');
  const meeting = { meeting: `MTG-2026-${number}`, title: 'Board', present: ['petra'], minutes: '', follows: [] };
  add(
    say('comment', { change, text: 'Seen.', follows: [] }, 'petra'),
    say('meeting', { ...meeting, start: toInstant(at), end: toInstant(at + HOUR_MS), agenda: [] }, 'carl'),
  );
}

/** Signed at a desk that had been offline: it has seen less, and counts all the same. */
function offlineDecision({ say, add, line, at }: Honest): void {
  const text = readyText(nextChange(), at);
  add(say('request', text, 'rita'));
  const seen = line.head();
  for (const change of [nextChange(), nextChange()]) add(say('request', readyText(change, at), 'rob'));
  add(say('decision', decidedOn(text), 'petra', { seen }));
}
