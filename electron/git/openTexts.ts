import type { AddedFile } from '../../shared/ledger/line.ts';
import { isRecordFile } from './readLine.ts';
import { openObjects, textOf } from './openObjects.ts';
import type { ListedFile } from './readTree.ts';

/** Texts of listed files by one Git process, each read once however often it is asked for. */
export interface Texts {
  /** Null for what is no plain file, too large or not UTF-8. */
  readonly of: (listed: readonly ListedFile[]) => Promise<AddedFile[]>;
  readonly close: () => void;
}

export function openTexts(folder: string): Texts {
  const objects = openObjects(folder);
  const known = new Map<string, string | null>();
  let reading: Promise<unknown> = Promise.resolve();
  const read = async (listed: readonly ListedFile[]): Promise<AddedFile[]> => {
    const wanted = [...new Set(listed.filter(isRecordFile).map(({ blob }) => blob))].filter((blob) => !known.has(blob));
    const contents = await objects.read(wanted);
    for (const [n, blob] of wanted.entries()) known.set(blob, textOf(contents[n] ?? null));
    return listed.map((file) => ({ ...file, text: isRecordFile(file) ? (known.get(file.blob) ?? null) : null }));
  };
  return {
    of: (listed) => {
      // One answer at a time comes out of the pipe.
      const next = reading.then(() => read(listed));
      reading = next.catch(() => undefined);
      return next;
    },
    close: objects.close,
  };
}
