import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { CallName, Input, Output } from '../../shared/api/contract.ts';
import type { Mapping } from '../../shared/importer/mapping.ts';
import { shippedMappings } from '../../shared/importer/shippedMappings.ts';
import { DAY_MS, HOUR_MS, toInstant, toMs } from '../../shared/time/instant.ts';
import { openTestDesk } from '../support/desk.ts';
import { ended } from '../support/submit.ts';

const CHANGES = 12_600;
const RUNS = 15;
const YEAR = { start: toMs('2013-01-01T00:00:00Z'), end: toMs('2014-01-01T00:00:00Z') };
const cleanups: (() => unknown)[] = [];
const context = { after: (cleanup: () => unknown) => cleanups.push(cleanup) } as unknown as TestContext;

const { types: _types, ...shipped } = shippedMappings[0]!;
const mapping: Mapping = {
  ...shipped,
  types: { '*': 'normal' },
  columns: { id: 'id', title: ['title'], plannedStart: 'from', plannedEnd: 'to', services: 'services' },
};
const cell = (at: number) => toInstant(at).slice(0, 16).replace('T', ' ');
const rows = Array.from({ length: CHANGES }, (_, n) => {
  const start = YEAR.start + 2 * HOUR_MS + ((n * 7_919) % 364) * DAY_MS + (n % 20) * HOUR_MS;
  // One change in a hundred touches two hundred services: real logs hold some with a thousand.
  const services = Array.from(
    { length: n % 100 === 0 ? 200 : 1 + (n % 3) },
    (_unused, k) => `WBS${(n * 13 + k) % 260}`,
  );
  return `C${n},Release ${n} of unit ${n % 40},${cell(start)},${cell(start + 3 * HOUR_MS)},${services.join('|')}`;
});

let desk = await openTestDesk(context);
const { staged } = await desk.ask('imports.stage', {
  name: 'year.csv',
  text: ['id,title,from,to,services', ...rows].join('\n'),
});
const job = await ended(desk, (await desk.ask('imports.run', { staged, mapping })).job);
assert.equal(job.state, 'done', JSON.stringify(job));

/** Half of the runs took no longer. Budgets are told, not held: how quick a machine is decides nothing about the code. */
async function measured<N extends CallName>(
  name: string,
  budgetMs: number,
  call: N,
  input: Input<N>,
  isRight: (answer: Output<N>) => boolean,
): Promise<void> {
  // A fast wrong answer must not pass.
  assert.ok(isRight(await desk.ask(call, input)), name);
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const began = performance.now();
    await desk.dispatch(call, input);
    times.push(performance.now() - began);
  }
  const median = times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
  tell(name, median, budgetMs, `median of ${RUNS}`);
}

const page = { filter: {}, sort: { by: 'start', descending: true }, offset: 0, limit: 100 } as const;
const total = CHANGES + 120;
await measured('a page of all changes', 30, 'changes.list', page, (answer) => answer.total === total);
await measured(
  'a page by state',
  30,
  'changes.list',
  { ...page, sort: { by: 'state', descending: false } },
  (answer) => answer.total === total,
);
await measured(
  'the last page',
  30,
  'changes.list',
  { ...page, offset: total - 20 },
  (answer) => answer.rows.length === 20,
);
await measured(
  'search as you type',
  30,
  'changes.list',
  { ...page, filter: { text: 'rel 12' } },
  (answer) => answer.total > 100,
);
await measured('a month', 60, 'calendar.month', { month: '2013-06', zone: 'Europe/Paris', filter: {} }, (answer) =>
  answer.days.some((day) => day.total > 20),
);
const quarter = { start: toMs('2013-04-01T00:00:00Z'), end: toMs('2013-07-01T00:00:00Z') };
await measured(
  'a quarter by site',
  120,
  'calendar.timeline',
  { ...quarter, by: 'site', filter: {} },
  (answer) => answer.bars.length > 3_000,
);
await measured(
  'a year by site',
  400,
  'calendar.timeline',
  { ...YEAR, by: 'site', filter: {} },
  (answer) => answer.bars.length >= CHANGES - 40,
);
await measured(
  'a year by service',
  400,
  'calendar.timeline',
  { ...YEAR, by: 'service', filter: {} },
  (answer) => answer.lanes.length >= 200,
);
await measured('today', 60, 'today.read', {}, (answer) => answer.waiting.length > 0);
await measured('the map', 60, 'map.read', {}, (answer) => answer.nodes.length >= 200);

const began = performance.now();
desk = await desk.restart();
const status = await desk.ask('app.status', {});
const warm = performance.now() - began;
assert.equal(status.changes, total);
tell('a warm start to the first status', warm, 1_000, 'once');

for (const cleanup of cleanups.toReversed()) await cleanup();

function tell(name: string, ms: number, budgetMs: number, how: string): void {
  const verdict = ms > budgetMs ? 'OVER' : 'inside';
  console.log(`${name.padEnd(44)} ${ms.toFixed(1).padStart(8)} ms   ${verdict} ${budgetMs} ms (${how})`);
}
