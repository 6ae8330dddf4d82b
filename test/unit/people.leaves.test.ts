import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leafDifferences } from '../../shared/people/leafDifferences.ts';
import { defaultPolicy } from '../../shared/policy/defaultPolicy.ts';

const policy = { ...defaultPolicy(), follows: [] };

test('a policy differs leaf by leaf, and what it follows is no difference', () => {
  const bands = { ...policy.bands, high: policy.bands.high + 5 };
  const later = { ...policy, bands, follows: [`sha256:${'a'.repeat(64)}`] };
  assert.deepEqual(leafDifferences(policy, later), [
    { where: 'bands.high', was: String(policy.bands.high), is: String(bands.high) },
  ]);
  assert.deepEqual(leafDifferences(policy, policy), []);
});

test('what comes, goes or becomes empty is named where it stands', () => {
  assert.deepEqual(leafDifferences({ a: 1, list: ['x', 'y'], gone: { b: true } }, { a: 1, list: ['x'], fresh: [] }), [
    { where: 'fresh', was: null, is: '[]' },
    { where: 'gone.b', was: 'true', is: null },
    { where: 'list.1', was: 'y', is: null },
  ]);
});
