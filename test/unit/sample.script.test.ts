import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Schedule } from '../../shared/record/body/scheduleBody.ts';
import { bodies } from '../../shared/record/kinds.ts';
import { batchActs, subjectOf } from '../../shared/sample/batchActs.ts';
import { sampleMembers } from '../../shared/sample/sampleMembers.ts';
import { sampleFoundedAt, sampleScript } from '../../shared/sample/sampleScript.ts';
import { sampleServices } from '../../shared/sample/sampleServices.ts';
import { sampleSites } from '../../shared/sample/sampleSites.ts';
import { sampleWindows } from '../../shared/sample/sampleWindows.ts';
import { effects } from '../../shared/record/words.ts';
import { nextOccurrences } from '../../shared/window/occurrences.ts';
import { scheduleProblems } from '../../shared/window/scheduleProblems.ts';

const now = Date.parse('2026-11-20T10:00:00Z');
const acts = sampleScript(now, 'tidegate');

test('every act of the sample is a body its kind can be read from, between the founding and now', () => {
  for (const { kind, body, at } of acts) {
    const whole = kind === 'receipt' || kind === 'cosign' ? body : { ...body, follows: [] };
    const read = bodies[kind].safeParse(whole);
    assert.ok(read.success, `${kind}: ${read.error?.message}`);
    assert.ok(at > sampleFoundedAt(now) && at <= now);
  }
});

test('the sample is a function of day and seed', () => {
  assert.deepEqual(sampleScript(now, 'tidegate'), acts);
  assert.notDeepEqual(sampleScript(now, 'another'), acts);
});

test('dependencies, owners and sites of the sample services exist', () => {
  const services = sampleServices(now);
  const ids = new Set(services.map(({ service }) => service));
  const sites = new Set(sampleSites.map(({ site }) => site));
  const people = new Set(sampleMembers.map(({ person }) => person));
  for (const { service, dependsOn, owner, sites: at } of services) {
    for (const { to } of dependsOn) assert.ok(ids.has(to), `${service} depends on ${to}`);
    for (const site of at) assert.ok(sites.has(site), `${service} at ${site}`);
    assert.ok(people.has(owner), `${service} owned by ${owner}`);
  }
  assert.ok(new Set(sampleSites.map(({ zone }) => zone)).size >= 4);
});

test('the sample windows show every effect, form, reach and standing', () => {
  const windows = sampleWindows(now);
  assert.deepEqual(new Set(windows.map(({ effect }) => effect)), new Set(effects));
  assert.deepEqual(new Set(windows.map(({ reach }) => reach)), new Set(['direct', 'feeders']));
  assert.deepEqual(new Set(windows.map(({ standing }) => standing)), new Set(['published', 'proposed', 'withdrawn']));
  assert.deepEqual(
    new Set(windows.flatMap(({ schedule }) => said(schedule))),
    new Set(['once', 'dates', 'names', 'fiscal', 'duration', 'elapsed', 'end rule', 'holidays', 'moved']),
  );
});

test('no window of the sample has a problem, and each has more to come or is one of these days', () => {
  const sites = new Map(sampleSites.map((site) => [site.site, { ...site, follows: [] }]));
  for (const day of ['2026-11-20', '2027-03-28', '2028-02-29', '2031-12-31'])
    for (const given of sampleWindows(Date.parse(`${day}T10:00:00Z`))) {
      const body = { ...given, follows: [] };
      assert.deepEqual(scheduleProblems(body), [], body.title);
      assert.ok(nextOccurrences(body, sites, Date.parse(`${day}T10:00:00Z`), 1).length > 0, body.title);
    }
});

function said(schedule: Schedule): string[] {
  if (schedule.form === 'once') return ['once'];
  if (schedule.form === 'dates') return ['dates', ...(schedule.spans.every(({ name }) => name) ? ['names'] : [])];
  if (schedule.form === 'fiscal') return ['fiscal'];
  const { end, holidays, moved } = schedule;
  return [
    'rule' in end ? 'end rule' : 'elapsed' in end ? 'elapsed' : 'duration',
    ...(holidays ? ['holidays'] : []),
    ...(moved ? ['moved'] : []),
  ];
}

test('no commit of the sample holds a text together with what was said about it', () => {
  for (const batch of batchActs(acts)) {
    const texts = new Set(batch.filter(({ kind }) => kind === 'request').map(subjectOf));
    assert.ok(!batch.some((act) => act.kind !== 'request' && texts.has(subjectOf(act))));
  }
});
