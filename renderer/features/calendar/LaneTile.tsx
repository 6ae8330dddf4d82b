import { memo, useLayoutEffect, useRef } from 'react';
import type { Ms } from '../../../shared/time/instant.ts';
import type { TimeScale } from '../../../shared/view/timeScale.ts';
import type { Ink } from './laneInk.ts';
import { paintLane } from './paintLane.ts';
import type { PlacedLane } from './placedLanes.ts';

export interface LaneTileProps {
  /** Where the tile stands and how tall it is, in px from the first lane's top. */
  readonly top: number;
  readonly height: number;
  /** The lanes that lie in it, wholly or in part. */
  readonly lanes: readonly PlacedLane[];
  readonly scale: TimeScale;
  readonly width: number;
  readonly ticks: readonly Ms[];
  readonly headings: readonly Ms[];
  /** The change that is being moved: its old place is painted faintly. */
  readonly moving: string | null;
  readonly ink: Ink;
  /** Paper is finer than a screen. */
  readonly isPrinting: boolean;
}

/**
 * A part of the lanes, painted anew with every frame that changes it: few large pictures cost less than one for each
 * lane. What is painted is said by the stops that lie over it.
 */
export const LaneTile = memo(function LaneTile(props: LaneTileProps) {
  const { top, height, lanes, scale, width, ticks, headings, moving, ink, isPrinting } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const ratio = isPrinting ? Math.max(2, window.devicePixelRatio) : window.devicePixelRatio;
    const wide = Math.round(width * ratio);
    const tall = Math.round(height * ratio);
    if (element.width !== wide || element.height !== tall) {
      element.width = wide;
      element.height = tall;
    } else {
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, wide, tall);
    }
    for (const { drawing, content, top: laneTop } of lanes) {
      const down = laneTop - top;
      context.setTransform(ratio, 0, 0, ratio, 0, Math.round(down * ratio));
      paintLane(
        context,
        { drawing, content, scale, width, ticks, headings, moving, from: -down, to: height - down },
        ink,
      );
    }
  }, [top, height, lanes, scale, width, ticks, headings, moving, ink, isPrinting]);
  return <canvas ref={canvas} className="tg-lane-canvas" style={{ top, width, height }} aria-hidden />;
});
