import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { createTopology } from '../../shared/topology/createTopology.ts';
import { aService } from '../support/windowBuild.ts';

const ids = (reached: readonly { service: string }[]) => reached.map(({ service }) => service);

test('what depends on a service is hit, nearest first, with the way that leads there', () => {
  const topology = createTopology([
    aService('shop', ['api']),
    aService('api', ['db']),
    aService('report', [{ to: 'db', strength: 'weak' }]),
    aService('db'),
  ]);
  assert.deepEqual(topology.dependents(['db']), [
    { service: 'db', hops: 0, path: ['db'], strong: true },
    { service: 'api', hops: 1, path: ['db', 'api'], strong: true },
    { service: 'report', hops: 1, path: ['db', 'report'], strong: false },
    { service: 'shop', hops: 2, path: ['db', 'api', 'shop'], strong: true },
  ]);
  assert.deepEqual(ids(topology.dependents(['db'], { strongOnly: true, hops: 1 })), ['db', 'api']);
  assert.deepEqual(ids(topology.dependencies(['shop'])), ['shop', 'api', 'db']);
});

test('a service that strong edges reach stops, even where a weak shortcut is shorter', () => {
  const topology = createTopology([
    aService('a', ['b', { to: 'c', strength: 'weak' }]),
    aService('b', ['c']),
    aService('c'),
  ]);
  assert.deepEqual(topology.dependents(['c']).at(-1), { service: 'a', hops: 2, path: ['c', 'b', 'a'], strong: true });
});

test('cycles are walked once, and a service may stand on itself', () => {
  const topology = createTopology([aService('a', ['b', 'a']), aService('b', ['c']), aService('c', ['a'])]);
  assert.deepEqual(ids(topology.dependents(['a'])), ['a', 'c', 'b']);
  assert.deepEqual(ids(topology.dependencies(['a', 'a'])), ['a', 'b', 'c']);
});

test('the processes above a service are those that strong edges reach', () => {
  const process = { kind: 'business-process' } as const;
  const topology = createTopology([
    aService('payroll', ['erp'], process),
    aService('stocktake', [{ to: 'erp', strength: 'weak' }], process),
    aService('erp', ['db']),
  ]);
  assert.deepEqual(topology.processesAbove('db'), ['payroll']);
  assert.deepEqual(topology.processesAbove('payroll'), ['payroll']);
  assert.deepEqual([...topology.under('payroll')], ['payroll', 'erp', 'db']);
  assert.deepEqual([topology.has('db'), topology.name('db')], [false, 'db'], 'named by an edge, described by nobody');
});

test('both sides of a fork count, and a retired service carries nothing', () => {
  const topology = createTopology([
    aService('a', ['b'], { sites: ['lyon'] }),
    aService('a', ['c'], { sites: ['leeds'] }),
    aService('old', ['b'], { retired: true }),
  ]);
  assert.deepEqual(ids(topology.dependencies(['a'])), ['a', 'b', 'c']);
  assert.deepEqual(topology.sites('a'), ['lyon', 'leeds']);
  assert.deepEqual(ids(topology.dependents(['b'])), ['b', 'a']);
});

const maps = new URL('../../../shared/data/service-maps/', import.meta.url);

test('real maps, cycles included, are walked to the end', { skip: existsSync(maps) ? false : 'no maps here' }, (t) => {
  for (const file of readdirSync(maps).filter((name) => name.endsWith('.json'))) {
    const { nodes, edges }: { nodes: { id: string }[]; edges: { from: string; to: string }[] } = JSON.parse(
      readFileSync(new URL(file, maps), 'utf8'),
    );
    const topology = createTopology(
      nodes.map(({ id }) =>
        aService(
          id,
          edges.filter(({ from }) => from === id).map(({ to }) => to),
        ),
      ),
    );
    let reached = 0;
    for (const { id } of nodes) {
      for (const { service, path } of topology.dependents([id])) {
        reached += 1;
        assert.deepEqual([path[0], path.at(-1)], [id, service]);
        assert.equal(new Set(path).size, path.length, 'no way passes a service twice');
      }
    }
    t.diagnostic(`${file}: ${nodes.length} services, ${reached} reached`);
  }
});
