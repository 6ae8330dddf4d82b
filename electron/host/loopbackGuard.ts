import type { IncomingHttpHeaders } from 'node:http';

export const TOKEN_HEADER = 'x-tidegate-token';

/** A fresh secret for one launch: 32 bytes, safe in an address. */
export function createToken(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');
}

/** Compares without telling by its duration how much was right. */
function isSame(given: string, expected: string): boolean {
  let difference = given.length ^ expected.length;
  for (let at = 0; at < given.length; at += 1)
    difference |= given.charCodeAt(at) ^ expected.charCodeAt(at % expected.length);
  return difference === 0;
}

/**
 * Was this request sent to us by name, from our own page? A foreign name in `Host` is how a web site reaches a loopback
 * server through DNS; a foreign `Origin` is a web site that calls us directly.
 */
export function isOwnAddress(headers: IncomingHttpHeaders, port: number): boolean {
  const names = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!names.includes(headers.host ?? '')) return false;
  if (headers.origin !== undefined && headers.origin !== `http://${headers.host}`) return false;
  return ['same-origin', 'none'].includes(String(headers['sec-fetch-site'] ?? 'none'));
}

/** Does this request carry the secret of this launch? */
export function hasToken(headers: IncomingHttpHeaders, token: string): boolean {
  const given = headers[TOKEN_HEADER];
  return typeof given === 'string' && isSame(given, token);
}
