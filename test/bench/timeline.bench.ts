import assert from 'node:assert/strict';
import type { Page } from 'playwright';
import type { TimelineView } from '../../shared/api/calendarCalls.ts';
import { DAY_MS, HOUR_MS } from '../../shared/time/instant.ts';
import { launchChromium } from '../support/browser.ts';
import { serveBuilt } from '../support/serveBuilt.ts';
import { madeView, NOW, type Spread } from './timeline/items.ts';

/** What both pages hang on `window`. */
interface BenchPage {
  readonly first: (count: number, spread: Spread, isEqual: boolean) => Promise<number>;
  readonly stops: () => { node: string; label: string }[];
  readonly left: () => number[];
  readonly travel: () => Promise<Record<string, { frames: number[]; long: number[] }>>;
  readonly close: () => void;
}
declare global {
  var page: BenchPage;
}

const MANY = 20_000;
const FEW = 200;
const RUNS = 9;
const TRIPS = 3;

const served = await serveBuilt(`${import.meta.dirname}/timeline`, ['ours', 'theirs']);
const browser = await launchChromium();
try {
  const quicker = await measureFirstPaint('month');
  await measureFirstPaint('seasons');
  const slower = Math.max(await measureFrames('month'), await measureFrames('seasons'));
  hold('first paint, times quicker than FullCalendar', quicker, quicker >= 10, 'at least 10');
  hold(`p95 frame, ${String(MANY)} changes to ${String(FEW)}`, slower, slower <= 1.25, 'at most 1.25');
} finally {
  await browser.close();
  await served.close();
}

/** Both pages stay open and take turns; each mounts, is timed and is taken down, with everything warm or nothing. */
async function measureFirstPaint(spread: Spread): Promise<number> {
  const ours = await opened('ours');
  const theirs = await opened('theirs');
  const view = madeView(MANY, spread);
  assertOurs(view, await afterFirst(ours, spread, () => globalThis.page.stops()));
  assertTheirs(view, await afterFirst(theirs, spread, () => globalThis.page.left()));
  const times = { ours: [] as number[], equal: [] as number[], plain: [] as number[] };
  for (let run = 0; run < RUNS; run += 1) {
    times.equal.push(await timed(theirs, spread, true));
    times.ours.push(await timed(ours, spread, true));
    times.plain.push(await timed(theirs, spread, false));
  }
  console.log(
    spread === 'month'
      ? `${String(MANY)} changes in the month shown`
      : `${String(MANY)} changes over nine months, one of them shown`,
  );
  tell('first paint, FullCalendar month, the same task', median(times.equal));
  tell('first paint, FullCalendar month, only to look at', median(times.plain));
  tell('first paint, our timeline', median(times.ours));
  console.log(`  of the month only to look at: ${(median(times.plain) / median(times.ours)).toFixed(1)} times quicker`);
  console.log(`  of the same task: ${(median(times.equal) / median(times.ours)).toFixed(1)} times quicker`);
  await ours.context().close();
  await theirs.context().close();
  return median(times.equal) / median(times.ours);
}

async function timed(page: Page, spread: Spread, isEqual: boolean): Promise<number> {
  await page.bringToFront();
  return page.evaluate(
    async ([many, where, equal]) => {
      const ms = await globalThis.page.first(many, where, equal);
      await new Promise((resolve) => setTimeout(resolve, 300));
      globalThis.page.close();
      return ms;
    },
    [MANY, spread, isEqual] as const,
  );
}

async function afterFirst<T>(page: Page, spread: Spread, read: () => T): Promise<T> {
  await page.bringToFront();
  await page.evaluate(([many, where]) => globalThis.page.first(many, where, true), [MANY, spread] as const);
  await page.waitForTimeout(1_000);
  const said = await page.evaluate(read);
  await page.evaluate(() => globalThis.page.close());
  return said as T;
}

/** A page that draws nothing is quick: the marks in sight stand for all changes of their lanes in that month. */
function assertOurs(view: TimelineView, stops: readonly { node: string; label: string }[]): void {
  const lanes = new Set(stops.map(({ node }) => Number(node.split('|')[0])));
  const [start, end] = [NOW - 15.5 * DAY_MS, NOW + 15.5 * DAY_MS];
  const counted = stops
    .filter(({ node }) => !node.includes('|w:'))
    .reduce((sum, { label }) => sum + Number(/^(\d+) changes/.exec(label)?.[1] ?? 1), 0);
  const there = view.bars
    .filter((bar) => bar.start < end && bar.end > start)
    .reduce((sum, bar) => sum + bar.lanes.filter((lane) => lanes.has(lane)).length, 0);
  assert.ok(lanes.size >= 4, `${String(lanes.size)} lanes`);
  // A counted mark at an edge counts what lies just outside as well.
  assert.ok(counted >= there && counted < there * 1.1, `${String(counted)} of ${String(there)} changes`);
}

/** The same for theirs: what each day leaves out and what it shows come to what each day holds. */
function assertTheirs(view: TimelineView, left: readonly number[]): void {
  // Sunday 1 November in Paris, an hour before Greenwich's.
  const first = NOW - 16.375 * DAY_MS - HOUR_MS;
  const days = Array.from({ length: 42 }, (_, day) => first + day * DAY_MS);
  const there = days.reduce(
    (sum, day) => sum + view.bars.filter((bar) => bar.start < day + DAY_MS && bar.end > day).length,
    0,
  );
  const counted = left.reduce((sum, count) => sum + count, 0);
  assert.ok(counted > there * 0.8 && counted <= there, `${String(counted)} of ${String(there)}`);
}

async function measureFrames(spread: Spread): Promise<number> {
  console.log(`frames, ${spread}`);
  const frames = new Map<number, number[]>([
    [FEW, []],
    [MANY, []],
  ]);
  const byPart = new Map<string, number[]>();
  const long = new Map<number, number>();
  for (let trip = 0; trip < TRIPS; trip += 1)
    for (const [count, times] of frames) {
      const page = await opened('ours');
      await page.evaluate(([many, where]) => globalThis.page.first(many, where, true), [count, spread] as const);
      await page.waitForTimeout(1_000);
      for (const [part, told] of Object.entries(await page.evaluate(() => globalThis.page.travel()))) {
        times.push(...told.frames);
        long.set(count, (long.get(count) ?? 0) + told.long.length);
        const name = `${part}, ${String(count)} changes`;
        byPart.set(name, [...(byPart.get(name) ?? []), ...told.frames]);
      }
      await page.context().close();
    }
  for (const [name, times] of [...byPart].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    tell(`  p95 frame ${name}`, p95(times));
  for (const [count, tasks] of long)
    console.log(`  tasks of more than 50 ms, ${String(count)} changes: ${String(tasks)}`);
  const [few, many] = [p95(frames.get(FEW) ?? []), p95(frames.get(MANY) ?? [])];
  tell(`p95 frame, ${String(FEW)} changes`, few);
  tell(`p95 frame, ${String(MANY)} changes`, many);
  return many / few;
}

async function opened(side: 'ours' | 'theirs'): Promise<Page> {
  const viewport = { width: 1440, height: 900 };
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London', viewport });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(`${served.origin}/${side}.html`);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return page;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
function p95(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
}
function tell(name: string, ms: number): void {
  console.log(`${name.padEnd(60)} ${ms.toFixed(1).padStart(10)} ms`);
}
function hold(name: string, value: number, isHeld: boolean, limit: string): void {
  console.log(`${name.padEnd(60)} ${value.toFixed(2).padStart(10)} x   ${isHeld ? 'held' : 'MISSED'} (${limit})`);
  if (!isHeld) process.exitCode = 1;
}
