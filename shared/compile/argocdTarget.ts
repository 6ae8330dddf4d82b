import * as z from 'zod';
import { safeText } from '../gate/safeText.ts';
import { MINUTE_MS, toInstant } from '../time/instant.ts';
import type { Compiled, ReadBack, Target } from './compiled.ts';
import { isYearOf, wholeMinutes, yearlyCron, yearlyMoments } from './yearlyCron.ts';

/** The sync windows that we write; anything else in a file was written by somebody else. */
const syncWindow = z.object({
  kind: z.literal('deny'),
  schedule: z.string(),
  duration: z.string().regex(/^\d+m$/),
  timeZone: z.enum(['UTC', 'Etc/UTC']).optional(),
  applications: z.array(z.string()).optional(),
  // One that lets people sync by hand, or only closes where several conditions meet, closes less than the board.
  manualSync: z.literal(false).optional(),
  useAndOperator: z.literal(false).optional(),
});
type SyncWindow = z.infer<typeof syncWindow>;

/**
 * The `syncWindows` of an Argo CD AppProject: a deny window for each closed stretch, in UTC, to the minute.
 *
 * YAML whose entries are JSON, so that it can be read back without a YAML library and pasted as it is.
 */
function write({ subject, period, stretches, notes, commit }: Compiled, { application }: { application: string }) {
  const entries = stretches.map((stretch) => {
    const { start, end } = wholeMinutes(stretch.start, stretch.end);
    const entry = {
      kind: 'deny',
      schedule: yearlyCron(start),
      duration: `${(end - start) / MINUTE_MS}m`,
      timeZone: 'UTC',
      applications: [application],
      manualSync: false,
      description: safeText(stretch.why.join('; '), 200),
    };
    return `  - ${JSON.stringify(entry)}`;
  });
  return [
    `# Argo CD sync windows for ${safeText(subject)}, by tidegate-gate compile at ${commit}`,
    `# Complete from ${toInstant(period.start)} until ${toInstant(period.end)}: compile again before then.`,
    ...notes.map((note) => `# ${safeText(note)}`),
    entries.length > 0 ? 'syncWindows:' : 'syncWindows: []',
    ...entries,
    '',
  ].join('\n');
}

/** Reads what `write` wrote, or the same windows as JSON: a list, `{syncWindows}` or a whole AppProject. */
function read(text: string, application?: string): ReadBack {
  const entries = entriesOf(text);
  if (typeof entries === 'string') return { problem: entries };
  const strange: string[] = [];
  const known: SyncWindow[] = [];
  for (const entry of entries) {
    const parsed = syncWindow.safeParse(entry);
    if (parsed.success && isYearOf(parsed.data.schedule) && closes(parsed.data, application)) known.push(parsed.data);
    else strange.push(JSON.stringify(entry).slice(0, 200));
  }
  return {
    strange,
    closed: (around) =>
      known.flatMap(({ schedule, duration }) =>
        (yearlyMoments(schedule, around) ?? []).map((start) => ({
          start,
          end: start + Number.parseInt(duration, 10) * MINUTE_MS,
        })),
      ),
  };
}

/** Does it close this application? One for others closes nothing of ours. */
function closes({ applications }: SyncWindow, application: string | undefined): boolean {
  return application === undefined || [application, '*'].some((name) => applications?.includes(name));
}

function entriesOf(text: string): readonly unknown[] | string {
  const lines = text.split(/\r?\n/).filter((line) => !/^\s*(#|$)/.test(line));
  if (/^\s*syncWindows:\s*(\[\])?\s*$/.test(lines[0] ?? '')) {
    const entries = lines.slice(1).map((line) => /^\s*- (\{.*\})\s*$/.exec(line)?.[1]);
    const bad = entries.findIndex((entry) => entry === undefined);
    return bad < 0
      ? entries.flatMap((entry) => jsonOf(entry ?? ''))
      : `not written by compile: ${lines[bad + 1] ?? ''}`;
  }
  const [whole] = jsonOf(text);
  const found = listIn(whole);
  return found ?? 'neither what compile prints nor JSON with syncWindows: convert YAML to JSON first';
}

function listIn(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value as readonly unknown[];
  if (typeof value !== 'object' || value === null) return null;
  if ('syncWindows' in value) return listIn(value.syncWindows);
  return 'spec' in value ? listIn(value.spec) : null;
}

function jsonOf(text: string): unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    return [];
  }
}

export const argocdTarget: Target = { write, read };
