import { addWallDays } from '../../../shared/view/wallMath.ts';
import type { Once } from '../../../shared/view/scheduleForms.ts';
import { dayWords } from '../../../shared/view/repeatWords.ts';
import { WallField } from './WallField.tsx';

export interface OncePartProps {
  readonly when: Once;
  readonly zone: string;
  readonly onChange: (when: Once) => void;
}

/** One span; whole days say their last one. */
export function OncePart({ when, zone, onChange }: OncePartProps) {
  const { start, end } = when;
  const isBackward = start !== '' && end !== '' && end <= start;
  const isWhole = start.endsWith('T00:00') && end.endsWith('T00:00') && !isBackward;
  return (
    <div className="tg-pair">
      <WallField label="From" value={start} zone={zone} onChange={(from) => onChange({ ...when, start: from })} />
      <WallField
        label="To"
        value={end}
        zone={zone}
        onChange={(to) => onChange({ ...when, end: to })}
        error={isBackward ? 'The end must come after the start.' : undefined}
        {...(isWhole && { hint: `Through the end of ${dayWords(addWallDays(end, -1))}` })}
      />
    </div>
  );
}
