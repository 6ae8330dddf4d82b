import type { Ms } from '../../../shared/time/instant.ts';
import { offsetMs } from '../../../shared/time/zone.ts';

/** How far one clock is from another at a moment: `+5:30 h`, `−1 h`; null when they agree. */
export function clockDistance(at: Ms, zone: string, from: string): string | null {
  const minutes = Math.round((offsetMs(at, zone) - offsetMs(at, from)) / 60_000);
  if (minutes === 0) return null;
  const hours = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  return `${minutes > 0 ? '+' : '−'}${String(hours)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`} h`;
}
