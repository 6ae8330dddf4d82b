import type { IncomingMessage } from 'node:http';

/** A log of 100 MB is the largest thing the page sends; JSON makes it a little longer. */
const LIMIT_BYTES = 110_000_000;

/** The body as text, or null when it is longer than anything the page sends. */
export async function readBody(request: IncomingMessage, limitBytes: number = LIMIT_BYTES): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) return null;
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > limitBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
