import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { inspect } from 'node:util';
import type { TestEvent } from 'node:test/reporters';

/** What one run of Node's test runner came to; written for the script that started it. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly string[];
}

const placeOf = (data: { readonly file?: string; readonly line?: number }): string =>
  `${relative('', data.file ?? '')}${data.line === undefined ? '' : `:${data.line}`}`;

/** Node hands this to `--test-reporter`, which takes default exports only: `reporter.mjs` passes it on. */
export async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  let passed = 0;
  let failed = 0;
  const skipped: string[] = [];
  for await (const { type, data } of events) {
    if (
      type === 'test:diagnostic' &&
      process.env['TIDEGATE_NOTES'] &&
      !/^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) /.test(data.message)
    ) {
      yield `  ${data.message}\n`;
    }
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details.type === 'suite') continue;
    if (data.skip !== undefined && data.skip !== false) {
      skipped.push(`${data.name}: ${data.skip === true ? 'no reason given' : data.skip}`);
    } else if (type === 'test:pass') {
      passed += 1;
    } else {
      failed += 1;
      const { cause, message } = data.details.error;
      const why = cause instanceof Error ? (cause.stack ?? cause.message) : (cause ?? message);
      yield `\n  FAILED ${data.name}\n  ${placeOf(data)}\n  ${(typeof why === 'string' ? why : inspect(why)).replaceAll('\n', '\n    ')}\n`;
    }
  }
  const count: Count = { passed, failed, skipped };
  writeFileSync(process.env['TIDEGATE_COUNT'] ?? '', JSON.stringify(count));
}
