import { DAY_MS, HOUR_MS, MINUTE_MS, type Ms } from '../../time/instant.ts';
import { momentOf, offsetMs } from '../../time/zone.ts';

/** A DATE or DATE-TIME value as it is written. */
export interface WrittenTime {
  /** What the clock shows, counted as by `wallMs`, seconds included. */
  readonly naive: Ms;
  readonly isDate: boolean;
  readonly utc: boolean;
}

/** A written time with its zone: IANA name, or null where it floats. */
export interface IcsTime extends WrittenTime {
  readonly zone: string | null;
}

const TIME = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)?(Z)?)?$/i;
const DURATION = /^([+-])?P(?:(\d{1,5})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$/i;
/** Years that a window may speak of: what calendars use, and what zone data can answer for. */
const FIRST_YEAR = 1_600;
const LAST_YEAR = 2_999;

/** Reads `20261127T180000Z`, `20261127`; dashes and colons, which some products write, are passed over. */
export function writtenTime(value: string): WrittenTime | null {
  const [all, ...parts] = TIME.exec(value.trim()) ?? [];
  if (all === undefined) return null;
  const [y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0] = parts.slice(0, 6).map((part) => Number(part ?? 0));
  if (y < FIRST_YEAR || y > LAST_YEAR || h > 24 || mi > 59 || s > 60) return null;
  const day = Date.UTC(y, mo - 1, d);
  const read = new Date(day);
  if (read.getUTCMonth() !== mo - 1 || read.getUTCDate() !== d) return null;
  const time = h * HOUR_MS + mi * MINUTE_MS + Math.min(s, 59) * 1_000;
  if (time > DAY_MS) return null;
  return { naive: day + time, isDate: parts[3] === undefined, utc: parts[6] !== undefined };
}

/** Reads `PT1H30M`, `P1W`, `-PT5M`; null when it is none or says nothing. */
export function writtenDuration(value: string): Ms | null {
  const [all, sign, ...parts] = DURATION.exec(value.trim()) ?? [];
  if (all === undefined || parts.every((part) => part === undefined)) return null;
  const [w = 0, d = 0, h = 0, m = 0, s = 0] = parts.map((part) => Number(part ?? 0));
  const length = (w * 7 + d) * DAY_MS + h * HOUR_MS + m * MINUTE_MS + s * 1_000;
  return sign === '-' ? -length : length;
}

/** What the clocks of `zone` show at this time; a date and a floating time are the same everywhere. */
export function naiveIn(time: IcsTime, zone: string | null): Ms {
  if (time.isDate || time.zone === null || zone === null || time.zone === zone) return time.naive;
  const at = momentOf(time.naive, time.zone, 'earlier');
  return at + offsetMs(at, zone);
}

/** The minute that holds this time, and the one that it has certainly ended by. */
export const downToMinute = (ms: Ms): Ms => Math.floor(ms / MINUTE_MS) * MINUTE_MS;
export const upToMinute = (ms: Ms): Ms => Math.ceil(ms / MINUTE_MS) * MINUTE_MS;
