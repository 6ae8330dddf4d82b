import type { ChangeId, RecordId } from '../ids.ts';
import { CROCKFORD, digestCharacters } from '../record/digestCharacters.ts';
import type { Ms } from '../time/instant.ts';

/**
 * The id of an imported change: the UTC year of its planned start and a digest of where it came from, so that the
 * same change of the same log always gets the same id. `attempt` counts up when another one of this log has it.
 */
export function importedChangeId(source: string, sourceId: string, start: Ms, attempt = 0): ChangeId {
  const name = attempt === 0 ? `${source}\n${sourceId}` : `${source}\n${sourceId}\n${attempt}`;
  return `CHG-${new Date(start).getUTCFullYear()}-${digestCharacters(name, 7)}`;
}

/** A ULID whose time part is `at` and whose rest follows from the subject. */
export function importedRecordId(at: Ms, subject: string): RecordId {
  let time = '';
  for (let left = at, digit = 0; digit < 10; digit += 1, left = Math.floor(left / 32))
    time = (CROCKFORD[left % 32] ?? '0') + time;
  return time + digestCharacters(`imported\n${subject}`, 16);
}
