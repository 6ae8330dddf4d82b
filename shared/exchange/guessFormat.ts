import type { WindowFormat } from './windowReading.ts';

/** What is looked at: the beginning says it. */
const LOOKED_AT = 20_000;

/** Which format is this file probably in? Null when nothing in its name or text says. */
export function guessFormat(name: string, text: string): WindowFormat | null {
  const head = text.slice(0, LOOKED_AT);
  if (/\.(ics|ical|ifb)$/i.test(name) || /BEGIN:V(CALENDAR|EVENT|FREEBUSY)/i.test(head)) return 'ics';
  if (
    /"?(recurring_?window|recurrence|reboot_?days|maintenance_?(policy|exclusions?)|frozen_windows)"?\s*:/i.test(head)
  )
    return 'kubernetes';
  if (/"?(daily_?maintenance_?window|location)"?\s*:/i.test(head) && /"duration"|startTime/i.test(head))
    return 'kubernetes';
  if (/"?freeze_?(start|end)"?\s*:/i.test(head)) return 'gitlab';
  if (/syncWindows"?\s*:|AppProject/.test(head) || (/"schedule"\s*:/.test(head) && /"(allow|deny)"/.test(head)))
    return 'argocd';
  if (/"(divisions|bunting|localName|holidays?)"\s*:/.test(head) || /holiday|feiertag|ferie/i.test(name))
    return 'holidays';
  if (/^\ufeff?\s*[[{]/.test(head)) return /"(date|day)"\s*:/.test(head) ? 'holidays' : null;
  return /^\s*("?\d{4}-\d\d-\d\d|"?\d{1,2}[/.]\d{1,2}[/.]\d{4})/m.test(head) ? 'holidays' : null;
}
