import { DAY_MS, MINUTE_MS, type Ms, type Wall } from '../time/instant.ts';
import { wallMs } from '../time/wall.ts';
import type { WallSpan } from './pairEnds.ts';

/** An occurrence before a zone is attached. */
export interface Occurrence extends WallSpan {
  /** It ends so much real time after it began; `end` is then only where it would end if no clock changed. */
  readonly exact?: boolean;
  /** Which one of a list of dates it is. */
  readonly name?: string | undefined;
}

/** Does it share a moment with the range? One that ends before it starts touches nothing. */
export function touches({ start, end }: WallSpan, range: WallSpan): boolean {
  return start < end && start < range.end && range.start < end;
}

/** A span as somebody wrote it down. */
export function writtenSpan(
  { start, end, name }: { start: Wall; end: Wall; name?: string | undefined },
  wide: boolean,
): Occurrence {
  const span = { start: wallMs(start), end: writtenEnd(wallMs(end), wide) };
  return name === undefined ? span : { ...span, name };
}

/**
 * An end that is written as 23:59 names the last minute of its day: a `wide` reading runs through it to midnight, since
 * "to the end of the fifth" leaves no open minute.
 */
export function writtenEnd(end: Ms, wide: boolean): Ms {
  return wide && (end + MINUTE_MS) % DAY_MS === 0 ? end + MINUTE_MS : end;
}

/** What is left of these starts once the exceptions are taken out. */
export function withoutExceptions<T>(
  all: readonly T[],
  exceptions: readonly Wall[] | undefined,
  startOf: (each: T) => Ms,
) {
  if (!exceptions?.length) return all;
  const skipped = new Set(exceptions.map(wallMs));
  return all.filter((each) => !skipped.has(startOf(each)));
}
