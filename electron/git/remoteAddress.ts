import { isAbsolute } from 'node:path';
import { TidegateError } from '../../shared/errors.ts';

const SCHEME = /^([a-z][a-z0-9+.-]*):\/\//i;
const SCHEMES: ReadonlySet<string> = new Set(['file', 'http', 'https', 'ssh']);
/** `me@host:path`, as ssh is written by people. */
const SCP_LIKE = /^(?:[A-Za-z0-9._-]+@)?[A-Za-z0-9[][A-Za-z0-9.:[\]-]*:[^:].*$/;
/** Tokens that hosting servers let people write in place of a name. */
const TOKEN = /^(gh[a-z]_|github_pat_|glpat-|oauth2$)|^.{33,}$/;

/**
 * The address as Git may be given it: https, http, ssh, file, or an absolute path.
 *
 * @throws TidegateError `address-refused` for options, other transports, relative paths, and secrets in the address:
 *   those belong in a credential helper
 */
export function checkAddress(typed: string): string {
  const address = typed.trim();
  const refuse = (why: string) => new TidegateError('address-refused', { why });
  if (address === '') throw refuse('empty');
  if (address.startsWith('-')) throw refuse('option');
  if (/\p{Cc}/u.test(address)) throw refuse('control');
  if (isAbsolute(address)) return address;
  if (/^[A-Za-z0-9+.-]+::/.test(address)) throw refuse('transport');
  const [, scheme] = SCHEME.exec(address) ?? [];
  if (scheme === undefined) {
    if (SCP_LIKE.test(address)) return address;
    throw refuse('relative');
  }
  if (!SCHEMES.has(scheme.toLowerCase())) throw refuse('transport');
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url) throw refuse('malformed');
  if (url.hostname.startsWith('-')) throw refuse('option');
  if (url.password !== '' || TOKEN.test(url.username)) throw refuse('secret');
  return address;
}

/** The address without user name and password, to be shown. */
export function plainAddress(address: string): string {
  return address.replaceAll(/:\/\/[^@/\s]+@/g, '://');
}
