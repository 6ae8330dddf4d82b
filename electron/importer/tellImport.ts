import type { ImportResult } from './importLog.ts';

/** One line that rewrites itself; nothing when nobody watches. */
export function tellProgress(step: string, done: number, total: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${step} ${done} of ${total}   `);
}

/** What came in, what was left out and why. Reasons are our own words, never cells of the log. */
export function tellImport(result: ImportResult, seconds: number): void {
  const { commit, changes, services, alreadyHere, preview } = result;
  if (process.stderr.isTTY) process.stderr.write('\n');
  console.log(`rows in        ${preview.rows}`);
  console.log(`changes        ${changes} imported, ${alreadyHere} here already, ${services} services made for them`);
  console.log(`rows rejected  ${sum(preview.rejected)}`);
  for (const { reason, count } of preview.rejected) console.log(`  ${String(count).padStart(6)}  ${reason}`);
  console.log(`warnings       ${sum(preview.warnings)}`);
  for (const { reason, count } of preview.warnings) console.log(`  ${String(count).padStart(6)}  ${reason}`);
  console.log(`commit         ${commit ?? 'none: nothing new'}`);
  console.log(`seconds        ${seconds.toFixed(2)}`);
}

function sum(given: readonly { readonly count: number }[]): number {
  return given.reduce((total, { count }) => total + count, 0);
}
