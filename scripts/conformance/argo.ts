import { readFileSync } from 'node:fs';
import { readArgo } from '../../shared/exchange/argocd/readArgo.ts';
import type { ReadWindow } from '../../shared/exchange/windowReading.ts';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import { expandWindow } from '../../shared/window/expandWindow.ts';
import { joined, readIndependently, type Stretch, type WrittenWindow } from './argoReading.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;
/** Two years with both clock changes of either hemisphere in each. */
const FROM = Date.UTC(2026, 0, 1);
const TO = Date.UTC(2028, 0, 1);

/**
 * Are the sync windows of this file open and closed when their cron, duration and zone say so?
 *
 * Every window must be imported and agree with an independent reading at each instant of a grid, or be refused where
 * that reading finds nothing that holds either.
 */
export async function conform(
  path: string,
  say: (line: string) => void,
): Promise<{ readonly agreed: number; readonly total: number }> {
  const text = readFileSync(path, 'utf8');
  const items = itemsOf(JSON.parse(text));
  const { windows, refused } = readArgo(text);
  let agreed = 0;
  for (const [index, item] of items.entries()) {
    const where = `item ${index + 1}`;
    const own = windows.filter((window) => window.where.includes(where));
    const refusal = refused.find((entry) => entry.where === where);
    const problem = disagreement(item, own, refusal?.reason);
    if (problem === null) agreed += 1;
    else say(`${where} ${[item.kind, item.schedule, item.duration, item.timeZone].map(plain).join(' | ')}: ${problem}`);
  }
  say(
    `${new Set(windows.flatMap(({ where }) => where)).size} imported as ${windows.length} windows, ${refused.length} refused`,
  );
  for (const { where, title, reason } of refused) say(`  ${where} ${title}: ${reason}`);
  return { agreed, total: items.length };
}

function disagreement(item: WrittenWindow, own: readonly ReadWindow[], reason: string | undefined): string | null {
  const reading = readIndependently(item, FROM, TO);
  if (own.length === 0) {
    if (reason === undefined) return 'neither imported nor refused';
    return reading === null ? null : `refused (${reason}), but it can be read`;
  }
  if (reason !== undefined) return `partly refused: ${reason}`;
  if (reading === null) return 'imported, but it cannot be read';
  const ours = joined(own.flatMap((window) => spansOf(window)));
  const [here, there] = [membership(ours), membership(reading.stretches)];
  const wrong = instants(ours, reading.stretches, reading.changes).filter((at) => here(at) !== there(at));
  const [first] = wrong;
  return first === undefined ? null : `differs at ${wrong.length} instants, first ${new Date(first).toISOString()}`;
}

function spansOf({ zone, schedule, effect, closedOutside }: ReadWindow): Stretch[] {
  const body: WindowBody = {
    window: 'conformance',
    title: 'Conformance',
    owner: 'nobody',
    ownerRole: 'change-manager',
    reason: '',
    scope: { everything: true },
    reach: 'direct',
    edge: 'finish',
    standing: 'published',
    follows: [],
    effect,
    closedOutside,
    zone: zone ?? 'UTC',
    schedule,
  };
  return expandWindow(body, new Map(), { start: FROM, end: TO }).map(({ start, end }) => [start, end]);
}

/** Every hour, every minute around a clock change, and around every edge of either reading; ascending. */
function instants(ours: readonly Stretch[], theirs: readonly Stretch[], changes: readonly number[]): number[] {
  const all = new Set<number>();
  for (let at = FROM; at < TO; at += HOUR) all.add(at);
  for (const change of changes) for (let at = change - 36 * HOUR; at < change + 36 * HOUR; at += MINUTE) all.add(at);
  for (const edge of [...ours, ...theirs].flat())
    for (const away of [-30, -15, -1, 0, 1, 15, 30]) all.add(edge + away * MINUTE);
  return [...all].filter((at) => at >= FROM && at < TO).toSorted((a, b) => a - b);
}

/** Asked in ascending order: is this instant inside? */
function membership(stretches: readonly Stretch[]): (at: number) => boolean {
  let next = 0;
  return (at) => {
    while (next < stretches.length && (stretches[next]?.[1] ?? at) <= at) next += 1;
    return (stretches[next]?.[0] ?? Number.POSITIVE_INFINITY) <= at;
  };
}

function itemsOf(value: unknown): WrittenWindow[] {
  if (Array.isArray(value))
    return value.flatMap((each: unknown) => (isProject(each) ? itemsOf(each) : [each as WrittenWindow]));
  if (isProject(value)) return (value.spec.syncWindows ?? []) as WrittenWindow[];
  throw new Error('not a list of sync windows');
}

function isProject(value: unknown): value is { spec: { syncWindows?: unknown[] } } {
  return typeof value === 'object' && value !== null && 'spec' in value;
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value.replace(/[^\x20-\x7e]/g, '?').slice(0, 60) : '-';
}
