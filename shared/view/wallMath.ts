import type { Wall } from '../time/instant.ts';
import { toWall, wallMs } from '../time/wall.ts';

/** The wall clock so many minutes later, whatever clock changes lie between. */
export function addWallMinutes(wall: Wall, minutes: number): Wall {
  return toWall(wallMs(wall) + minutes * 60_000);
}

/** The same time of day so many days later. */
export function addWallDays(wall: Wall, days: number): Wall {
  return addWallMinutes(wall, days * 1440);
}

/** The same time of day and day of month so many months later; the last day where the month is shorter. */
export function addWallMonths(wall: Wall, months: number): Wall {
  const date = new Date(wallMs(wall));
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, length));
  return toWall(date.getTime());
}

/** 0 for Monday to 6 for Sunday. */
export function wallWeekday(wall: Wall): number {
  return (new Date(wallMs(wall)).getUTCDay() + 6) % 7;
}

/** Minutes from one wall clock reading to another, clock changes not counted. */
export function wallMinutesBetween(from: Wall, to: Wall): number {
  return (wallMs(to) - wallMs(from)) / 60_000;
}

/** The last multiple of `minutes` since midnight at or before the reading. */
export function floorWallMinutes(wall: Wall, minutes: number): Wall {
  const sinceMidnight = Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
  return addWallMinutes(wall, -(sinceMidnight % minutes));
}
