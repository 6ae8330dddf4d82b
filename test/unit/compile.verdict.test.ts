import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joined, readIndependently } from '../../scripts/conformance/argoReading.ts';
import { argocdTarget } from '../../shared/compile/argocdTarget.ts';
import { compileFor } from '../../shared/compile/compileFor.ts';
import { workThere } from '../../shared/compile/subject.ts';
import { judge } from '../../shared/gate/judge.ts';
import type { Role } from '../../shared/record/words.ts';
import { HOUR_MS, MINUTE_MS, toInstant } from '../../shared/time/instant.ts';
import { aFile, aJudgeContext, aQuestion, aRequest } from '../support/judgeBuild.ts';
import { rounds } from '../support/seed.ts';
import { at, aWindow, lasting, once } from '../support/windowBuild.ts';

/** New York changes its clocks on the 14th, Paris on the 28th. */
const period = { start: at('2027-03-12T00:00'), end: at('2027-03-31T00:00') };

const windows = [
  aWindow({
    window: 'weekend',
    title: 'Weekend',
    zone: 'America/New_York',
    owner: 'bea',
    schedule: lasting('2027-01-01T18:00', 'FREQ=WEEKLY;BYDAY=FR', 'P2DT12H'),
  }),
  aWindow({
    window: 'nights',
    title: 'Nights',
    owner: 'bea',
    scope: { everything: false, sites: ['lyon'] },
    edge: 'stop-at-next-stage',
    schedule: lasting('2027-01-01T01:30', 'FREQ=DAILY', 'PT2H'),
  }),
  aWindow({
    window: 'close',
    title: 'Month-end',
    effect: 'soft-freeze',
    owner: 'bea',
    schedule: once('2027-03-30T09:00', '2027-03-30T17:00'),
  }),
  aWindow({
    window: 'works',
    title: 'Works',
    effect: 'maintenance',
    closedOutside: true,
    scope: { everything: false, services: ['till'], sites: ['newark'] },
    schedule: lasting('2027-01-01T00:30', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH', 'PT20H'),
  }),
];
/** Its owner has agreed with the change: that opens it for this change alone, which no other tool can be told. */
const agreed = aWindow({
  window: 'count',
  title: 'Stock count',
  effect: 'soft-freeze',
  owner: 'sam',
  schedule: once('2027-03-17T08:00', '2027-03-18T20:00'),
});

/** Everybody has agreed; nothing that was shown or said grows old. */
const everybody: readonly (readonly [string, Role])[] = [
  ['pia', 'peer'],
  ['sam', 'service-owner'],
  ['paul', 'process-owner'],
  ['cora', 'change-manager'],
  ['dirk', 'director'],
];
const timing = { earliestStart: toInstant(period.start), start: toInstant(period.start), minutes: 60 };
const request = aRequest({
  sites: ['lyon', 'newark'],
  timing: { ...timing, latestEnd: toInstant(period.end + 2 * HOUR_MS) },
});
const file = aFile(request, { evidence: 'all', approvals: everybody });
const policy = { approvalDays: 400, freshDays: {} };

for (const site of ['lyon', 'newark'])
  test(`at ${site} an approved change is allowed exactly when Argo CD would let it through`, () => {
    const subject = { environment: 'production', service: 'till', site, category: request.category } as const;
    const given = { period, subject: site, commit: 'c' };
    const compiled = compileFor(workThere(subject, period.start), aJudgeContext({ windows }), given);
    const text = argocdTarget.write(compiled, { application: '*', now: period.start });
    const denied = joined(
      [...text.matchAll(/^ {2}- (\{.*\})$/gm)].flatMap(
        ([, json = '']) =>
          readIndependently(JSON.parse(json) as { schedule: string }, period.start, period.end)?.stretches ?? [],
      ),
    );
    const context = aJudgeContext({ windows: [...windows, agreed], policy });
    const seen = { open: 0, closed: 0 };
    for (let moment = period.start; moment < period.end; moment += rounds(97, 7) * MINUTE_MS) {
      const isOpen = !denied.some(([start, end]) => moment >= start && moment < end);
      const { answer } = judge(aQuestion({ at: toInstant(moment), service: 'till', site }), file, context);
      assert.equal(answer === 'allow', isOpen, `${toInstant(moment)}: ${answer}`);
      seen[isOpen ? 'open' : 'closed'] += 1;
    }
    assert.ok(seen.open > 100 && seen.closed > 100, JSON.stringify(seen));
  });
