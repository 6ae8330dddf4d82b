import { HOUR_MS, MINUTE_MS, type Ms } from '../../time/instant.ts';

const units: ReadonlyMap<string, Ms> = new Map([
  ['ns', 1e-6],
  ['us', 1e-3],
  ['µs', 1e-3],
  ['μs', 1e-3],
  ['ms', 1],
  ['s', 1_000],
  ['m', MINUTE_MS],
  ['h', HOUR_MS],
]);

/** Reads a duration as Go writes one, `1h30m`; null when it is none. Days are none: Go has no unit for them. */
export function goDuration(text: string): Ms | null {
  const [, sign = '', amounts = ''] = /^([+-]?)((?:\d{0,9}(?:\.\d{0,9})?[a-zµμ]{1,2})+)$/.exec(text.slice(0, 60)) ?? [];
  if (text === '0') return 0;
  if (amounts === '' || text.length > 60) return null;
  let length = 0;
  for (const [, amount = '', unit = ''] of amounts.matchAll(/([\d.]*)([a-zµμ]+)/g)) {
    const size = units.get(unit);
    if (size === undefined || !/\d/.test(amount)) return null;
    length += Number(amount) * size;
  }
  return sign === '-' ? -length : length;
}
