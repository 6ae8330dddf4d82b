import { toInstant, toMs, type Ms } from '../../shared/time/instant.ts';
import type { StatedTz } from '../../shared/time/statedTz.ts';

/** The same statement by a machine whose data has every clock of the zone this much further ahead from a moment on. */
export function shifted(said: StatedTz, zone: string, by: Ms, from: Ms): StatedTz {
  const clocks = said.clocks.flatMap(({ zones, offsets }) => {
    if (!zones.includes(zone)) return [{ zones, offsets }];
    const before = offsets.filter((offset) => toMs(offset.from) < from);
    const held = before.at(-1)?.seconds ?? 0;
    const after = offsets.filter((offset) => toMs(offset.from) >= from);
    const moved = [{ from: toInstant(from), seconds: held }, ...after].map((offset) => ({
      ...offset,
      seconds: offset.seconds + by / 1000,
    }));
    const others = zones.filter((each) => each !== zone);
    return [
      ...(others.length > 0 ? [{ zones: others, offsets }] : []),
      { zones: [zone], offsets: [...before, ...moved.filter((one, n) => one.from !== moved[n + 1]?.from)] },
    ];
  });
  return { ...said, version: '2099z', clocks };
}
