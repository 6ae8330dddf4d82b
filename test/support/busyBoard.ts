import { existsSync, readFileSync } from 'node:fs';
import type { ServiceBody, SiteBody } from '../../shared/record/body/siteBody.ts';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import { HOUR_MS } from '../../shared/time/instant.ts';
import type { Work } from '../../shared/window/work.ts';
import { aService, aSite, aWindow, aWork, at, lasting, sixZones, until } from './windowBuild.ts';

/** Mulberry32: the same board in every run. */
export function createDice(seed: number): <T>(all: readonly T[]) => T {
  let state = seed;
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    const twice = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((twice ^ (twice >>> 14)) >>> 0) / 4_294_967_296;
  };
  return (all) => all[Math.floor(roll() * all.length)]!;
}

const file = new URL('../../../shared/data/service-maps/odoo-18-core.json', import.meta.url);
const MODULES = 590;
const EDGES = 1_232;

interface ServiceMap {
  readonly nodes: readonly { readonly id: string }[];
  readonly edges: readonly { readonly from: string; readonly to: string }[];
}

/** The 590 modules of Odoo 18 and what they depend on; where that file is absent, a graph of its size and shape. */
export function odooServices(): { readonly name: string; readonly services: readonly ServiceBody[] } {
  const isThere = existsSync(file);
  const { nodes, edges }: ServiceMap = isThere ? JSON.parse(readFileSync(file, 'utf8')) : likeOdoo();
  const below = new Map<string, string[]>(nodes.map(({ id }) => [id, []]));
  for (const { from, to } of edges) below.get(from)?.push(to);
  const services = nodes.map(({ id }) => aService(id, below.get(id)));
  return { name: isThere ? 'odoo-18-core.json' : 'a generated graph like Odoo 18', services };
}

/** Each depends on a few before it, most often on the oldest: a handful of hubs under many leaves. */
function likeOdoo(): ServiceMap {
  const dice = createDice(590);
  const nodes = Array.from({ length: MODULES }, (_, n) => ({ id: `module-${n}` }));
  const unit = Array.from({ length: 1_000 }, (_, n) => n / 1_000);
  const edges = Array.from({ length: EDGES }, (_, n) => {
    const from = 1 + (n % (MODULES - 1));
    return { from: `module-${from}`, to: `module-${Math.floor(from * dice(unit) ** 3)}` };
  });
  return { nodes, edges };
}

const rules = [
  'FREQ=DAILY',
  'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  'FREQ=WEEKLY;BYDAY=SU',
  'FREQ=MONTHLY;BYDAY=-1SA',
  'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
  'FREQ=YEARLY;BYMONTH=11;BYDAY=MO;BYMONTHDAY=19,20,21,22,23,24,25',
];
const hours = Array.from({ length: 24 }, (_, hour) => `2025-01-01T${String(hour).padStart(2, '0')}:00`);
const TWO_YEARS = Array.from({ length: 2 * 365 * 24 }, (_, n) => at('2026-01-01T00:00') + n * HOUR_MS);

export const busySites: readonly SiteBody[] = Array.from({ length: 24 }, (_, n) => aSite(`site-${n}`, sixZones[n % 6]));

/** Windows of all effects, on zones and on site clocks, over some services or sites, some with their feeders. */
export function busyWindows(count: number, services: readonly ServiceBody[]): WindowBody[] {
  const dice = createDice(300);
  return Array.from({ length: count }, (_, n) => {
    const place = [dice(busySites).site, dice(busySites).site, dice(busySites).site];
    const touched = [dice(services).service, dice(services).service];
    return aWindow({
      window: `window-${n}`,
      effect: dice(['freeze', 'soft-freeze', 'maintenance', 'peak']),
      zone: n % 5 === 0 ? 'site' : dice(sixZones),
      reach: dice(['direct', 'feeders']),
      scope:
        n % 3 === 0
          ? { everything: false, sites: place, environments: ['production'] }
          : { everything: false, services: touched, ...(n % 3 === 1 && { sites: place }) },
      schedule:
        n % 7 === 0
          ? until(
              dice(hours),
              'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
              dice(hours),
              'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=5',
            )
          : lasting(dice(hours), dice(rules), `PT${2 + (n % 9)}H`),
    });
  });
}

/** Works of one to five hours over two years, every tenth of three days, on one to three services at one or two sites. */
export function busyWorks(count: number, services: readonly ServiceBody[]): Work[] {
  const dice = createDice(2_000);
  return Array.from({ length: count }, (_, n) => {
    const start = dice(TWO_YEARS);
    return aWork({
      change: `CHG-2026-${String(n).padStart(7, '0')}`,
      services: [...new Set(Array.from({ length: 1 + (n % 3) }, () => dice(services).service))],
      sites: [...new Set(Array.from({ length: 1 + (n % 2) }, () => dice(busySites).site))],
      environment: n % 5 === 0 ? 'test' : 'production',
      implementer: `person-${n % 300}`,
      start,
      end: start + (n % 10 === 0 ? 72 : 1 + (n % 5)) * HOUR_MS,
    });
  });
}
