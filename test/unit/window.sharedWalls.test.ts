import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expandWindow } from '../../shared/window/expandWindow.ts';
import { createTopology } from '../../shared/topology/createTopology.ts';
import { aContext, aSite, aWindow, at, lasting, sixZones } from '../support/windowBuild.ts';

const sites = sixZones.map((zone, n) => aSite(`site-${n}`, zone));
const known = new Map(sites.map((site) => [site.site, site]));
const period = { start: at('2026-01-01T00:00'), end: at('2026-12-31T00:00') };

for (const rule of ['FREQ=WEEKLY;BYDAY=SU', 'FREQ=DAILY;UNTIL=20260615T060000Z', 'FREQ=DAILY;UNTIL=20260615T060000'])
  test(`one schedule on several clocks is read as on each alone: ${rule}`, () => {
    const window = aWindow({ zone: 'site', schedule: lasting('2026-01-01T02:30', rule, 'PT4H') });
    const context = aContext([window], { sites, topology: createTopology([]) });
    assert.deepEqual(context.spans(window, period), expandWindow(window, known, period));
  });
