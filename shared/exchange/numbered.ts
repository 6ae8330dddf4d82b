import type { Schedule } from '../record/body/scheduleBody.ts';
import { cleanLine } from './cleanText.ts';

/** An entry that takes several windows to say: the same but for the schedules, title and key numbered. */
export function numbered<C extends { readonly key: string; readonly title: string }>(
  common: C,
  schedules: readonly Schedule[],
): (C & { readonly schedule: Schedule })[] {
  const [only] = schedules;
  if (only && schedules.length === 1) return [{ ...common, schedule: only }];
  return schedules.map((schedule, index) => ({
    ...common,
    schedule,
    key: index === 0 ? common.key : `${common.key}#${index + 1}`,
    title: `${cleanLine(common.title, 220)} (${index + 1} of ${schedules.length})`,
  }));
}
