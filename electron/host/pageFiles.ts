import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

const typeByExtension: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

export interface PageFile {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Its name changes with its content, so it may be kept. */
  readonly lasting: boolean;
}
export interface PageFiles {
  /** The built file at this path of the page's address, or null. */
  readonly read: (urlPath: string) => Promise<PageFile | null>;
}

/** The built page and nothing outside it: what may be read is listed once, so a path cannot climb out. */
export function openPageFiles(folder: string): PageFiles {
  const names = new Set(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => extname(name) in typeByExtension),
  );
  return {
    read: async (urlPath) => {
      const name = urlPath === '/' ? 'index.html' : urlPath.slice(1);
      if (!names.has(name)) return null;
      const bytes = new Uint8Array(await readFile(join(folder, name)));
      return { type: typeByExtension[extname(name)] ?? '', bytes, lasting: name.startsWith('assets/') };
    },
  };
}
