import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readIcs } from '../../shared/exchange/ics/readIcs.ts';
import { openOracle } from './icsOracleThread.ts';

/** A file that takes longer has hung, as far as its reader can tell. */
const LONGEST_MS = 5_000;

/**
 * Does every .ics file below this folder become windows, or say of every entry why not?
 *
 * A file agrees when each of its entries stands in the `where` of a window or of a refusal, in under five seconds and
 * without an exception. What ical.js expands otherwise is said as a remark; it is not counted, since ical.js has no
 * opinion on zones that a file does not describe and gives up on some rules.
 */
export async function conform(
  path: string,
  say: (line: string) => void,
): Promise<{ readonly agreed: number; readonly total: number }> {
  const files = icsFiles(path);
  const oracle = openOracle();
  const sums = { agreed: 0, windows: 0, refused: 0, entries: 0, compared: 0, same: 0 };
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    const name = plain(relative(path, file) || file);
    const from = performance.now();
    try {
      const { windows, refused } = readIcs(text);
      const took = performance.now() - from;
      const places = new Set(
        [...windows, ...refused.map((entry) => ({ where: [entry.where] }))].flatMap((each) => each.where),
      );
      const lost = entryLines(text).filter((line) => !places.has(`line ${line}`) && !places.has('the file'));
      const fits = lost.length === 0 && (windows.length > 0 || refused.length > 0) && took < LONGEST_MS;
      if (lost.length > 0) say(`${name}: neither read nor refused: line ${lost.join(', ')}`);
      if (took >= LONGEST_MS) say(`${name}: took ${Math.round(took)} ms`);
      const answer = await oracle.compare(text, windows);
      if (answer === null) say(`  remark ${name}: ical.js did not come back`);
      const { compared, differences } = answer ?? { compared: 0, differences: [] };
      for (const difference of differences) say(`  remark ${name}: ${difference}`);
      say(`  ${name}: ${windows.length} windows, ${refused.length} refused of ${entryLines(text).length} entries`);
      for (const { where, reason } of refused) say(`    ${where}: ${reason}`);
      sums.agreed += fits ? 1 : 0;
      sums.windows += windows.length;
      sums.refused += refused.length;
      sums.entries += entryLines(text).length;
      sums.compared += compared;
      sums.same += compared - differences.length;
    } catch (cause) {
      say(`${name}: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`);
    }
  }
  await oracle.close();
  say(`${sums.entries} entries: ${sums.windows} windows, ${sums.refused} refusals`);
  say(`${sums.same} of ${sums.compared} series expand as ical.js expands them`);
  say('files:');
  return { agreed: sums.agreed, total: files.length };
}

function icsFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ics$/i.test(name))
    .toSorted()
    .map((name) => join(path, name));
}

/** The lines at which entries begin, found without the reader that is judged. */
function entryLines(text: string): number[] {
  return text
    .split(/\r\n|\n|\r/)
    .flatMap((line, index) => (/^BEGIN:(VEVENT|VTODO|VJOURNAL|VFREEBUSY)\s*$/i.test(line) ? [index + 1] : []));
}

function plain(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?');
}
