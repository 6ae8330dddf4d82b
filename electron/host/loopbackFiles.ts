import type { ServerResponse } from 'node:http';
import type { PageFiles } from './pageFiles.ts';
import { pageHeaders } from './pagePolicy.ts';

/** Answers with one file of the built page, or 404. */
export async function sendPageFile(files: PageFiles, urlPath: string, response: ServerResponse): Promise<void> {
  const file = await files.read(urlPath);
  if (!file) {
    response.writeHead(404, { 'content-type': 'text/plain', ...pageHeaders }).end('Not here.\n');
    return;
  }
  const caching = file.lasting ? 'private, max-age=31536000, immutable' : 'no-store';
  response.writeHead(200, { 'content-type': file.type, 'cache-control': caching, ...pageHeaders }).end(file.bytes);
}
