import { randomBytes } from 'node:crypto';
import type { RecordId } from '../../shared/ids.ts';
import type { Ms } from '../../shared/time/instant.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A ULID: ten characters of time, sixteen of chance. */
export function newRecordId(at: Ms): RecordId {
  let time = '';
  for (let left = Math.floor(at); time.length < 10; left = Math.floor(left / 32)) time = ALPHABET[left % 32] + time;
  return time + [...randomBytes(16)].map((byte) => ALPHABET[byte % 32]).join('');
}
