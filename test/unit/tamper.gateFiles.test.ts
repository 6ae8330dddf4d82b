import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { readMemoryText } from '../../electron/gate/lineMemory.ts';
import { readEntries } from '../../electron/gate/readDeployments.ts';
import { argocdTarget } from '../../shared/compile/argocdTarget.ts';
import { awsTarget } from '../../shared/compile/awsTarget.ts';
import type { Compiled, Target } from '../../shared/compile/compiled.ts';
import { driftOf } from '../../shared/compile/drift.ts';
import { gitlabTarget } from '../../shared/compile/gitlabTarget.ts';
import { readTagLines, tagShape } from '../../shared/reconcile/tags.ts';
import { environments } from '../../shared/record/words.ts';
import { DAY_MS, HOUR_MS, isInstant, toInstant, toMs } from '../../shared/time/instant.ts';
import { rounds, seed } from '../support/seed.ts';
import { anyValue as value, hostileText as text, sound } from '../support/tamper/hostileText.ts';

const numRuns = rounds(300, 20_000);
const start = toMs('2026-11-20T00:00:00Z');
const period = { start, end: start + 60 * DAY_MS };
const stretches = [3, 9, 20].map((day) => ({
  start: start + day * DAY_MS,
  end: start + day * DAY_MS + 5 * HOUR_MS,
  why: ['Peak'],
}));
const compiled: Compiled = { subject: 'production', period, stretches, notes: [], commit: 'c'.repeat(40) };

/** A text with a piece of it replaced, so that it is nearly what was meant. */
const bent = (whole: string) =>
  fc
    .tuple(fc.nat(whole.length), fc.nat(40), text)
    .map(([at, length, piece]) => whole.slice(0, at) + piece + whole.slice(at + length));

/** Values where the tool's own fields are. */
const nearly = (names: readonly string[]) =>
  fc.array(
    fc.record(
      Object.fromEntries(
        names.map((name) => [
          name,
          fc.oneof(
            value,
            fc.constantFrom('deny', '0 22 24 12 *', '99 99 99 99 *', '60m', `${'9'.repeat(400)}m`, 'UTC'),
          ),
        ]),
      ),
      { requiredKeys: [] },
    ),
    { maxLength: 4 },
  );

const targets: readonly (readonly [string, Target, readonly string[]])[] = [
  ['argocd', argocdTarget, ['kind', 'schedule', 'duration', 'timeZone', 'applications', 'manualSync']],
  ['gitlab', gitlabTarget, ['freeze_start', 'freeze_end', 'cron_timezone']],
  ['aws', awsTarget, []],
];

for (const [name, target, fields] of targets)
  test(`${name}: no file that is to be checked makes its reader throw, or tell times that cannot be`, () => {
    const whole = target.write(compiled, { application: '*', now: start });
    const files = fc.oneof(
      text,
      bent(whole),
      value.map((given) => JSON.stringify(given)),
      nearly(fields).map((given) => JSON.stringify({ spec: { syncWindows: given } })),
      nearly(fields).map((given) => JSON.stringify(given)),
    );
    fc.assert(
      fc.property(files, fc.option(text, { nil: undefined }), (file, application) => {
        sound(() => {
          const read = target.read(file, application);
          if ('problem' in read) return assert.equal(typeof read.problem, 'string');
          const { missing, extra } = driftOf(compiled.stretches, read, period);
          for (const each of [...missing, ...extra]) {
            assert.ok(each.start >= period.start && each.end <= period.end && each.start < each.end);
            assert.ok(isInstant(toInstant(each.start)) && isInstant(toInstant(each.end)));
          }
        });
      }),
      { seed, numRuns },
    );
  });

test('no tag, by whatever pattern, makes the list of tags unreadable', () => {
  const pattern = fc.oneof(
    text,
    fc.constantFrom(
      'deploy/{environment}/{service}/{site}',
      '{service}',
      '{service}{run}',
      '({service}',
      '{{service}}',
    ),
  );
  const field = fc.oneof(text, fc.constantFrom('deploy/production/till/lyon', 'till', 'tag', 'commit', '1795000000'));
  const tags = fc.array(fc.array(field, { maxLength: 5 }), { maxLength: 5 });
  fc.assert(
    fc.property(pattern, tags, (given, listed) => {
      sound(() => {
        const shape = tagShape(given);
        if ('problem' in shape) return;
        for (const read of readTagLines(listed.map((tag) => `${tag.join('\0')}\0\0\n`).join(''), shape)) {
          assert.ok('reason' in read || isInstant(toInstant(read.at)));
          assert.ok(read.environment === null || environments.includes(read.environment));
        }
      });
    }),
    { seed, numRuns },
  );
});

test('no log loses an entry: each is read or named', () => {
  const entries = fc.array(value, { minLength: 1, maxLength: 5 });
  const lines = entries.map((given) => given.map((each) => JSON.stringify(each)).join('\n'));
  fc.assert(
    fc.property(fc.oneof(text, lines), entries, (log, list) => {
      sound(() => readEntries(log));
      sound(() => assert.equal(readEntries(JSON.stringify(list))?.length, list.length));
    }),
    { seed, numRuns },
  );
});

test('a file of --state is one commit or nothing', () => {
  const commit = fc.constantFrom('a'.repeat(40), 'b'.repeat(64), 'c'.repeat(41), 'A'.repeat(40));
  const end = fc.constantFrom('', '\n', '\n\n', ' ', '\r\n', '\0');
  fc.assert(
    fc.property(
      fc.oneof(
        text,
        fc.tuple(commit, end).map((parts) => parts.join('')),
      ),
      (given) => {
        sound(() => {
          const seen = readMemoryText(given);
          assert.ok(seen === null || (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(seen) && given.trimEnd() === seen));
        });
      },
    ),
    { seed, numRuns },
  );
});
