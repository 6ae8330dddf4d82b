import { digestOf } from './digest.ts';

/** Crockford's alphabet, each character at its value. */
export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Crockford characters of a digest: each takes five bits of its own byte, at most thirty-two of them. */
export function digestCharacters(text: string, count: number): string {
  const hex = digestOf(text).slice('sha256:'.length);
  let found = '';
  for (let n = 0; n < count; n += 1) found += CROCKFORD[Number.parseInt(hex.slice(2 * n, 2 * n + 2), 16) & 31] ?? '0';
  return found;
}
