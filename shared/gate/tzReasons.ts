import type { VerdictSource } from './judgeContext.ts';
import type { Reason } from './verdict.ts';

/** Objects to nothing by itself: says that two machines read the clocks differently, and that both were asked. */
export function tzReasons({ tz, otherTz }: Pick<VerdictSource, 'tz' | 'otherTz'>): Reason[] {
  if (!otherTz) return [];
  const { version, zones } = otherTz;
  const more = zones.length > 3 ? ` and ${zones.length - 3} more` : '';
  const named = `The clocks of ${zones.slice(0, 3).join(', ')}${more}`;
  const text = `${named} differ between time zone data ${tz} here and ${version} where the checkpoint was signed: both must allow`;
  return [{ code: 'tz-differs', answer: 'allow', text, rule: 'wider-deny' }];
}
