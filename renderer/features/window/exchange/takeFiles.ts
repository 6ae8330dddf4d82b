import { MOST_TEXT } from '../../../../shared/api/exchangeCalls.ts';
import { decodeText, nameOf, type ChosenFile } from './readTextFile.ts';

/** A character takes at most four bytes. */
const MOST_BYTES = 4 * MOST_TEXT;

/** What can be read of these files, in their order, and a sentence for each that cannot. */
export async function takeFiles(
  given: readonly File[],
  onReading: (name: string) => void,
): Promise<{ readonly files: readonly ChosenFile[]; readonly problems: readonly string[] }> {
  const files: ChosenFile[] = [];
  const problems: string[] = [];
  for (const file of given) {
    onReading(file.name);
    const read = file.size > MOST_BYTES ? tooLarge(file.name) : await readOne(file);
    if (typeof read === 'string') problems.push(read);
    else files.push(read);
  }
  return { files, problems };
}

/** The text as it will be read, or why it cannot be. */
export function checkText(file: ChosenFile): ChosenFile | string {
  if (file.text.trim() === '') return `${nameOf(file)} is empty.`;
  if (file.text.length > MOST_TEXT) return tooLarge(nameOf(file));
  return file;
}

async function readOne(file: File): Promise<ChosenFile | string> {
  try {
    return checkText({ name: file.name.slice(-255), ...decodeText(new Uint8Array(await file.arrayBuffer())) });
  } catch {
    return `${file.name} cannot be read.`;
  }
}

function tooLarge(name: string): string {
  return `${name} is larger than two million characters. Import it in parts.`;
}
