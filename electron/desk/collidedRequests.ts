import type { SetAsideReason } from '../../shared/ledger/standing.ts';
import { digestOf } from '../../shared/record/digest.ts';
import type { Filed, RecordOf } from '../../shared/record/envelope.ts';
import { openObjects, textOf } from '../git/openObjects.ts';
import type { BoardModel } from './boardModel.ts';

/** Two imports of one log collide by the thousand: between so many of them others get their turn. */
const PART = 500;

/**
 * Answers the requests on the line that lost their number to an earlier one. They count by nothing, so that the
 * catalogue does not have them: each is read from Git once. Imported ones are left out: their number says where they
 * come from, and the earlier one is the same row of the same log.
 */
export function createCollidedRequests(given: {
  readonly model: Pick<BoardModel, 'replay'>;
  readonly ledgerFolder: string;
}): () => Promise<readonly Filed<'request'>[]> {
  const { model, ledgerFolder } = given;
  const known = new Map<string, Filed<'request'> | null>();
  const read = async (files: readonly { readonly path: string; readonly blob: string }[]): Promise<void> => {
    const objects = openObjects(ledgerFolder);
    try {
      for (let from = 0; from < files.length; from += PART) {
        const part = files.slice(from, from + PART);
        const contents = await objects.read(part.map(({ blob }) => blob));
        for (const [n, { path }] of part.entries()) known.set(path, filedOf(path, textOf(contents[n] ?? null)));
      }
    } finally {
      objects.close();
    }
  };
  return async () => {
    const collided = model
      .replay()
      .problems()
      .filter(({ reason }) => reason === ('collision' satisfies SetAsideReason));
    const fresh = collided.filter(({ path }) => !known.has(path));
    if (fresh.length > 0) await read(fresh);
    return collided.flatMap(({ path }) => known.get(path) ?? []);
  };
}

/** Only what was decoded and well signed by a member can collide: it is not checked again. */
function filedOf(path: string, text: string | null): Filed<'request'> | null {
  if (text === null) return null;
  const record = JSON.parse(text) as RecordOf<'request'>;
  return record.body.imported ? null : { record, digest: digestOf(text), path, position: 0 };
}
