/** A cron expression read: when on the wall clock it fires. */
export interface CronFields {
  /** Minutes of the day, ascending. */
  readonly times: readonly number[];
  /** 1 to 31, or null for every day. */
  readonly monthDays: readonly number[] | null;
  /** 1 to 12, or null for every month. */
  readonly months: readonly number[] | null;
  /** Sunday is 0; null for every day. Where days of the month are named too, either is enough. */
  readonly weekdays: readonly number[] | null;
  /** What was read more kindly than the product itself reads it. */
  readonly notes: readonly string[];
}

interface Field {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly names: readonly string[];
}

const monthNames = ['', 'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const dayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const fields = [
  { name: 'minute', low: 0, high: 59, names: [] },
  { name: 'hour', low: 0, high: 23, names: [] },
  { name: 'day of the month', low: 1, high: 31, names: [] },
  { name: 'month', low: 1, high: 12, names: monthNames },
  { name: 'day of the week', low: 0, high: 7, names: dayNames },
] as const satisfies readonly Field[];

const shorthands: ReadonlyMap<string, string> = new Map([
  ['@yearly', '0 0 1 1 *'],
  ['@annually', '0 0 1 1 *'],
  ['@monthly', '0 0 1 * *'],
  ['@weekly', '0 0 * * 0'],
  ['@daily', '0 0 * * *'],
  ['@midnight', '0 0 * * *'],
  ['@hourly', '0 * * * *'],
]);

/**
 * Reads a cron expression of five fields as robfig/cron does, which Argo CD, GitLab and most of Kubernetes use; a
 * sentence when it says nothing.
 *
 * Names and `?` are read, `7` is Sunday, ranges must not run backwards. A field that begins with a star restricts
 * nothing unless it has a step.
 */
export function cronFields(text: string): CronFields | string {
  const spelt = text.trim().toLowerCase();
  const parts = (shorthands.get(spelt) ?? spelt).split(/\s+/);
  if (spelt === '') return 'It has no schedule.';
  if (spelt.startsWith('@') && !shorthands.has(spelt)) return 'Its schedule is a shorthand that is not known.';
  if (parts.length !== 5) return `Its schedule has ${parts.length} parts; a cron expression has five.`;
  const read: (readonly number[] | null)[] = [];
  for (const [index, field] of fields.entries()) {
    const values = fieldValues(parts[index] ?? '', field);
    if (typeof values === 'string') return values;
    read.push(values);
  }
  const [minutes, hours, monthDays = null, months = null, days = null] = read;
  const hourly = (hours ?? range(0, 23)).flatMap((hour) =>
    (minutes ?? range(0, 59)).map((minute) => hour * 60 + minute),
  );
  const sunday = days?.includes(7) ?? false;
  return {
    times: hourly,
    monthDays,
    months,
    weekdays: days && [...new Set(days.map((day) => day % 7))].toSorted((a, b) => a - b),
    notes: sunday ? ['Day 7 is read as Sunday.'] : [],
  };
}

/** The values of one field, ascending; null when it restricts nothing; a sentence when it cannot be read. */
function fieldValues(text: string, field: Field): readonly number[] | null | string {
  const values = new Set<number>();
  let every = false;
  for (const part of text.split(',')) {
    const [base = '', step, ...more] = part.split('/');
    const [from = '', to, ...rest] = base.split('-');
    if (more.length > 0 || rest.length > 0) return unreadable(field);
    const star = from === '*' || from === '?';
    const by = step === undefined ? 1 : /^\d{1,3}$/.test(step) ? Number(step) : 0;
    const low = star ? field.low : valueOf(from, field);
    const high = star || (to === undefined && step !== undefined) ? lastOf(field) : valueOf(to ?? from, field);
    if (low === null || high === null || by < 1 || (star && to !== undefined)) return unreadable(field);
    if (low > high) return `Its ${field.name} runs backwards (${base}); write two ranges instead.`;
    every ||= star && by === 1;
    for (let value = low; value <= high; value += by) values.add(value);
  }
  return every ? null : [...values].toSorted((a, b) => a - b);
}

/** A star never means the second Sunday. */
function lastOf({ high }: Field): number {
  return high === 7 ? 6 : high;
}

function valueOf(text: string, { low, high, names }: Field): number | null {
  const value = /^\d{1,2}$/.test(text) ? Number(text) : names.indexOf(text);
  return text !== '' && value >= low && value <= high ? value : null;
}

function unreadable({ name }: Field): string {
  return `Its ${name} cannot be read.`;
}

function range(low: number, high: number): number[] {
  return Array.from({ length: high - low + 1 }, (_, index) => low + index);
}
