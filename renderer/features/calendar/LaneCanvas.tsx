import { memo, useLayoutEffect, useRef } from 'react';
import type { Ink } from './laneInk.ts';
import { paintLane, type LanePicture } from './paintLane.ts';

export interface LaneCanvasProps extends LanePicture {
  readonly ink: Ink;
  /** The lane's top, and the part of it that is to be painted, in px from that top. */
  readonly top: number;
  readonly from: number;
  readonly to: number;
  /** Raised when letters have come that were not there before. */
  readonly letters: number;
  /** Paper is finer than a screen. */
  readonly isPrinting: boolean;
}

/** One lane, painted anew with every frame that changes it. What is painted is said by the stops that lie over it. */
export const LaneCanvas = memo(function LaneCanvas({
  ink,
  top,
  from,
  to,
  letters,
  isPrinting,
  ...picture
}: LaneCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const ratio = isPrinting ? Math.max(2, window.devicePixelRatio) : window.devicePixelRatio;
    const width = Math.round(picture.width * ratio);
    const height = Math.round((to - from) * ratio);
    if (element.width !== width || element.height !== height) {
      element.width = width;
      element.height = height;
    } else {
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, width, height);
    }
    context.setTransform(ratio, 0, 0, ratio, 0, -from * ratio);
    paintLane(context, picture, ink);
  });
  return (
    <canvas
      ref={canvas}
      className="tg-lane-canvas"
      data-letters={letters}
      style={{ top: top + from, width: picture.width, height: to - from }}
      aria-hidden
    />
  );
});
