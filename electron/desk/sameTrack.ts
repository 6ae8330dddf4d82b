import { shownText, type ChangeFile } from '../../shared/change/changeFile.ts';
import type { Outcomes, TrackRecord } from '../../shared/risk/trackRecord.ts';

/** Do both say the same of everything that these changes are measured by? */
export function isSameTrack(a: TrackRecord, b: TrackRecord, living: Iterable<{ readonly file: ChangeFile }>): boolean {
  if (!isSame(a.overall, b.overall)) return false;
  for (const { file } of living) {
    const { services, category, imported, implementer } = shownText(file);
    const team = imported?.team ?? implementer;
    if (!isSame(a.of('category', category), b.of('category', category))) return false;
    if (!isSame(a.of('team', team), b.of('team', team))) return false;
    if (!services.every((id) => isSame(a.of('service', id), b.of('service', id)))) return false;
  }
  return true;
}

function isSame(a: Outcomes, b: Outcomes): boolean {
  return a.closed === b.closed && a.failed === b.failed;
}
