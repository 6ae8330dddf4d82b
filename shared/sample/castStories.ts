import { digestOf } from '../record/digest.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, type Ms } from '../time/instant.ts';
import { hitsOf } from '../window/hitsOf.ts';
import { workOf } from '../window/work.ts';
import type { WindowContext } from '../window/windowContext.ts';
import { diceChangeId } from './crockford.ts';
import { dealWorks, type Dealt } from './deal.ts';
import type { Dice } from './dice.ts';
import type { Story } from './story.ts';
import { writeRequest } from './writeRequest.ts';

/** The changes of the board at `now`: what each is, when it was asked for, when its work starts. */
export function castStories(now: Ms, windows: WindowContext, dice: Dice): Story[] {
  return dealWorks(dice).map((dealt, index) => {
    const artifact = digestOf(`sample artifact ${dealt.title}`);
    const draft = (start: Ms) => writeRequest({ ...dealt, change: '', start, artifact, dice: null });
    const start = chooseStart(dealt, index, now, dice, (at) =>
      hitsOf(workAt(draft(at)), windows).some(({ effect }) => effect === 'freeze'),
    );
    const request = writeRequest({ ...dealt, change: diceChangeId(start, dice), start, artifact, dice });
    return {
      destination: dealt.destination,
      openedAt: openedAt(dealt, start, now, dice),
      start,
      request,
      leaveOpen: dice.chance(0.6) ? 1 : dice.between(2, 3),
      outcome: outcomeOf(dealt, index, dice),
    };
  });
}

function workAt(request: Story['request']): NonNullable<ReturnType<typeof workOf>> {
  const work = workOf({ ...request, follows: [] });
  if (work === null) throw new RangeError('a sample change always has a time');
  return work;
}

/** Sites work at night or early; most starts stay clear of freezes, so that those that do not stand out. */
function chooseStart(dealt: Dealt, index: number, now: Ms, dice: Dice, frozen: (at: Ms) => boolean): Ms {
  const length = dealt.work.minutes * MINUTE_MS;
  if (dealt.destination === 'implementing') return quarter(now - length * (0.3 + dice.next() * 0.4));
  if (dealt.destination === 'validating') return quarter(now - length - dice.between(40, 170) * MINUTE_MS);
  if (dealt.destination === 'scheduled' && index % 4 === 0) return quarter(now + dice.between(5, 13) * HOUR_MS);
  const mayHit = !dealt.emergency && dice.chance(0.12);
  let start = now;
  for (let attempt = 0; attempt < 14; attempt += 1) {
    const days = daysFromNow(dealt, dice);
    const midnight = Math.floor((now + days * DAY_MS) / DAY_MS) * DAY_MS;
    start = midnight + dice.pick([4, 5, 6, 9, 19, 20, 21, 22]) * HOUR_MS + dice.pick([0, 15, 30]) * MINUTE_MS;
    if (days < 0 && start + length > now - 2 * DAY_MS) start -= 3 * DAY_MS;
    if (mayHit || !frozen(start)) break;
  }
  return start;
}

const quarter = (at: Ms): Ms => Math.floor(at / (15 * MINUTE_MS)) * 15 * MINUTE_MS;

function daysFromNow({ destination }: Dealt, dice: Dice): number {
  const spread = dice.next();
  switch (destination) {
    case 'closed':
      return -5 - spread * spread * 140;
    case 'review':
      return -3 - spread * 4;
    case 'expired':
      return -4 - spread * 9;
    case 'rejected':
    case 'cancelled':
      return 6 - spread * 30;
    case 'assessment':
      return 5 + spread * 26;
    case 'scheduled':
      return 1 + spread * 9;
    default:
      return 1.5 + spread * 17;
  }
}

function openedAt({ emergency, destination }: Dealt, start: Ms, now: Ms, dice: Dice): Ms {
  if (emergency) return Math.min(start, now) - dice.between(80, 200) * MINUTE_MS;
  const base = destination === 'assessment' || destination === 'authorization' ? now : Math.min(start, now);
  return base - Math.round((2 + dice.next() * 7) * DAY_MS);
}

function outcomeOf({ destination }: Dealt, index: number, dice: Dice): Story['outcome'] {
  if (destination === 'review') return index % 2 === 0 ? 'failed-rolled-back' : 'failed-fixed-forward';
  if (destination !== 'closed') return 'successful';
  const roll = dice.next();
  if (roll < 0.06) return 'failed-rolled-back';
  return roll < 0.14 ? 'successful-with-issues' : 'successful';
}
