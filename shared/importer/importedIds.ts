import type { ChangeId, RecordId } from '../ids.ts';
import { digestOf } from '../record/digest.ts';
import type { Ms } from '../time/instant.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Crockford characters of a digest: each takes five bits of its own byte, at most thirty-two of them. */
function characters(text: string, count: number): string {
  const hex = digestOf(text).slice('sha256:'.length);
  let found = '';
  for (let n = 0; n < count; n += 1) found += ALPHABET[Number.parseInt(hex.slice(2 * n, 2 * n + 2), 16) & 31] ?? '0';
  return found;
}

/**
 * The id of an imported change: the UTC year of its planned start and a digest of where it came from, so that the
 * same change of the same log always gets the same id. `attempt` counts up when another one of this log has it.
 */
export function importedChangeId(source: string, sourceId: string, start: Ms, attempt = 0): ChangeId {
  const name = attempt === 0 ? `${source}\n${sourceId}` : `${source}\n${sourceId}\n${attempt}`;
  return `CHG-${new Date(start).getUTCFullYear()}-${characters(name, 7)}`;
}

/** A ULID whose time part is `at` and whose rest follows from the subject. */
export function importedRecordId(at: Ms, subject: string): RecordId {
  let time = '';
  for (let left = at, digit = 0; digit < 10; digit += 1, left = Math.floor(left / 32))
    time = (ALPHABET[left % 32] ?? '0') + time;
  return time + characters(`imported\n${subject}`, 16);
}
