/** A nominal length as the editor holds it: days by the calendar, hours and minutes by the wall clock. */
export interface Duration {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
}

/** The RFC 5545 text; null for no length at all. */
export function durationText({ days, hours, minutes }: Duration): string | null {
  const time = `${hours > 0 ? `${String(hours)}H` : ''}${minutes > 0 ? `${String(minutes)}M` : ''}`;
  if (days === 0 && time === '') return null;
  return `P${days > 0 ? `${String(days)}D` : ''}${time === '' ? '' : `T${time}`}`;
}

/** The length that a text says; weeks are read as seven days. Null when it is not such a text. */
export function readDuration(text: string): Duration | null {
  const found = /^P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(text);
  if (found === null) return null;
  const [, weeks, days, hours, minutes] = found;
  return { days: Number(weeks ?? 0) * 7 + Number(days ?? 0), hours: Number(hours ?? 0), minutes: Number(minutes ?? 0) };
}

function counted(count: number, one: string): string {
  return `${String(count)} ${one}${count === 1 ? '' : 's'}`;
}

/** `9 days`, `5 hours 30 minutes`. */
export function durationWords({ days, hours, minutes }: Duration): string {
  const parts = [
    days > 0 ? counted(days, 'day') : '',
    hours > 0 ? counted(hours, 'hour') : '',
    minutes > 0 ? counted(minutes, 'minute') : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}
