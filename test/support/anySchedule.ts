import * as fc from 'fast-check';
import { weekdayNames, type Holidays, type Schedule } from '../../shared/record/body/scheduleBody.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, type Ms } from '../../shared/time/instant.ts';
import { toWall } from '../../shared/time/wall.ts';

type Made = (night: Ms) => fc.Arbitrary<Schedule>;

const dayText = (at: Ms) => toWall(at).slice(0, 10);
const weekdayOf = (at: Ms) => weekdayNames[(new Date(at).getUTCDay() + 6) % 7] ?? 'MO';
const length = fc.integer({ min: 1, max: 40 * 60 });
const lengthText = (minutes: number) => `PT${String(Math.floor(minutes / 60))}H${String(minutes % 60)}M`;
/** Three days, and often the hours in which clocks change. */
const near = (night: Ms) =>
  fc
    .oneof(fc.integer({ min: -36 * 60, max: 36 * 60 }), fc.integer({ min: -60, max: 90 }))
    .map((minutes) => night + minutes * MINUTE_MS);
const onHoliday = fc.constantFrom('not-counted', 'next-business-day', 'previous-business-day');
const everyWeek = (at: Ms) => ({ from: toWall(at - 35 * DAY_MS), rule: `FREQ=WEEKLY;BYDAY=${weekdayOf(at)}` });
const business = (place: number) => `FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=${String(place)}`;

/** Some of the days around the night are off, and any weekend. */
const holidaysNear = (night: Ms): fc.Arbitrary<Holidays> =>
  fc
    .record({
      off: fc.uniqueArray(fc.integer({ min: -20, max: 20 }), { maxLength: 8 }),
      weekend: fc.subarray([...weekdayNames], { maxLength: 3 }),
    })
    .map(({ off, weekend }) => ({
      name: 'Here',
      days: off.map((day) => ({ day: dayText(night + day * DAY_MS) })),
      weekend,
      through: '2030-12-31',
    }));

const once: Made = (night) =>
  fc.tuple(near(night), length).map(([start, minutes]) => ({
    form: 'once',
    start: toWall(start),
    end: toWall(start + minutes * MINUTE_MS),
  }));

const dates: Made = (night) =>
  fc.array(fc.tuple(near(night), length), { minLength: 1, maxLength: 4 }).map((spans) => ({
    form: 'dates',
    spans: spans.map(([start, minutes]) => ({ start: toWall(start), end: toWall(start + minutes * MINUTE_MS) })),
  }));

const daily =
  (of: 'duration' | 'elapsed'): Made =>
  (night) =>
    fc.tuple(near(night), length).map(([start, minutes]) => {
      const end = of === 'elapsed' ? { elapsed: lengthText(minutes) } : { duration: lengthText(minutes) };
      return { form: 'rule', start: { from: toWall(start - 30 * DAY_MS), rule: 'FREQ=DAILY' }, end };
    });

/** Monthly on the day of the month of a day near the night, which days off move, or take away. */
const shifted: Made = (night) =>
  fc.tuple(near(night), length, holidaysNear(night), onHoliday).map(([start, minutes, holidays, heed]) => {
    const rule = `FREQ=MONTHLY;BYMONTHDAY=${String(new Date(start).getUTCDate())}`;
    const from = toWall(start - 60 * DAY_MS);
    return { form: 'rule', start: { from, rule, onHoliday: heed }, end: { duration: lengthText(minutes) }, holidays };
  });

/** From one weekday to another. */
const weekly: Made = (night) =>
  fc.tuple(near(night), fc.integer({ min: 1, max: 6 * 24 * 60 })).map(([start, minutes]) => {
    const end = start + minutes * MINUTE_MS;
    return { form: 'rule', start: everyWeek(start), end: everyWeek(end) };
  });

/** From one business day of the month to another. */
const close: Made = (night) =>
  fc
    .record({
      time: fc.tuple(near(night), near(night)),
      place: fc.tuple(fc.integer({ min: -4, max: -1 }), fc.integer({ min: 1, max: 6 })),
      heed: fc.tuple(onHoliday, onHoliday),
      holidays: holidaysNear(night),
    })
    .map(({ time, place, heed, holidays }) => {
      const by = (n: 0 | 1) => ({
        from: toWall(time[n] - 100 * DAY_MS),
        rule: business(place[n]),
        onHoliday: heed[n],
      });
      return { form: 'rule', start: by(0), end: by(1), holidays };
    });

/** Around the end of a fiscal year or period that ends in the week of the night. */
const fiscal: Made = (night) =>
  fc
    .record({
      start: near(night),
      pattern: fc.constantFrom('4-4-5', '4-5-4', '5-4-4'),
      which: fc.constantFrom('last-in-month', 'nearest-to-month-end'),
      of: fc.constantFrom('period', 'quarter', 'year'),
      count: fc.constantFrom('days', 'business-days'),
      days: fc.integer({ min: -3, max: 3 }),
      further: fc.integer({ min: 0, max: 3 }),
      holidays: fc.option(holidaysNear(night), { nil: undefined }),
    })
    .map(({ start, pattern, which, of, count, days, further, holidays }) => ({
      form: 'fiscal',
      year: { pattern, endsOn: { weekday: weekdayOf(start), month: new Date(night).getUTCMonth() + 1, which } },
      of,
      start: { days, count, time: toWall(start).slice(11) },
      end: { days: days + further, count, time: further > 0 ? toWall(start + HOUR_MS).slice(11) : '24:00' },
      ...(holidays && { holidays }),
    }));

/** Every form that a schedule can have, each written so that it has something to say on this night. */
export const anySchedule = {
  once,
  dates,
  duration: daily('duration'),
  elapsed: daily('elapsed'),
  shifted,
  weekly,
  close,
  fiscal,
} satisfies Record<string, Made>;

/** The same, which starts at these times, with single occurrences left out, moved and added; some of them meet none. */
export const changed = (schedule: Schedule, night: Ms, starts: readonly Ms[]): fc.Arbitrary<Schedule> => {
  if (schedule.form === 'once' || schedule.form === 'dates') return fc.constant(schedule);
  const choice = starts.filter((each) => Math.abs(each - night) < 3 * DAY_MS);
  const start = choice.length > 0 ? fc.oneof(fc.constantFrom(...choice), near(night)) : near(night);
  const span = fc.tuple(near(night), length).map(([at, minutes]) => ({
    start: toWall(at),
    end: toWall(at + minutes * MINUTE_MS),
  }));
  return fc
    .record({
      exceptions: fc.array(start.map(toWall), { maxLength: 2 }),
      moved: fc.uniqueArray(
        fc.tuple(start, span).map(([from, to]) => ({ from: toWall(from), ...to })),
        { maxLength: 2, selector: ({ from }) => from },
      ),
      additions: fc.array(span, { maxLength: 2 }),
    })
    .map((changes) => ({ ...schedule, ...changes }));
};
