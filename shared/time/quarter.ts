import type { Ms, Period } from './instant.ts';

/** A quarter by the UTC calendar, so that every desk counts alike. */
export interface Quarter extends Period {
  /** `Q4 2026` */
  readonly name: string;
}

/** The quarter a moment falls into, or the one so many before or after it. */
export function quarterAt(at: Ms, shift = 0): Quarter {
  const date = new Date(at);
  const month = (Math.floor(date.getUTCMonth() / 3) + shift) * 3;
  const start = Date.UTC(date.getUTCFullYear(), month, 1);
  const first = new Date(start);
  return {
    name: `Q${first.getUTCMonth() / 3 + 1} ${first.getUTCFullYear()}`,
    start,
    end: Date.UTC(date.getUTCFullYear(), month + 3, 1),
  };
}
