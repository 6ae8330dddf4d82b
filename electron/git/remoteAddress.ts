import { isAbsolute } from 'node:path';
import { TidegateError } from '../../shared/errors.ts';

const SCHEME = /^([a-z][a-z0-9+.-]*):\/\//i;
const SCHEMES: ReadonlySet<string> = new Set(['file', 'http', 'https', 'ssh']);
/** `me@host:path`, as ssh is written by people. */
const SCP_LIKE = /^(?:[A-Za-z0-9._-]+@)?[A-Za-z0-9[][A-Za-z0-9.:[\]-]*:[^:].*$/;
/** A web address whose slashes went astray would be taken for a host called `https`, and shown with all that is in it. */
const TORN_SCHEME = /^(?:file|https?|ssh):/i;
/** `me:word@host:path`: to ssh a host called `me`, to whoever typed it a password. */
const SCP_SECRET = /^[^/@]*:[^/]*@/;
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
  if (address === '') throw refusal('empty');
  if (address.startsWith('-')) throw refusal('option');
  if (/\p{Cc}/u.test(address)) throw refusal('control');
  if (isAbsolute(address)) return address;
  if (/^[A-Za-z0-9+.-]+::/.test(address)) throw refusal('transport');
  const [, scheme] = SCHEME.exec(address) ?? [];
  if (scheme === undefined) {
    if (TORN_SCHEME.test(address)) throw refusal('malformed');
    if (SCP_SECRET.test(address)) throw refusal('secret');
    if (SCP_LIKE.test(address)) return address;
    throw refusal('relative');
  }
  if (!SCHEMES.has(scheme.toLowerCase())) throw refusal('transport');
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url) throw refusal('malformed');
  // Git takes the percent signs out before it looks.
  if (/^(?:-|%2d)/i.test(url.hostname) || /^(?:-|%2d)/i.test(url.username)) throw refusal('option');
  if (url.password !== '' || TOKEN.test(url.username)) throw refusal('secret');
  // What a board's address never has, and where servers let people write tokens.
  if (/^https?:$/.test(url.protocol) && (url.search !== '' || url.hash !== '')) throw refusal('secret');
  return address;
}

function refusal(why: string): TidegateError {
  return new TidegateError('address-refused', { why });
}

/** An address, or words with addresses in them, to be shown: without user names, passwords and what follows a `?`. */
export function plainAddress(text: string): string {
  return text.replaceAll(/:\/\/[^/\s]*@/g, '://').replaceAll(/(:\/\/[^\s?'"]*)\?[^\s'"]*/g, '$1');
}
