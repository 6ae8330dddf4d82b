import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY_MS, toInstant, type Ms } from '../../shared/time/instant.ts';
import { openTestDesk, type TestDesk } from '../support/desk.ts';
import { submit } from '../support/submit.ts';

const told = (desk: TestDesk) => new Set(desk.news.flatMap(({ kinds }) => kinds));
const settle = () => new Promise((resolve) => setImmediate(resolve));

test('a change expires when its time has passed, and the views are told', async (t) => {
  const desk = await openTestDesk(t);
  const { change } = await submit(desk);
  const state = async () => (await desk.ask('changes.read', { change })).lifecycle.state;
  assert.notEqual(await state(), 'expired');
  await settle();
  desk.news.length = 0;
  desk.pass(21 * DAY_MS);
  desk.tick();
  await settle();
  assert.equal(await state(), 'expired');
  assert.ok(told(desk).has('clock') && told(desk).has('changes'));
});

test('a minute in which nothing happens tells nobody anything', async (t) => {
  const desk = await openTestDesk(t);
  await settle();
  desk.news.length = 0;
  desk.tick();
  await settle();
  assert.deepEqual(desk.news, []);
});

test('whoever acts is told apart: what waits for one does not wait for the other', async (t) => {
  const desk = await openTestDesk(t);
  const { me } = await desk.ask('app.status', {});
  const waiting = new Set<string>();
  for (const { person } of me.canActAs) {
    await desk.ask('me.actAs', { person });
    const status = await desk.ask('app.status', {});
    const today = await desk.ask('today.read', {});
    assert.ok(today.waiting.length <= status.waitingForMe);
    for (const { change } of today.waiting) {
      const { mayDecide, whyNotDecide } = await desk.ask('changes.read', { change });
      assert.ok(mayDecide.length > 0, `${person} is asked for ${change} and may not decide: ${whyNotDecide}`);
    }
    waiting.add(today.waiting.map(({ change }) => change).join());
  }
  assert.ok(waiting.size > 2);
  const again = await desk.restart();
  assert.equal((await again.ask('app.status', {})).me.person, me.canActAs.at(-1)?.person);
});

test('the day a month shows has as many hours as the zone gives it', async (t) => {
  const desk = await openTestDesk(t);
  const day = async (month: string, zone: string, name: string): Promise<Ms> => {
    const { days } = await desk.ask('calendar.month', { month, zone, filter: {} });
    assert.equal(days.length % 7, 0);
    const found = days.find((each) => each.day === name);
    return (found!.end - found!.start) / 3_600_000;
  };
  assert.equal(await day('2026-10', 'Europe/Paris', '2026-10-25'), 25);
  assert.equal(await day('2027-03', 'Europe/Paris', '2027-03-28'), 23);
  assert.equal(await day('2026-11', 'Asia/Kolkata', '2026-11-01'), 24);
});

test('the calendar counts what the table lists', async (t) => {
  const desk = await openTestDesk(t);
  const month = toInstant(desk.now()).slice(0, 7);
  const { days } = await desk.ask('calendar.month', { month, zone: 'UTC', filter: {} });
  const start = days[0]!.start;
  const end = days.at(-1)!.end;
  const { bars, density } = await desk.ask('calendar.timeline', { start, end, by: 'site', filter: {} });
  assert.deepEqual(
    density,
    days.map(({ total }) => total),
  );
  const today = days.find((each) => each.start <= desk.now() && desk.now() < each.end)!;
  const running = bars.filter((bar) => bar.start < today.end && today.start < bar.end);
  assert.equal(today.total, running.length);
  assert.equal(
    Object.values(today.byBand).reduce((sum, count) => sum + count, 0),
    today.total,
  );
});
