import type { ServiceId } from '../ids.ts';

/** Which service id does this name of a log become? Small letters, digits and hyphens; `unnamed` when nothing is left. */
export function serviceSlug(name: string): ServiceId {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63)
    .replace(/-+$/, '');
  return slug || 'unnamed';
}
