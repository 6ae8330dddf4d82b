import { durationText, readDuration } from '../../../shared/view/duration.ts';
import { addWallMinutes } from '../../../shared/view/wallMath.ts';
import { NumberField } from './NumberField.tsx';

export interface LengthFieldsProps {
  /** RFC 5545 duration; empty for none. */
  readonly text: string;
  /** The time of day at which it begins; empty while not known. */
  readonly from: string;
  readonly isExact: boolean;
  readonly onChange: (text: string) => void;
}

const units = [
  ['days', 365],
  ['hours', 999],
  ['minutes', 59],
] as const;
const DAY_MINUTES = 1440;

/** How long it lasts, and when that ends on an ordinary day. */
export function LengthFields({ text, from, isExact, onChange }: LengthFieldsProps) {
  const length = readDuration(text) ?? { days: 0, hours: 0, minutes: 0 };
  return (
    <div className="tg-lasts" role="group" aria-label="Lasts">
      {units.map(([unit, most]) => (
        <NumberField
          key={unit}
          label={unit}
          value={length[unit]}
          least={0}
          most={most}
          onChange={(count) => onChange(durationText({ ...length, [unit]: count }) ?? '')}
        />
      ))}
      {from !== '' && text !== '' && (
        <span className="tg-quiet">
          {isExact ? 'as a rule to ' : 'to '}
          {endClock(from, length)}
        </span>
      )}
    </div>
  );
}

/** `06:00 the next day`; a midnight is the end of the day before. */
function endClock(from: string, { days, hours, minutes }: NonNullable<ReturnType<typeof readDuration>>): string {
  const began = Number(from.slice(0, 2)) * 60 + Number(from.slice(3));
  const total = began + days * DAY_MINUTES + hours * 60 + minutes;
  const atMidnight = total > 0 && total % DAY_MINUTES === 0;
  const later = Math.floor(total / DAY_MINUTES) - (atMidnight ? 1 : 0);
  const clock = atMidnight ? '24:00' : addWallMinutes('2026-01-01T00:00', total).slice(11);
  if (later === 0) return `${clock} the same day`;
  return later === 1 ? `${clock} the next day` : `${clock}, ${String(later)} days later`;
}
