import { readdirSync, readFileSync } from 'node:fs';
import { dirname, posix, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

export interface Source {
  /** From the project root, with forward slashes. */
  readonly file: string;
  readonly text: string;
  readonly lines: number;
  readonly imports: readonly string[];
}

const rooms = ['shared', 'electron', 'renderer', 'scripts', 'test'];
const importPattern =
  /(?<!')(?:\bfrom|\bimport|\bimport\(|\brequire\()\s*'([^']+)'|new URL\('(\.[^']+\.tsx?)', import\.meta\.url\)/g;

/** Every TypeScript source of the project with what it imports, types included. */
export function readSources(): Source[] {
  return rooms
    .flatMap((room) =>
      readdirSync(resolve(projectRoot, room), { recursive: true, encoding: 'utf8' }).map((path) => `${room}/${path}`),
    )
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('/node_modules/'))
    .toSorted()
    .map((file) => {
      const text = readFileSync(resolve(projectRoot, file), 'utf8');
      const imports = [...text.matchAll(importPattern)].map(([, from, url]) => from ?? url ?? '');
      return { file, text, lines: text.split('\n').length - 1, imports };
    });
}

/** The project file an import names, or null for a package. */
export function targetOf(source: Source, specifier: string): string | null {
  return specifier.startsWith('.') ? posix.join(posix.dirname(source.file), specifier) : null;
}

/** The source without comments, so that words about a rule do not break it. */
export function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|[\s;,{(])\/\/[^\n]*/g, '');
}

/** An argument list with everything inside nested brackets removed: its commas part the arguments. */
export function topLevel(call: string): string {
  const flatter = call.replaceAll(/\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}/g, '');
  return flatter === call ? call : topLevel(flatter);
}

/** The argument text of every call of `name`, up to the bracket that closes it. */
export function callsOf(text: string, name: string): string[] {
  const calls: string[] = [];
  for (const match of text.matchAll(new RegExp(`(?<![\\w.$])${name.replaceAll('.', '\\.')}\\s*\\(`, 'g'))) {
    const start = match.index + match[0].length;
    let depth = 1;
    let end = start;
    while (end < text.length && depth > 0) {
      if (text[end] === '(') depth += 1;
      if (text[end] === ')') depth -= 1;
      end += 1;
    }
    calls.push(text.slice(start, end - 1));
  }
  return calls;
}
