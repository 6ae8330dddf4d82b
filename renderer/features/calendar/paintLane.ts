import type { Ms } from '../../../shared/time/instant.ts';
import type { LaidBand } from '../../../shared/view/laneBands.ts';
import { bandBox } from '../../../shared/view/laneHit.ts';
import { timeAtX, xOf, type TimeScale } from '../../../shared/view/timeScale.ts';
import type { Ink } from './laneInk.ts';
import type { LanePicture } from './lanePicture.ts';
import { paintBandTitles } from './paintBandTitles.ts';
import { paintMarks } from './paintMarks.ts';

/** Paints a lane from its background up: boundaries, windows, changes, the titles of the windows. */
export function paintLane(context: CanvasRenderingContext2D, picture: LanePicture, ink: Ink): void {
  const { drawing, scale, width, ticks, headings } = picture;
  const { height } = drawing;
  paintLines(context, ticks, scale, height, ink.of.line, 0.6);
  paintLines(context, headings, scale, height, ink.of['line-strong'], 1);
  const end = timeAtX(scale, width);
  const inView = drawing.bands.filter((band) => band.start < end && band.end > scale.start - scale.msPerPx);
  for (const band of inView) paintBand(context, band, picture, ink);
  context.fillStyle = ink.of.line;
  context.fillRect(0, height - 1, width, 1);
  paintMarks(context, picture, ink);
  if (!drawing.isCollapsed) paintBandTitles(context, inView, picture, ink);
}

function paintLines(
  context: CanvasRenderingContext2D,
  times: readonly Ms[],
  scale: TimeScale,
  height: number,
  colour: string,
  alpha: number,
): void {
  context.globalAlpha = alpha;
  context.fillStyle = colour;
  for (const at of times) context.fillRect(Math.round(xOf(scale, at)), 0, 1, height);
  context.globalAlpha = 1;
}

function paintBand(context: CanvasRenderingContext2D, laid: LaidBand, picture: LanePicture, ink: Ink): void {
  const { drawing, scale, width: all } = picture;
  const { effect, proposed } = laid.band;
  const box = bandBox(laid, drawing, scale);
  const { x, y, width, height } = box;
  const { of } = ink;
  const ends = Math.min(x + width, all + 8);
  const begins = Math.max(x, -8);
  if (laid.times > 1) {
    context.fillStyle = { freeze: of.freeze, 'soft-freeze': of.freeze, maintenance: of.maintenance, peak: of.peak }[
      effect
    ];
    context.globalAlpha = effect === 'soft-freeze' ? 0.5 : 1;
    context.fillRect(begins, y, ends - begins, height);
  } else if (effect === 'peak') {
    context.fillStyle = of.peak;
    context.globalAlpha = proposed ? 0.5 : 1;
    context.fillRect(begins, y, ends - begins, height);
  } else if (effect === 'maintenance') {
    context.beginPath();
    context.roundRect(begins, 3.5, ends - begins, height - 7, 4);
    if (!proposed) {
      context.fillStyle = of['maintenance-soft'];
      context.fill();
    }
    outline(context, of.maintenance, proposed);
  } else {
    const hatched = effect === 'freeze' ? ink.freeze : ink.softFreeze;
    // The hatch belongs to the window and travels with it.
    context.save();
    context.translate(x, 0);
    context.fillStyle = proposed ? ink.proposed : hatched;
    context.fillRect(begins - x, 0, ends - begins, height);
    context.restore();
    context.beginPath();
    for (const edge of [x, x + width]) {
      context.moveTo(edge, 0);
      context.lineTo(edge, height);
    }
    outline(context, of.freeze, proposed || effect === 'soft-freeze');
  }
  context.globalAlpha = 1;
}

function outline(context: CanvasRenderingContext2D, colour: string, isDashed: boolean): void {
  if (isDashed) context.setLineDash([3, 3]);
  context.lineWidth = 1;
  context.strokeStyle = colour;
  context.stroke();
  if (isDashed) context.setLineDash([]);
}
