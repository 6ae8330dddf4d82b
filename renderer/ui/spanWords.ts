import { DAY_MS, HOUR_MS, MINUTE_MS, type Ms } from '../../shared/time/instant.ts';

/** How long, in the two largest units that matter: `2 d 4 h`, `3 h 20 min`, `45 min`. */
export function lengthWords(ms: Ms): string {
  const minutes = Math.max(0, Math.round(ms / MINUTE_MS));
  if (minutes < 60) return `${minutes} min`;
  if (ms < DAY_MS) return joined(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
  const hours = Math.round(ms / HOUR_MS);
  const days = Math.floor(hours / 24);
  return days >= 14 ? `${days} d` : joined(days, 'd', hours % 24, 'h');
}

function joined(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}

/** `in 3 h 20 min`, `2 d ago`, `now`. */
export function distanceWords(at: Ms, now: Ms): string {
  if (Math.abs(at - now) < MINUTE_MS) return 'now';
  return at > now ? `in ${lengthWords(at - now)}` : `${lengthWords(now - at)} ago`;
}

/** A count and its noun: `1 change`, `12,600 changes`. */
export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** A text as a sentence: a capital first, a full stop last. */
export function asSentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?…]$/.test(capital) ? capital : `${capital}.`;
}
