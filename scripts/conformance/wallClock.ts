/** What the clocks of a zone do, read from Intl alone: this file shares nothing with the product. */
export interface WallClock {
  /** Moments at which they change. */
  readonly changes: readonly number[];
  /** The moments at which they show this wall time (milliseconds as if in UTC), ascending; none, one or two. */
  momentsOf(wall: number): readonly number[];
  /** Where none does: the moment by the clock after the change, and by the one before, ascending. */
  aroundGap(wall: number): readonly [number, number];
}

const MINUTE = 60_000;
const HOUR = 3_600_000;

/** @throws RangeError where Intl does not know the zone */
export function readWallClock(zone: string, from: number, to: number): WallClock {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const offsetAt = (at: number) => {
    const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) - at;
  };
  const steps: { at: number; offset: number }[] = [{ at: Number.NEGATIVE_INFINITY, offset: offsetAt(from) }];
  for (let at = from; at < to; at += 6 * HOUR) {
    const before = steps.at(-1)?.offset ?? 0;
    if (offsetAt(at + 6 * HOUR) === before) continue;
    let change = at;
    while (offsetAt(change) === before) change += MINUTE;
    steps.push({ at: change, offset: offsetAt(change) });
  }
  const offsets = [...new Set(steps.map(({ offset }) => offset))];
  const known = (at: number) => steps.findLast((step) => step.at <= at)?.offset ?? 0;
  return {
    changes: steps.slice(1).map(({ at }) => at),
    momentsOf: (wall) =>
      offsets.length === 1
        ? [wall - (offsets[0] ?? 0)]
        : offsets
            .map((offset) => wall - offset)
            .filter((at) => wall - known(at) === at)
            .toSorted((a, b) => a - b),
    aroundGap(wall) {
      const index = steps.findIndex((step, place) => {
        const before = steps[place - 1]?.offset ?? step.offset;
        return wall >= step.at + before && wall < step.at + step.offset;
      });
      const [after, before] = [steps[index]?.offset ?? 0, steps[index - 1]?.offset ?? 0];
      return [wall - after, wall - before];
    },
  };
}
