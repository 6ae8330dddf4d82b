import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Browser, Page } from 'playwright';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { launchChromium } from '../support/browser.ts';

/** What both pages hang on `window`. */
interface BenchPage {
  readonly first: (count: number) => Promise<number>;
  readonly labels: () => string[];
  readonly text: () => string;
  readonly travel: () => Promise<Record<string, { frames: number[]; long: number[] }>>;
}
declare global {
  var page: BenchPage;
}

const MANY = 20_000;
const FEW = 200;
const RUNS = 5;
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

const root = join(import.meta.dirname, 'timeline');
const outDir = mkdtempSync(join(tmpdir(), 'tidegate-timeline-'));
await build({
  root,
  configFile: false,
  base: './',
  logLevel: 'error',
  plugins: [react()],
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2023',
    chunkSizeWarningLimit: 4_000,
    reportCompressedSize: false,
    rolldownOptions: { input: ['ours', 'theirs'].map((name) => join(root, `${name}.html`)) },
  },
});
const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  try {
    const bytes = readFileSync(join(outDir, path));
    response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream').end(bytes);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
const browser = await launchChromium();
try {
  await measureAll(browser);
} finally {
  await browser.close();
  server.close();
  rmSync(outDir, { recursive: true });
}

async function measureAll(chromium: Browser): Promise<void> {
  const first = { ours: [] as number[], theirs: [] as number[] };
  for (let run = 0; run < RUNS; run += 1)
    for (const side of ['theirs', 'ours'] as const) {
      const { page, ms } = await opened(chromium, side, MANY);
      if (run === 0) await assertShown(page, side);
      first[side].push(ms);
      await page.context().close();
    }
  tell('first paint, FullCalendar month', median(first.theirs));
  tell('first paint, our timeline', median(first.ours));
  const quicker = median(first.theirs) / median(first.ours);

  const frames = new Map<number, number[]>();
  const byPart = new Map<string, number[]>();
  for (let run = 0; run < 3; run += 1)
    for (const count of [FEW, MANY]) {
      const { page } = await opened(chromium, 'ours', count);
      const told = await page.evaluate(() => globalThis.page.travel());
      for (const [part, { frames: times, long }] of Object.entries(told)) {
        frames.set(count, [...(frames.get(count) ?? []), ...times]);
        const name = `${part}, ${String(count)} changes`;
        byPart.set(name, [...(byPart.get(name) ?? []), ...times]);
        if (long.length > 0) console.log(`  ${name}: tasks of ${long.map((ms) => ms.toFixed(0)).join(', ')} ms`);
      }
      await page.context().close();
    }
  for (const [name, times] of byPart) tell(`  p95 frame, ${name}`, p95(times));
  tell(`p95 frame, ${String(FEW)} changes`, p95(frames.get(FEW) ?? []));
  tell(`p95 frame, ${String(MANY)} changes`, p95(frames.get(MANY) ?? []));
  const slower = p95(frames.get(MANY) ?? []) / p95(frames.get(FEW) ?? []);
  hold('first paint, times quicker than FullCalendar', quicker, quicker >= 10, 'at least 10');
  hold(`p95 frame, ${String(MANY)} to ${String(FEW)}`, slower, slower <= 1.25, 'at most 1.25');
}

async function opened(chromium: Browser, side: 'ours' | 'theirs', count: number): Promise<{ page: Page; ms: number }> {
  const context = await chromium.newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(`${origin}/${side}.html`);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const ms = await page.evaluate((many) => globalThis.page.first(many), count);
  assert.deepEqual(problems, []);
  return { page, ms };
}

/** A page that draws nothing is quick. */
async function assertShown(page: Page, side: 'ours' | 'theirs'): Promise<void> {
  if (side === 'theirs') {
    const text = await page.evaluate(() => globalThis.page.text());
    console.log(text.slice(0, 400));
    return;
  }
  await page.waitForSelector('.tg-lane-stop');
  await page.screenshot({ path: '/tmp/ours.png' });
  const labels = await page.evaluate(() => globalThis.page.labels());
  console.log(labels.length, labels.slice(0, 5));
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
