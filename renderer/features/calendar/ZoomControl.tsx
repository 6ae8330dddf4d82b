import { ZoomIn, ZoomOut } from 'lucide-react';
import { memo } from 'react';
import { zooms, type Zoom } from '../../../shared/view/timeScale.ts';
import type { TimelinePlace } from './timelinePlace.ts';

export interface ZoomControlProps {
  readonly zoom: Zoom;
  readonly place: TimelinePlace;
}

const zoomWords: Readonly<Record<Zoom, string>> = {
  hour: 'Hour',
  day: 'Day',
  week: 'Week',
  month: 'Month',
  year: 'Year',
};
const STEP = 1.25;

/** How much time the lanes show: by name, or a step more or less. Plain elements, as it stands beside every frame. */
export const ZoomControl = memo(function ZoomControl({ zoom, place }: ZoomControlProps) {
  const walk = (event: React.KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
    const next = by === undefined ? undefined : zooms[zooms.indexOf(zoom) + by];
    if (next === undefined) return;
    event.preventDefault();
    place.zoomTo(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-zoom="${next}"]`)?.focus();
  };
  const step = (factor: number) => place.zoomBy(factor, place.width() / 2);
  return (
    <div className="tg-zoom">
      <button
        type="button"
        className="tg-lane-button"
        aria-label="Show more time"
        title="Show more time (-)"
        onClick={() => step(STEP)}
      >
        <ZoomOut size={16} aria-hidden />
      </button>
      <div className="tg-segments" role="radiogroup" aria-label="Zoom" tabIndex={-1} onKeyDown={walk}>
        {zooms.map((id) => (
          <button
            key={id}
            type="button"
            role="radio"
            aria-checked={id === zoom}
            tabIndex={id === zoom ? 0 : -1}
            className="tg-segment"
            data-zoom={id}
            data-selected={id === zoom || undefined}
            onClick={() => place.zoomTo(id)}
          >
            {zoomWords[id]}
          </button>
        ))}
      </div>
      <button
        type="button"
        className="tg-lane-button"
        aria-label="Show less time"
        title="Show less time (+)"
        onClick={() => step(1 / STEP)}
      >
        <ZoomIn size={16} aria-hidden />
      </button>
    </div>
  );
});
