import { TidegateError } from '../../shared/errors.ts';

/** The first Node-API version that better-sqlite3 13 is built for; on an older one it crashes the process. */
const NEEDED = 10;

/** Can this runtime load SQLite? Ask before the module is imported. @throws TidegateError `node-too-old` */
export function requireNapi(versions: { readonly node?: string; readonly napi?: string } = process.versions): void {
  if (Number(versions.napi ?? 0) >= NEEDED) return;
  throw new TidegateError('node-too-old', { node: versions.node ?? 'unknown', needed: '22.14' });
}
