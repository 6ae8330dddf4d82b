import { TidegateError } from '../../shared/errors.ts';
import type { Fingerprint, PersonId } from '../../shared/ids.ts';
import type { Board } from '../../shared/ledger/board.ts';
import { readOpensshKey } from '../seal/opensshKey.ts';
import { readPrivate } from '../seal/privateFile.ts';
import { createSigner, type Signer } from '../seal/sshsig.ts';

/** The variable that may hold the text of the key instead of a file. */
const VARIABLE = 'TIDEGATE_GATE_KEY';

/** Where a pipeline's key is, and as whom it signs; null for the member whose key it is. */
export interface KeyOrder {
  readonly key: string | null;
  readonly as: PersonId | null;
}

/**
 * The pipeline's key, from a file or from the environment.
 *
 * A file that others may read is refused, as ssh does; Windows has no such bits and is not asked.
 *
 * @throws TidegateError `key-unusable` with `why`; `key-exposed`
 */
export function readGateKey({ key }: KeyOrder): Signer {
  if (key !== null) return createSigner(readOpensshKey(readPrivate(key).toString()));
  const text = process.env[VARIABLE];
  if (text === undefined || text.trim() === '')
    throw new TidegateError('key-unusable', { why: `--key or ${VARIABLE}` });
  // A CI's form field may have written the line breaks out.
  return createSigner(readOpensshKey(text.replaceAll('\\n', '\n')));
}

/**
 * Who signs with this key?
 *
 * @throws TidegateError `key-unusable` when it is no living key of theirs, or of anybody
 */
export function requireKeyHolder(board: Board, fingerprint: Fingerprint, as: PersonId | null): PersonId {
  const holders = board.roster.people.filter(({ keys }) =>
    keys.some((key) => key.fingerprint === fingerprint && !key.revoked),
  );
  const holder = as === null ? holders[0] : holders.find(({ person }) => person === as);
  if (!holder) throw new TidegateError('key-unusable', { why: 'no living key of a member', fingerprint });
  return holder.person;
}
