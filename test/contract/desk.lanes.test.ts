import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LaneKind } from '../../shared/api/calendarCalls.ts';
import { DAY_MS } from '../../shared/time/instant.ts';
import { openTestDesk, type TestDesk } from '../support/desk.ts';

const around = (desk: TestDesk) => ({ start: desk.now() - 40 * DAY_MS, end: desk.now() + 40 * DAY_MS });
const timeline = (desk: TestDesk, by: LaneKind) => desk.ask('calendar.timeline', { ...around(desk), by, filter: {} });

test('whatever lanes stand for, every change is on at least one and the changes are the same', async (t) => {
  const desk = await openTestDesk(t);
  const bySite = await timeline(desk, 'site');
  for (const by of ['service', 'team', 'process'] as const) {
    const { bars, lanes } = await timeline(desk, by);
    assert.deepEqual(
      bars.map(({ change }) => change),
      bySite.bars.map(({ change }) => change),
    );
    for (const bar of bars) assert.ok(bar.lanes.length > 0, `${bar.title} by ${by}`);
    for (const index of bars.flatMap((bar) => bar.lanes)) assert.ok(lanes[index], by);
    assert.equal(new Set(lanes.map(({ id }) => id)).size, lanes.length);
  }
});

test('a change stands on the lane of the team of who implements it', async (t) => {
  const desk = await openTestDesk(t);
  const { lanes, bars } = await timeline(desk, 'team');
  const names = lanes.map(({ label }) => label);
  for (const team of ['Platform', 'Integration', 'Store systems', 'Warehouse', 'Finance systems']) {
    assert.ok(names.includes(team), team);
  }
  const [bar] = bars.filter(({ lanes: on }) => lanes[on[0] ?? -1]?.label === 'Integration');
  assert.ok(bar);
  const { row } = await desk.ask('changes.read', { change: bar.change as never });
  assert.equal(row.implementer, 'lucas-ferreira');
});

test('a change stands on every process that stops with what it touches, and only there', async (t) => {
  const desk = await openTestDesk(t);
  const { lanes, bars } = await timeline(desk, 'process');
  const { nodes } = await desk.ask('map.read', {});
  const processes = new Set(nodes.filter(({ kind }) => kind === 'business-process').map(({ service }) => service));
  assert.ok(processes.size > 0);
  for (const { id } of lanes) assert.ok(processes.has(id) || id === 'no-process', id);
  let several = 0;
  for (const bar of bars.slice(0, 25)) {
    const { row } = await desk.ask('changes.read', { change: bar.change as never });
    const { reached } = await desk.ask('map.blast', { services: [...row.services] });
    const stops = reached
      .filter(({ service, strong }) => strong && processes.has(service))
      .map(({ service }) => service);
    const on = bar.lanes.map((index) => lanes[index]?.id ?? '');
    assert.deepEqual(on.toSorted(), stops.length > 0 ? stops.toSorted() : ['no-process']);
    if (stops.length > 1) several += 1;
  }
  assert.ok(several > 0);
});

test('a window lies on the lane of a process when it covers something under it', async (t) => {
  const desk = await openTestDesk(t);
  const { lanes, bands } = await timeline(desk, 'process');
  const close = bands.find(({ title }) => /month-end/i.test(title));
  assert.ok(close);
  assert.ok(close.lanes.some((index) => lanes[index]?.id === 'month-end-close'));
  const byTeam = await timeline(desk, 'team');
  const on = byTeam.bands.find(({ window }) => window === close.window);
  assert.ok(on && on.lanes.length > 0 && on.lanes.length <= byTeam.lanes.length);
});
