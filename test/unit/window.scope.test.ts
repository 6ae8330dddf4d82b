import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Scope, WindowBody } from '../../shared/record/body/windowBody.ts';
import { createTopology } from '../../shared/topology/createTopology.ts';
import type { Work } from '../../shared/window/work.ts';
import { aContext, aService, aSite, aWindow, aWork } from '../support/windowBuild.ts';

const some = (given: Omit<Scope, 'everything'>): Scope => ({ everything: false, ...given });
const covered = (given: Partial<WindowBody>, work: Partial<Work> = {}) => {
  const window = aWindow(given);
  return aContext([window])
    .cover(window, aWork(work))
    .map(({ place, path }) => ({ ...place, path: path.join(' > ') }));
};
const hit = (given: Partial<WindowBody>, work: Partial<Work> = {}) => covered(given, work).length > 0;

test('dimensions are an AND, what is listed in one is an OR', () => {
  const scope = some({ services: ['erp', 'wms'], sites: ['lyon', 'leeds'], environments: ['production'] });
  assert.ok(hit({ scope }));
  assert.ok(!hit({ scope }, { services: ['web'] }));
  assert.ok(!hit({ scope }, { sites: ['newark'] }));
  assert.ok(!hit({ scope }, { environment: 'test' }));
});

test('only the cells of the change that the window covers are told', () => {
  const scope = some({ services: ['erp'], tenants: ['blue'] });
  const cells = covered({ scope }, { services: ['erp', 'web'], sites: ['lyon', 'newark'], tenants: ['blue', 'red'] });
  assert.deepEqual(cells, [
    { service: 'erp', site: 'lyon', tenant: 'blue', path: 'erp' },
    { service: 'erp', site: 'newark', tenant: 'blue', path: 'erp' },
  ]);
});

test('what is left out is out, in every dimension', () => {
  const everything = { everything: true };
  assert.ok(hit({ scope: everything }));
  assert.ok(!hit({ scope: { ...everything, except: { services: ['erp'] } } }));
  assert.ok(!hit({ scope: { ...everything, except: { sites: ['lyon'] } } }));
  assert.ok(
    !hit({ scope: { ...everything, except: { categories: ['security-patch'] } } }, { category: 'security-patch' }),
  );
  assert.ok(!hit({ scope: { ...everything, except: { environments: ['test'] } } }, { environment: 'test' }));
  assert.ok(!hit({ scope: { ...everything, except: { processes: ['posting'] } } }, { services: ['erp-db'] }));
  assert.ok(!hit({ scope: { ...some({ services: ['erp'] }), except: { services: ['erp'] } } }));
});

test('a process covers itself and everything it depends on strongly, with the way up to it', () => {
  const scope = some({ processes: ['posting'] });
  assert.equal(covered({ scope }, { services: ['erp-db'] })[0]?.path, 'erp-db > erp > posting');
  assert.equal(covered({ scope }, { services: ['posting'] })[0]?.path, 'posting');
  assert.ok(!hit({ scope }, { services: ['web'] }));
});

test('feeders hit what the scope stands on through strong edges, direct reach does not', () => {
  const scope = some({ services: ['erp'] });
  assert.equal(covered({ scope, reach: 'feeders' }, { services: ['erp-db'] })[0]?.path, 'erp-db > erp');
  assert.ok(!hit({ scope, reach: 'direct' }, { services: ['erp-db'] }));
  assert.ok(!hit({ scope: some({ services: ['web'] }), reach: 'feeders' }), 'web only degrades without erp');
  assert.ok(!hit({ scope, reach: 'feeders' }, { services: ['posting'] }), 'what stands on the scope does not feed it');
});

test('a feeder in the datacentre is hit by the freeze of the warehouse that stands on it', () => {
  const topology = createTopology([
    aService('wms', ['wms-db'], { sites: ['lyon', 'leeds'] }),
    aService('wms-db', [], { sites: ['dc', 'leeds'] }),
  ]);
  const window = aWindow({ scope: some({ services: ['wms'], sites: ['lyon'] }), reach: 'feeders', zone: 'site' });
  const context = aContext([window], { topology, sites: [aSite('lyon'), aSite('dc'), aSite('leeds')] });
  const cover = (site: string) => context.cover(window, aWork({ services: ['wms-db'], sites: [site] }));
  assert.deepEqual(cover('dc'), [
    { place: { service: 'wms-db', site: 'dc', tenant: null }, path: ['wms-db', 'wms'], clocks: ['lyon'] },
  ]);
  assert.deepEqual(cover('leeds'), [], 'leeds has its own');
  assert.equal(context.cover(window, aWork({ services: ['wms'], sites: ['dc'] })).length, 0, 'said to be elsewhere');
});

test('a change that names no site touches all sites of its services', () => {
  const topology = createTopology([aService('wms', [], { sites: ['lyon', 'leeds'] }), aService('erp')]);
  const both = (services: string[], site: string, effect: WindowBody['effect']) => {
    const window = aWindow({ scope: some({ sites: [site] }), effect });
    return aContext([window], { topology }).cover(window, aWork({ services, sites: [] })).length > 0;
  };
  assert.ok(both(['wms'], 'lyon', 'freeze'));
  assert.ok(!both(['wms'], 'newark', 'freeze'));
  assert.ok(both(['erp'], 'newark', 'freeze'), 'one place serves all sites');
  assert.ok(!both(['wms'], 'lyon', 'maintenance'), 'leeds is touched too');
  assert.ok(!both(['erp'], 'lyon', 'maintenance'));
});

test('what a change does not say is hit by freezes and not covered by maintenance', () => {
  const unsaid = { services: [], sites: [], tenants: [], category: 'unclassified' } as const;
  for (const scope of [some({ services: ['erp'] }), some({ tenants: ['blue'] }), some({ categories: ['schema'] })]) {
    assert.ok(hit({ scope }, unsaid));
    assert.ok(!hit({ scope, effect: 'maintenance' }, unsaid));
  }
  assert.ok(hit({ scope: { everything: true }, effect: 'maintenance' }, unsaid));
});
