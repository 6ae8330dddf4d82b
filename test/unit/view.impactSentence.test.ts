import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChangeRow } from '../../shared/api/changeCalls.ts';
import type { WindowImpact } from '../../shared/api/windowCalls.ts';
import { toMs } from '../../shared/time/instant.ts';
import { costSentences, impactSentence } from '../../shared/view/impactSentence.ts';

const now = toMs('2026-11-20T15:00:00Z');
const hit = (start: string, approved: boolean, type: 'normal' | 'emergency' = 'normal') => ({
  row: { type } as ChangeRow,
  approved,
  voids: 0,
  start: toMs(start),
  end: toMs(start) + 3_600_000,
});
const impactOf = (hits: WindowImpact['hits'], given: Partial<WindowImpact> = {}): WindowImpact => ({
  hits,
  planned: hits.length,
  approved: hits.filter(({ approved }) => approved).length,
  emergencies: hits.filter(({ row }) => row.type === 'emergency').length,
  within48Hours: 0,
  approvalsVoided: 0,
  changesVoided: 0,
  maintenanceSwallowed: [],
  maintenanceCount: 0,
  ...given,
});
const said = (impact: WindowImpact) => impactSentence(impact, { now, zone: 'Europe/Paris' });

test('what stops is said in numbers', () => {
  const tonight = [hit('2026-11-20T20:00:00Z', true, 'emergency'), hit('2026-11-20T23:00:00Z', true)];
  const later = hit('2026-11-25T20:00:00Z', false);
  assert.equal(said(impactOf([...tonight, later])), '2 approved changes tonight, 1 of them emergency; 3 planned.');
  assert.equal(said(impactOf([hit('2026-11-21T10:00:00Z', true)])), '1 approved change within 48 hours; 1 planned.');
  assert.equal(said(impactOf([hit('2026-11-25T10:00:00Z', true)])), '1 approved change; 1 planned.');
  assert.equal(said(impactOf([later])), '1 planned change falls inside, none approved yet.');
  assert.equal(said(impactOf([])), 'No planned change falls inside.');
  assert.equal(
    said(impactOf(tonight, { planned: 900, approved: 40, emergencies: 7 })),
    '40 approved changes; 900 planned, 7 emergency.',
  );
});

test('what it costs besides is said only where it does', () => {
  assert.deepEqual(costSentences(impactOf([])), []);
  assert.deepEqual(costSentences(impactOf([], { approvalsVoided: 5, changesVoided: 2, maintenanceCount: 1 })), [
    '5 approvals of 2 changes would no longer suffice: more people must agree.',
    '1 maintenance window of the next 400 days lies inside.',
  ]);
});
