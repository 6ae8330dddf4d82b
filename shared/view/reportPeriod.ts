import type { Wall } from '../time/instant.ts';

/** Midnight of the first day of the month that lies `back` months before this wall-clock time's month. */
export function startOfMonthWall(wall: Wall, back: number): Wall {
  const months = Number(wall.slice(0, 4)) * 12 + Number(wall.slice(5, 7)) - 1 - back;
  const year = String(Math.floor(months / 12)).padStart(4, '0');
  return `${year}-${String((months % 12) + 1).padStart(2, '0')}-01T00:00`;
}
