import { test } from 'node:test';
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { judge } from '../../shared/gate/judge.ts';
import type { Verdict } from '../../shared/gate/verdict.ts';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import { MINUTE_MS, toInstant } from '../../shared/time/instant.ts';
import { toWall } from '../../shared/time/wall.ts';
import { filed } from '../support/filedBuild.ts';
import { aFile, aJudgeContext, aQuestion, aRequest } from '../support/judgeBuild.ts';
import type { WaiverGiven } from '../support/waiverBuild.ts';
import { rounds, seed } from '../support/seed.ts';
import { at, aWindow, once } from '../support/windowBuild.ts';

const settings = { seed, numRuns: rounds(150, 3_000) };
const dayStart = at('2026-11-10T00:00');
const sites = ['lyon', 'newark'] as const;
const wide = { ...aRequest().timing, earliestStart: '2026-11-10T00:00:00Z', latestEnd: '2026-11-12T00:00:00Z' };
const request = aRequest({ sites: [...sites], timing: wide, incident: 'INC-1' });

/** A deny window of that day, of one of three names, so that several texts share one. */
const someWindow: fc.Arbitrary<WindowBody> = fc
  .record({
    effect: fc.constantFrom('freeze' as const, 'freeze' as const, 'soft-freeze' as const, 'peak' as const),
    from: fc.integer({ min: 0, max: 1_000 }),
    minutes: fc.integer({ min: 60, max: 1_400 }),
    where: fc.option(fc.subarray([...sites], { minLength: 1 })),
    owner: fc.constantFrom('bea', 'sam'),
    number: fc.nat({ max: 2 }),
  })
  .map(({ effect, from, minutes, where, owner, number }) => {
    const start = dayStart + from * MINUTE_MS;
    return aWindow({
      window: `w-${number}`,
      title: `Window ${number}`,
      effect,
      owner,
      zone: 'UTC',
      schedule: once(toWall(start), toWall(start + minutes * MINUTE_MS)),
      scope: where ? { everything: false, sites: where } : { everything: true },
    });
  });
const someWindows = fc.uniqueArray(someWindow, { maxLength: 3, selector: ({ window }) => window });
const signers = [
  'bea',
  'sam',
  ['cora', 'change-manager'],
  ['dirk', 'director'],
  ['rita', 'change-manager'],
] as const satisfies WaiverGiven['cosigns'];
const someWaiver: fc.Arbitrary<WaiverGiven> = fc
  .record({
    windows: fc.subarray(['w-0', 'w-1', 'w-2'], { minLength: 1 }),
    sites: fc.subarray([...sites]),
    expires: fc.constantFrom(
      '2026-11-10T06:00:00Z',
      '2026-11-10T18:00:00Z',
      '2026-11-11T12:00:00Z',
      '2026-11-13T00:00:00Z',
    ),
    cosigns: fc.subarray([...signers]),
    isBroken: fc.boolean(),
    isStale: fc.boolean(),
  })
  .map(({ isBroken, isStale, ...given }) => ({
    ...given,
    ...(isBroken ? { breakGlass: { incident: 'INC-1' }, by: 'dirk' } : {}),
    ...(isStale ? { material: { version: 1 as const, digest: `sha256:${'f'.repeat(64)}` } } : {}),
  }));
const someWaivers = fc.array(someWaiver, { maxLength: 4 });
const someMinute = fc.integer({ min: 0, max: 1_439 }).map((minute) => dayStart + minute * MINUTE_MS);
const approvals = [
  ['pia', 'peer'],
  ['sam', 'service-owner'],
  ['paul', 'process-owner'],
  ['cora', 'change-manager'],
  ['dirk', 'director'],
] as const;
const fileWith = (waivers: readonly WaiverGiven[], approved = true) =>
  aFile(request, { evidence: 'all', waivers, approvals: approved ? approvals : [] });

const worse = { allow: 0, 'needs-waiver': 1, deny: 2, indeterminate: 3 };
const others = ({ reasons }: Verdict) =>
  reasons
    .filter(({ answer, code }) => answer !== 'allow' && code !== 'freeze')
    .map(({ code, text }) => `${code} ${text}`);

test('a waiver moves freezes and nothing else: what is denied for another reason stays denied', () => {
  fc.assert(
    fc.property(someWindows, someWaivers, someMinute, fc.boolean(), (windows, waivers, moment, approved) => {
      const context = aJudgeContext({ windows });
      const question = aQuestion({ at: toInstant(moment), begins: true });
      const without = judge(question, fileWith([], approved), context);
      const given = judge(question, fileWith(waivers, approved), context);
      assert.deepEqual(others(given), others(without));
      if (worse[without.answer] >= worse.deny) assert.equal(given.answer, without.answer);
      if (given.answer !== without.answer) assert.ok(given.waivers.length > 0);
    }),
    settings,
  );
});

test('check never allows what begin allows by a waiver alone', () => {
  fc.assert(
    fc.property(someWindows, someWaivers, someMinute, (windows, waivers, moment) => {
      const context = aJudgeContext({ windows });
      const file = fileWith(waivers);
      const begin = judge(aQuestion({ at: toInstant(moment), begins: true }), file, context);
      const check = judge(aQuestion({ at: toInstant(moment) }), file, context);
      assert.deepEqual(check.waivers, begin.waivers);
      assert.equal(check.answer, begin.answer === 'allow' && begin.waivers.length > 0 ? 'needs-waiver' : begin.answer);
    }),
    settings,
  );
});

test('every freeze is lifted at every site by a waiver that names both and is fully signed, or not at all', () => {
  fc.assert(
    fc.property(someWindows, someWaivers, someMinute, (windows, waivers, moment) => {
      const file = fileWith(waivers);
      const verdict = judge(aQuestion({ at: toInstant(moment), begins: true }), file, aJudgeContext({ windows }));
      const used = file.waivers
        .filter(({ record }) => verdict.waivers.includes(record.id))
        .map(({ record }) => record.body);
      const frozen = windows.filter(
        ({ effect, schedule }) =>
          effect === 'freeze' && schedule.form === 'once' && at(schedule.start) <= moment && moment < at(schedule.end),
      );
      for (const { window, scope } of frozen)
        for (const site of sites.filter((each) => scope.everything || scope.sites?.includes(each))) {
          const lifts = used.some(
            (body) => body.windows.includes(window) && (body.sites.length === 0 || body.sites.includes(site)),
          );
          if (verdict.answer === 'allow') assert.ok(lifts, `${window} ${site}`);
        }
      for (const body of used) {
        assert.ok(moment < at(body.expires));
        const cosigns = file.cosigns.filter(
          ({ record }) => record.body.of.digest === file.waivers.find((w) => w.record.body === body)?.digest,
        );
        const has = (person: string, role?: string) =>
          cosigns.some(({ record }) => record.signed.by === person && record.body.role === role);
        if (body.breakGlass) continue;
        assert.ok(has('cora', 'change-manager'));
        for (const { window, owner, effect } of windows)
          if (effect === 'freeze' && body.windows.includes(window)) assert.ok(has(owner), `${window} ${owner}`);
      }
    }),
    settings,
  );
});

test('what a start has used, no other start uses', () => {
  fc.assert(
    fc.property(someWindows, someWaivers, someMinute, (windows, waivers, moment) => {
      const context = aJudgeContext({ windows });
      let file = fileWith(waivers);
      const seen = new Set<string>();
      for (const site of [...sites, ...sites]) {
        const question = aQuestion({ at: toInstant(moment), begins: true, site });
        const verdict = judge(question, file, context);
        for (const waiver of verdict.waivers) assert.ok(!seen.has(waiver));
        if (verdict.answer !== 'allow') continue;
        for (const waiver of verdict.waivers) seen.add(waiver);
        const base = { change: request.change, environment: 'production' as const, services: request.services, site };
        const start = filed(
          'receipt',
          { ...base, event: 'started', artifacts: [], happenedAt: toInstant(moment), waivers: [...verdict.waivers] },
          'ivo',
          toInstant(moment),
        );
        file = { ...file, receipts: [...file.receipts, start] };
      }
    }),
    settings,
  );
});
