/** How SQLite and the file system say that nothing can be written: full, failing, read-only, held by another program. */
const UNWRITABLE = /^(?:SQLITE_(?:FULL|IOERR|READONLY|CANTOPEN|BUSY)|ENOSPC$|EROFS$|EDQUOT$)/;

export function isUnwritable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && UNWRITABLE.test(String(error.code));
}
