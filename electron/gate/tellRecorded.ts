import { safeJson } from '../../shared/gate/safeText.ts';
import type { Recorded } from './runReceipt.ts';

/** What was put on the line, for people or for a program. */
export function tellRecorded({ id, commit, body, isKnown }: Recorded, format: 'text' | 'json'): string {
  if (format === 'json') return `${safeJson(JSON.stringify({ receipt: id, commit, ...body, isKnown }, null, 2))}\n`;
  const { event, change, environment, site } = body;
  const where = [environment, ...(site === undefined ? [] : [`at ${site}`])].join(', ');
  return `${isKnown ? 'recorded before' : 'recorded'}  ${event} ${change} in ${where}, receipt ${id}, commit ${commit}\n`;
}
