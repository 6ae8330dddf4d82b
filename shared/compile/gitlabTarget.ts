import * as z from 'zod';
import { isYearOf, wholeMinutes, yearlyCron, yearlyMoments } from './yearlyCron.ts';
import type { Compiled, ReadBack, Target } from './compiled.ts';

/** As GitLab's freeze periods API takes and gives them. */
const freezePeriod = z.object({
  freeze_start: z.string(),
  freeze_end: z.string(),
  cron_timezone: z.enum(['UTC', 'Etc/UTC']),
});

/** A list of freeze periods, one for each closed stretch, in UTC, to the minute. */
function write({ stretches }: Compiled): string {
  const periods = stretches.map((stretch) => {
    const { start, end } = wholeMinutes(stretch.start, stretch.end);
    return { freeze_start: yearlyCron(start), freeze_end: yearlyCron(end), cron_timezone: 'UTC' };
  });
  return `${JSON.stringify(periods, null, 2)}\n`;
}

function read(text: string): ReadBack {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    return { problem: 'not JSON' };
  }
  if (!Array.isArray(list)) return { problem: 'not a list of freeze periods' };
  const strange: string[] = [];
  const known: z.infer<typeof freezePeriod>[] = [];
  for (const entry of list as readonly unknown[]) {
    const parsed = freezePeriod.safeParse(entry);
    if (parsed.success && isYearOf(parsed.data.freeze_start) && isYearOf(parsed.data.freeze_end))
      known.push(parsed.data);
    else strange.push(JSON.stringify(entry).slice(0, 200));
  }
  return {
    strange,
    closed: (around) =>
      known.flatMap(({ freeze_start, freeze_end }) => {
        const ends = yearlyMoments(freeze_end, around) ?? [];
        // Each start pairs with the first end after it.
        return (yearlyMoments(freeze_start, around) ?? []).flatMap((start) => {
          const end = ends.find((each) => each > start);
          return end === undefined ? [] : [{ start, end }];
        });
      }),
  };
}

export const gitlabTarget: Target = { write, read };
