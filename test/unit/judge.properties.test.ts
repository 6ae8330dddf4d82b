import { test } from 'node:test';
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { assess } from '../../shared/change/assess.ts';
import { judge } from '../../shared/gate/judge.ts';
import type { Answer, ReasonCode } from '../../shared/gate/verdict.ts';
import { bandOf, isAbove } from '../../shared/risk/bandOf.ts';
import { defaultPolicy } from '../../shared/policy/defaultPolicy.ts';
import type { RequestBody } from '../../shared/record/body/requestBody.ts';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import {
  categories,
  changeTypes,
  dataReversal,
  effects,
  evidenceKinds,
  rollbackReadiness,
} from '../../shared/record/words.ts';
import { MINUTE_MS, toInstant } from '../../shared/time/instant.ts';
import { toWall } from '../../shared/time/wall.ts';
import { rounds, seed } from '../support/seed.ts';
import { aContext, aFile, aJudgeContext, aQuestion, aRequest, NOW } from '../support/judgeBuild.ts';
import { at, aWindow, once } from '../support/windowBuild.ts';

const settings = { seed, numRuns: rounds(150, 3_000) };
const dayStart = at('2026-11-10T00:00');

/** A window of that day: any effect, some services and sites, on one clock or on each site's own. */
const someWindow: fc.Arbitrary<WindowBody> = fc
  .record({
    effect: fc.constantFrom(...effects),
    from: fc.integer({ min: 0, max: 1_400 }),
    minutes: fc.integer({ min: 1, max: 900 }),
    sites: fc.option(fc.subarray(['lyon', 'newark'], { minLength: 1 })),
    services: fc.option(fc.subarray(['till', 'orders', 'selling'], { minLength: 1 })),
    reach: fc.constantFrom('direct' as const, 'feeders' as const),
    zone: fc.constantFrom('Europe/Paris', 'America/New_York', 'site'),
    closedOutside: fc.boolean(),
    number: fc.nat({ max: 9 }),
  })
  .map(({ effect, from, minutes, sites, services, reach, zone, closedOutside, number }) => {
    const start = dayStart + from * MINUTE_MS;
    const schedule = once(toWall(start), toWall(start + minutes * MINUTE_MS));
    const everything = sites === null && services === null;
    return aWindow({
      window: `w-${number}`,
      title: `Window ${number}`,
      effect,
      closedOutside: effect === 'maintenance' && closedOutside,
      schedule,
      reach,
      zone,
      scope: { everything, ...(sites ? { sites } : {}), ...(services ? { services } : {}) },
    });
  });

const order: readonly Answer[] = ['allow', 'needs-waiver', 'deny', 'indeterminate'];
const timeCodes: ReadonlySet<ReasonCode> = new Set(['freeze', 'soft-freeze', 'closed-outside', 'outside-envelope']);
const wide = { ...aRequest().timing, earliestStart: '2026-11-10T00:00:00Z', latestEnd: '2026-11-12T00:00:00Z' };
const request = aRequest({ services: ['till', 'orders'], sites: ['lyon', 'newark'], timing: wide });
const file = aFile(request, {
  evidence: 'all',
  approvals: [
    ['pia', 'peer'],
    ['sam', 'service-owner'],
    ['paul', 'process-owner'],
    ['cora', 'change-manager'],
    ['dirk', 'director'],
    ['rex', 'recovery-owner'],
  ],
});
const someMinute = fc.integer({ min: 0, max: 1_439 }).map((minute) => dayStart + minute * MINUTE_MS);

test('the answer for the whole is the worst of the answers for its places', () => {
  fc.assert(
    fc.property(fc.array(someWindow, { maxLength: 4 }), someMinute, (windows, moment) => {
      const context = aJudgeContext({ windows });
      const ask = (place: { service?: string; site?: string }) =>
        judge(aQuestion({ ...place, at: toInstant(moment) }), file, context).answer;
      const parts = request.services.flatMap((service) => request.sites.map((site) => ask({ service, site })));
      const worst = parts.toSorted((a, b) => order.indexOf(b) - order.indexOf(a))[0];
      assert.equal(ask({}), worst);
    }),
    settings,
  );
});

test('at the next opening no rule of time objects, and at no minute before', () => {
  fc.assert(
    fc.property(fc.array(someWindow, { maxLength: 4 }), someMinute, (windows, moment) => {
      const context = aJudgeContext({ windows });
      const objects = (when: number) =>
        judge(aQuestion({ at: toInstant(when) }), file, context).reasons.some(({ code }) => timeCodes.has(code));
      const { nextOpening } = judge(aQuestion({ at: toInstant(moment) }), file, context);
      if (nextOpening !== null) assert.equal(objects(at(nextOpening)), false);
      const end = nextOpening === null ? at(wide.latestEnd) : at(nextOpening);
      for (let when = moment; when < end; when += 97 * MINUTE_MS) assert.equal(objects(when), true, toInstant(when));
    }),
    { ...settings, numRuns: rounds(60, 1_000) },
  );
});

const someRequest: fc.Arbitrary<Partial<RequestBody>> = fc
  .record({
    type: fc.constantFrom(...changeTypes),
    category: fc.constantFrom(...categories),
    services: fc.subarray(['till', 'orders', 'orders-db', 'selling', 'unknown'], { minLength: 1 }),
    sites: fc.subarray(['lyon', 'newark']),
    tenants: fc.subarray(['a', 'b', 'c', 'd']),
    data: fc.constantFrom(...dataReversal),
    readiness: fc.constantFrom(...rollbackReadiness),
    steps: fc.constantFrom('', 'Back'),
  })
  .map(({ readiness, steps, ...given }) => ({
    ...given,
    plans: { ...aRequest().plans, rollback: { steps, criteria: '', readiness } },
  }));

test('a score adds up, stays within 100, and floors only raise its band', () => {
  const shown = fc.subarray([...evidenceKinds]);
  fc.assert(
    fc.property(someRequest, shown, fc.array(someWindow, { maxLength: 3 }), (given, evidence, windows) => {
      const { risk } = assess(aFile(aRequest(given), { evidence }), aContext({ windows }), NOW);
      assert.equal(
        risk.score,
        risk.factors.reduce((sum, { points }) => sum + points, 0),
      );
      assert.ok(risk.factors.every(({ points, max }) => points >= 0 && points <= max && Number.isInteger(points)));
      assert.equal(risk.sumBand, bandOf(risk.score, defaultPolicy().bands));
      assert.ok(!isAbove(risk.sumBand, risk.band));
      assert.ok(risk.floors.every(({ band }) => !isAbove(band, risk.band)));
      assert.ok(risk.lowerings.every(({ points }) => points > 0 && points <= risk.score));
    }),
    settings,
  );
});

test('one more piece of evidence never raises the band', () => {
  fc.assert(
    fc.property(someRequest, fc.subarray([...evidenceKinds]), fc.constantFrom(...evidenceKinds), (given, some, one) => {
      const bandWith = (evidence: typeof some) =>
        assess(aFile(aRequest(given), { evidence }), aContext(), NOW).risk.band;
      assert.ok(!isAbove(bandWith([...some, one]), bandWith(some)));
    }),
    settings,
  );
});
