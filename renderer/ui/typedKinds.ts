import { dayWords, wallWords } from '../../shared/view/repeatWords.ts';
import { readClock, readDay, readWall } from '../../shared/view/readTyped.ts';
import { stepClock, stepDay, stepWall } from '../../shared/view/stepTyped.ts';
import type { TypedKind } from './TypedInput.tsx';

export const typedKinds = {
  /** `2026-11-27T18:00`, shown as `Fri 27 Nov 2026, 18:00`. */
  wall: {
    write: wallWords,
    read: readWall,
    step: stepWall,
    parts: ['day', 'day', 'month', 'year', 'hour', 'minute'],
    sample: '27 Nov 2026, 18:00',
    asked: 'A day and a time, such as 27 Nov 2026, 18:00.',
    picker: 'datetime-local',
  },
  /** `2026-11-27`. */
  day: {
    write: dayWords,
    read: readDay,
    step: stepDay,
    parts: ['day', 'day', 'month', 'year'],
    sample: '27 Nov 2026',
    asked: 'A day, such as 27 Nov 2026.',
    picker: 'date',
  },
  /** `18:00`. */
  clock: {
    write: (value: string) => value,
    read: (text: string) => (readClock(text) === '24:00' ? null : readClock(text)),
    step: stepClock,
    parts: ['hour', 'minute'],
    sample: '18:00',
    asked: 'A time, such as 18:00.',
    picker: null,
  },
  /** `18:00`, or `24:00` for the midnight that ends the day. */
  closingClock: {
    write: (value: string) => value,
    read: readClock,
    step: stepClock,
    parts: ['hour', 'minute'],
    sample: '24:00',
    asked: 'A time, such as 18:00, or 24:00 for the end of the day.',
    picker: null,
  },
} satisfies Record<string, TypedKind>;
