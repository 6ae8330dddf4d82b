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

/** Folders and a file, each beginning with a letter or digit: no way up, no hidden file, nothing escaped. */
const plainPath = /^(?:[A-Za-z0-9][\w.-]*\/)*[A-Za-z0-9][\w.-]*$/;

/** The built page and nothing outside it. */
export function openPageFiles(folder: string): PageFiles {
  return {
    read: async (urlPath) => {
      const name = urlPath === '/' ? 'index.html' : urlPath.slice(1);
      const type = typeByExtension[extname(name)];
      if (type === undefined || !plainPath.test(name)) return null;
      try {
        return { type, bytes: new Uint8Array(await readFile(join(folder, name))), lasting: name.startsWith('assets/') };
      } catch {
        return null; // not there, or just being built again
      }
    },
  };
}
