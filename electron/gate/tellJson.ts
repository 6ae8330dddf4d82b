import { safeJson } from '../../shared/gate/safeText.ts';
import type { Told } from './told.ts';

/** The verdict for a program. What a log viewer would obey is written as \u escapes; it decodes to the record's own text. */
export function tellJson({ verdict, title, zone, root, exitCode, receipt }: Told): string {
  return `${safeJson(JSON.stringify({ ...verdict, title, zone, root, exitCode, receipt }, null, 2))}\n`;
}
