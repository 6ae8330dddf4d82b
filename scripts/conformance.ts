import { existsSync } from 'node:fs';

// npm run conformance -- rrule FILE   recurrence vectors against the expander
// npm run conformance -- argo FILE    Argo CD sync windows against an independent reading
// npm run conformance -- ics DIR      every calendar file below a folder is read, or says why not
const kinds = ['rrule', 'argo', 'ics'];

interface Conformance {
  /** Says each disagreement in one line. */
  conform(path: string, say: (line: string) => void): Promise<{ readonly agreed: number; readonly total: number }>;
}

const [kind = '', path = ''] = process.argv.slice(2);
if (!kinds.includes(kind) || path === '' || !existsSync(path)) {
  console.error(
    path !== '' && kinds.includes(kind)
      ? `${path} is not there.`
      : 'npm run conformance -- rrule FILE | argo FILE | ics DIR',
  );
  process.exitCode = 64;
} else {
  const { conform } = (await import(`./conformance/${kind}.ts`)) as Conformance;
  try {
    const { agreed, total } = await conform(path, (line) => console.log(line));
    console.log(`${agreed} of ${total}`);
    process.exitCode = agreed === total && total > 0 ? 0 : 1;
  } catch (cause) {
    console.error(`${path} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`);
    process.exitCode = 64;
  }
}
