import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Schedule } from '../../shared/record/body/scheduleBody.ts';
import type { WindowBody } from '../../shared/record/body/windowBody.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, type Ms } from '../../shared/time/instant.ts';
import { toWall, wallMs } from '../../shared/time/wall.ts';
import { expandWindow } from '../../shared/window/expandWindow.ts';
import { anySchedule, changed } from '../support/anySchedule.ts';
import { clockNights, readingsOf, shownAt } from '../support/clockNights.ts';
import { referenceSpans, type TextSpan } from '../support/referenceSchedule.ts';
import { rounds, seed } from '../support/seed.ts';
import { aWindow, sixZones } from '../support/windowBuild.ts';

const runs = { seed, numRuns: rounds(25, 3_000) };
const forms = Object.keys(anySchedule) as (keyof typeof anySchedule)[];
const nights = new Map(sixZones.map((zone) => [zone, clockNights(zone)] as const));
const somewhere = fc
  .constantFrom(...sixZones)
  .chain((zone) => fc.record({ zone: fc.constant(zone), night: fc.constantFrom(...(nights.get(zone) ?? [])) }));

const daysAround = (night: Ms) => ({ from: Math.floor(night / DAY_MS) - 60, until: Math.floor(night / DAY_MS) + 12 });
const textOf = (schedule: Schedule, night: Ms, wide: boolean) => referenceSpans(schedule, daysAround(night), wide);

/** A place, one of its nights, and a schedule of this form with single occurrences changed. */
const asked = (form: keyof typeof anySchedule) =>
  somewhere.chain(({ zone, night }) =>
    anySchedule[form](night)
      .chain((schedule) =>
        changed(
          schedule,
          night,
          textOf(schedule, night, true).map(({ start }) => start),
        ),
      )
      .map((schedule) => ({ zone, night, schedule })),
  );

function spansOf(given: Partial<WindowBody>, night: Ms) {
  return expandWindow(aWindow(given), new Map(), { start: night - 5 * DAY_MS, end: night + 5 * DAY_MS });
}

/** What the text says of a moment in one place. */
interface PlacedText extends TextSpan {
  readonly startsAt: readonly Ms[];
  readonly endsAt: readonly Ms[];
}

function placed(text: readonly TextSpan[], zone: string, night: Ms): PlacedText[] {
  return text
    .filter(({ start, end }) => start < night + 3 * DAY_MS && end > night - 3 * DAY_MS)
    .map((span) => ({ ...span, startsAt: readingsOf(span.start, zone), endsAt: readingsOf(span.end, zone) }));
}

/** Quarters of hours of four days, and the minutes next to every end: where a reading could slip. */
function momentsAround(night: Ms, text: readonly PlacedText[]): Set<Ms> {
  const moments = new Set<Ms>();
  for (let moment = night - 2 * DAY_MS; moment < night + 2 * DAY_MS; moment += 15 * MINUTE_MS) moments.add(moment);
  const edges = text.flatMap(({ startsAt, endsAt }) => [...startsAt, ...endsAt]);
  for (const edge of edges.filter((each) => Math.abs(each - night) < 2 * DAY_MS))
    for (let by = -HOUR_MS; by <= HOUR_MS; by += HOUR_MS / 2) moments.add(edge + by).add(edge + by - MINUTE_MS);
  return moments;
}

/** Does the text hold then by some reading, or by every one? */
function holds({ start, end, exact, startsAt }: PlacedText, moment: Ms, zone: string, by: 'some' | 'every'): boolean {
  const shown = shownAt(moment, zone);
  if (!exact) return start <= shown && shown < end;
  const inside = (from: Ms) => from <= moment && moment < from + end - start;
  return by === 'some' ? startsAt.some(inside) : startsAt.every(inside);
}

for (const form of forms) {
  test(`${form}: no moment whose clock shows the text of what denies is open`, () => {
    fc.assert(
      fc.property(
        asked(form),
        fc.constantFrom('freeze', 'soft-freeze', 'peak'),
        ({ zone, night, schedule }, effect) => {
          const spans = spansOf({ zone, effect, schedule }, night);
          const text = placed(textOf(schedule, night, true), zone, night);
          for (const moment of momentsAround(night, text))
            if (text.some((each) => holds(each, moment, zone, 'some')))
              assert.ok(
                spans.some(({ start, end }) => start <= moment && moment < end),
                `${zone} ${toWall(shownAt(moment, zone))} is open: ${JSON.stringify(schedule)}`,
              );
        },
      ),
      runs,
    );
  });

  test(`${form}: maintenance opens only inside its text, and never for longer than its text`, () => {
    fc.assert(
      fc.property(asked(form), ({ zone, night, schedule }) => {
        const spans = spansOf({ zone, effect: 'maintenance', schedule }, night);
        const text = placed(textOf(schedule, night, false), zone, night);
        for (const moment of momentsAround(night, text))
          if (spans.some(({ start, end }) => start <= moment && moment < end))
            assert.ok(
              text.some((each) => holds(each, moment, zone, 'every')),
              `${zone} ${toWall(shownAt(moment, zone))} is open: ${JSON.stringify(schedule)}`,
            );
        for (const { start, end, startWall } of spans.filter((span) => Math.abs(span.start - night) < 2 * DAY_MS)) {
          const nominal = text.filter((each) => each.start === wallMs(startWall)).map((each) => each.end - each.start);
          assert.ok(nominal.some((each) => end - start <= each));
        }
      }),
      runs,
    );
  });

  test(`${form}: where no clock changes, the text is read to the minute, every change of a single occurrence with it`, () => {
    const night = fc.constantFrom(...(nights.get('Europe/Paris') ?? []));
    const given = night.chain((at) =>
      anySchedule[form](at)
        .chain((schedule) =>
          changed(
            schedule,
            at,
            textOf(schedule, at, true).map(({ start }) => start),
          ),
        )
        .map((schedule) => ({ at, schedule })),
    );
    fc.assert(
      fc.property(given, fc.boolean(), ({ at, schedule }, wide) => {
        const effect = wide ? 'freeze' : 'maintenance';
        const read = spansOf({ zone: 'UTC', effect, schedule }, at).map(({ start, end }) => [start, end]);
        const period = { start: at - 5 * DAY_MS, end: at + 5 * DAY_MS };
        const text = textOf(schedule, at, wide)
          .map(({ start, end }) => [start, end])
          .filter(([start = 0, end = 0]) => start < end && start < period.end && period.start < end)
          .toSorted(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d);
        assert.deepEqual(read, text, JSON.stringify(schedule));
      }),
      runs,
    );
  });
}

test('each start of an end rule has one end, and its spans do not overlap', () => {
  const given = fc
    .tuple(somewhere, fc.constantFrom('weekly', 'close'))
    .chain(([{ zone, night }, form]) => anySchedule[form](night).map((schedule) => ({ zone, night, schedule })));
  fc.assert(
    fc.property(given, ({ zone, night, schedule }) => {
      const spans = spansOf({ zone, schedule }, night);
      for (const [place, { startWall, endWall }] of spans.entries()) {
        assert.ok(startWall < endWall);
        assert.ok(endWall <= (spans[place + 1]?.startWall ?? endWall), JSON.stringify(schedule));
      }
      for (const { start, end } of textOf(schedule, night, true)) {
        if (start < night - 4 * DAY_MS || start > night + 4 * DAY_MS) continue;
        const ends = spans.filter(({ startWall }) => startWall === toWall(start)).map(({ endWall }) => wallMs(endWall));
        assert.deepEqual(ends, [end], JSON.stringify(schedule));
      }
    }),
    { ...runs, numRuns: rounds(40, 5_000) },
  );
});
