import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTestDesk, type TestDesk } from '../support/desk.ts';

const settle = () => new Promise((resolve) => setImmediate(resolve));
const rowsOf = async (desk: TestDesk) =>
  (
    await desk.ask('changes.list', {
      filter: {},
      sort: { by: 'change', descending: false },
      offset: 0,
      limit: 500,
    })
  ).rows;

test('a move re-judges what it meets before and after, and judging everybody then finds nothing to mend', async (t) => {
  const desk = await openTestDesk(t);
  const planned = (await rowsOf(desk)).filter(
    ({ state, start }) => ['assessment', 'authorization', 'scheduled'].includes(state) && (start ?? 0) > desk.now(),
  );
  const [target, ...others] = planned;
  assert.ok(target?.start && others.length > 3);
  let moved = 0;
  for (const { change, start } of others.slice(0, 6)) {
    // Whoever requested it may move it.
    const requester = planned.find((row) => row.change === change)?.requester ?? '';
    await desk.ask('me.actAs', { person: requester }).catch(() => undefined);
    const before = await rowsOf(desk);
    const reply = await desk.dispatch('changes.move', { change, start: target.start });
    if (!reply.ok) continue;
    moved += 1;
    await desk.dispatch('changes.move', { change, start: (start ?? 0) + 86_400_000 });
    await desk.dispatch('changes.move', { change, start: target.start });
    const after = await rowsOf(desk);
    assert.notDeepEqual(after, before);
    await settle();
    desk.news.length = 0;
    desk.tick();
    await settle();
    assert.deepEqual(await rowsOf(desk), after);
    assert.deepEqual(desk.news, [], 'a full judging changed no row');
  }
  assert.ok(moved > 0);
  const detail = await desk.ask('changes.read', { change: target.change });
  for (const { other } of detail.collisions) {
    const theirs = await desk.ask('changes.read', { change: other });
    assert.ok(
      theirs.collisions.some((each) => each.other === target.change),
      'each tells of the other',
    );
  }
});

test('free slots come with every refused start, and a search asks for no change in particular', async (t) => {
  const desk = await openTestDesk(t);
  const frozen = (await rowsOf(desk)).find(({ hits, services }) => hits > 0 && services.length > 0);
  assert.ok(frozen);
  const found = await desk.ask('slots.find', {
    services: [...frozen.services],
    sites: [...frozen.sites],
    tenants: [],
    environment: 'production',
    category: frozen.category,
    minutes: 120,
    from: desk.now(),
    count: 10,
  });
  assert.equal(found.slots.length, 10);
  assert.ok(found.slots.every((slot) => slot.end - slot.start === 120 * 60_000));
  assert.deepEqual(
    found.slots.map(({ score }) => score),
    found.slots.map(({ score }) => score).toSorted((a, b) => a - b),
  );
  for (const { start } of found.slots)
    assert.ok(!found.refused.some((stretch) => stretch.start <= start && start < stretch.end));
  assert.ok(found.refused.every(({ why }) => why.length > 0));
});
