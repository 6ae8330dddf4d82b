import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joined, readIndependently, type Stretch } from '../../scripts/conformance/argoReading.ts';
import { argocdTarget } from '../../shared/compile/argocdTarget.ts';
import { awsTarget } from '../../shared/compile/awsTarget.ts';
import { compileFor } from '../../shared/compile/compileFor.ts';
import type { Compiled, Target } from '../../shared/compile/compiled.ts';
import { driftOf } from '../../shared/compile/drift.ts';
import { gitlabTarget } from '../../shared/compile/gitlabTarget.ts';
import { workThere } from '../../shared/compile/subject.ts';
import type { Board } from '../../shared/ledger/board.ts';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import { DAY_MS, MINUTE_MS, type Ms } from '../../shared/time/instant.ts';
import { createTopology } from '../../shared/topology/createTopology.ts';
import { objectionsAt } from '../../shared/window/timeObjections.ts';
import { rounds } from '../support/seed.ts';
import { aService, aSite, aWindow, at, aContext, lasting, once, sixZones, until } from '../support/windowBuild.ts';

const targets: readonly (readonly [string, Target])[] = [
  ['argocd', argocdTarget],
  ['gitlab', gitlabTarget],
  ['aws', awsTarget],
];
const now = at('2026-09-20T09:17');
/** Every zone's autumn change lies within; the long run takes as long as a file may be. */
const DAYS = rounds(75, 300);
const SPAN = rounds(0, 1) === 1 ? 'for as long as a file may be' : 'all autumn';

/** A calendar with every kind of objection, on the clock of one zone. */
function windowsIn(zone: string): WindowBody[] {
  return [
    aWindow({
      window: 'weekend',
      title: 'Weekend',
      zone,
      schedule: lasting('2026-01-02T18:00', 'FREQ=WEEKLY;BYDAY=FR', 'P2DT12H'),
    }),
    aWindow({
      window: 'nights',
      title: 'Nights',
      zone,
      scope: { everything: false, sites: ['one'] },
      schedule: lasting('2026-01-01T01:30', 'FREQ=DAILY', 'PT2H'),
    }),
    aWindow({
      window: 'peak',
      title: 'Peak: 100%; "sale"',
      zone,
      schedule: once('2026-11-20T00:00', '2026-12-01T06:00'),
    }),
    aWindow({
      window: 'close',
      title: 'Month-end',
      effect: 'soft-freeze',
      zone,
      schedule: until(
        '2026-01-01T20:00',
        'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
        '2026-01-01T20:00',
        'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=3',
      ),
    }),
    aWindow({
      window: 'works',
      title: 'Works',
      effect: 'maintenance',
      closedOutside: true,
      zone,
      scope: { everything: false, services: ['till'] },
      schedule: lasting('2026-01-01T00:30', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH', 'PT20H'),
    }),
  ];
}

function compiledIn(zone: string, days = 220): { compiled: Compiled; isClosed: (moment: Ms) => boolean } {
  const sites = [aSite('one', zone), aSite('two', 'UTC')];
  const windows = aContext(windowsIn(zone), { sites, topology: createTopology([aService('till'), aService('shelf')]) });
  const board = {
    windows: new Map(windowsIn(zone).map((body) => [body.window, [{ record: { body } }]])),
  } as unknown as Board;
  const work = workThere(
    { environment: 'production', service: 'till', site: 'one', category: 'application-release' },
    now,
  );
  const start = Math.floor(now / MINUTE_MS) * MINUTE_MS;
  const period = { start, end: start + days * DAY_MS };
  const compiled = compileFor(
    work,
    { board, windows },
    { period, subject: 'production, till', commit: 'c'.repeat(40) },
  );
  return { compiled, isClosed: (moment) => objectionsAt(work, windows, moment).length > 0 };
}

const within = (stretches: readonly Stretch[], moment: Ms) =>
  stretches.some(([from, to]) => moment >= from && moment < to);

for (const zone of sixZones)
  test(`on ${zone} clocks, what Argo CD would do with the compiled windows is what the calendar says, ${SPAN}`, () => {
    const { compiled, isClosed } = compiledIn(zone, DAYS);
    const text = argocdTarget.write(compiled, { application: '*', now });
    const entries = [...text.matchAll(/^ {2}- (\{.*\})$/gm)].map(
      ([, json = '']) => JSON.parse(json) as { schedule: string },
    );
    assert.ok(entries.length > 20);
    const { start, end } = compiled.period;
    const each = entries.map((entry) => readIndependently({ ...entry }, start, end)?.stretches ?? []);
    assert.ok(
      each.every((stretches) => stretches.length > 0),
      'each holds within its time',
    );
    const denied = joined(each.flat());
    const step = rounds(83, 7) * MINUTE_MS;
    for (let moment = start; moment < end; moment += step)
      assert.equal(within(denied, moment), isClosed(moment), new Date(moment).toISOString());
  });

for (const [name, target] of targets)
  test(`${name}: what was written reads back as the same closed times, now and weeks later`, () => {
    const { compiled } = compiledIn('Europe/Paris');
    const text = target.write(compiled, { application: 'till-*', now });
    const file = target.read(text);
    if ('problem' in file) throw new Error(file.problem);
    assert.deepEqual(file.strange, []);
    const later = compiledIn('Europe/Paris', 120).compiled;
    for (const period of [compiled.period, { start: now + 40 * DAY_MS, end: now + 100 * DAY_MS }])
      assert.deepEqual(driftOf(compiled.stretches, file, period), { missing: [], extra: [], strange: [] });
    assert.deepEqual(driftOf(later.stretches, file, later.period).missing, []);
  });

for (const [name, target] of targets)
  test(`${name}: a freeze that was moved, and an entry by somebody else, are drift`, () => {
    const { compiled } = compiledIn('Europe/Paris');
    const stretches = compiled.stretches.filter(({ why }) => !why.includes('Peak: 100%; "sale"'));
    assert.ok(stretches.length < compiled.stretches.length);
    const file = target.read(target.write({ ...compiled, stretches }, { application: '*', now }));
    if ('problem' in file) throw new Error(file.problem);
    const drift = driftOf(compiled.stretches, file, compiled.period);
    assert.equal(drift.missing.length, 1);
    assert.deepEqual(drift.extra, []);
    const back = driftOf(stretches, { ...file, closed: () => compiled.stretches, strange: ['x'] }, compiled.period);
    assert.equal(back.extra.length, 1);
    assert.deepEqual(back.strange, ['x']);
  });

for (const [name, target] of targets)
  test(`${name}: a title that looks like a piece of the file is a title`, () => {
    const { compiled } = compiledIn('Europe/Paris', 30);
    const why = ['BEGIN:VEVENT\nDTSTART:20260101T000000Z', '- kind: deny', '# {"freeze_start": "'];
    const stretches = compiled.stretches.map((stretch) => ({ ...stretch, why }));
    const file = target.read(target.write({ ...compiled, stretches }, { application: '*', now }));
    if ('problem' in file) throw new Error(file.problem);
    assert.deepEqual(driftOf(stretches, file, compiled.period), { missing: [], extra: [], strange: [] });
  });

test('what others wrote is named, what is no such file is refused', () => {
  const allow = argocdTarget.read('[{"kind":"allow","schedule":"0 1 * * *","duration":"1h"}]');
  assert.ok('strange' in allow && allow.strange.length === 1);
  for (const [, target] of targets) assert.ok('problem' in target.read('hello: [there'));
  const stray = ['BEGIN:VCALENDAR', 'X-CALENDAR-TYPE:DEFAULT_OPEN', 'BEGIN:VEVENT', 'DTSTART:20261399T000000Z'];
  const never = awsTarget.read([...stray, 'DTEND:20270413T000000Z', 'END:VEVENT', 'END:VCALENDAR'].join('\r\n'));
  assert.ok('strange' in never && never.strange.length === 1, 'the 99th of no month is no closed time');
  const project = {
    spec: { syncWindows: [{ kind: 'deny', schedule: '0 22 24 12 *', duration: '60m', timeZone: 'UTC' }] },
  };
  const read = argocdTarget.read(JSON.stringify(project));
  assert.ok('closed' in read);
  assert.ok(read.closed(now).some(({ start }) => start === at('2026-12-24T22:00')));
});

test('the file says until when it is complete and what it cannot say', () => {
  const { compiled } = compiledIn('Europe/Paris');
  assert.ok(compiled.notes.some((note) => note.includes('Month-end')));
  assert.ok(compiled.notes.some((note) => note.startsWith('Waivers')));
  const text = argocdTarget.write(compiled, { application: '*', now });
  assert.match(text, /^# Complete from 2026-09-20T09:17:00Z until 2027-04-28T09:17:00Z/m);
  assert.ok(
    text.split('\n').every((line) => /^(#|syncWindows:| {2}- \{|$)/.test(line)),
    'titles cannot break a line',
  );
});
