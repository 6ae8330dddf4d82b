import type { ChangeId, Digest } from '../ids.ts';
import { canonical } from '../record/canonical.ts';
import { digestOf } from '../record/digest.ts';
import { digestCharacters } from '../record/digestCharacters.ts';
import type { RecordOf } from '../record/envelope.ts';
import { toInstant, type Ms } from '../time/instant.ts';

/** `CHG-2026-` and the last seven characters of a fresh ULID, which are chance. */
export function newChangeId(ulid: string, now: Ms): ChangeId {
  return `CHG-${toInstant(now).slice(0, 4)}-${ulid.slice(-7)}`;
}

/** What this person asked for, whatever number it bears, whichever of their keys signed it and when. */
export function wordsOf({ body: { change: _number, ...words }, signed }: Asked): Digest {
  return digestOf(canonical({ by: signed.by, ...words }));
}

/**
 * The number under which words are said again that lost theirs to another request, with `attempt` counting up where that
 * one is taken too. It follows from the words alone, so that whoever tries again finds what was done before.
 */
export function nextNumber(asked: Asked, attempt: number): ChangeId {
  return `${asked.body.change.slice(0, 9)}${digestCharacters(`${wordsOf(asked)} ${attempt}`, 7)}`;
}

type Asked = Pick<RecordOf<'request'>, 'body' | 'signed'>;
