import type { Effect } from '../../../shared/record/words.ts';
import { clipTitle, textWidth } from '../../../shared/view/clipTitle.ts';
import { LEAST_TITLE_PX, type LaidBand } from '../../../shared/view/laneBands.ts';
import { LANE_PAD_PX, TITLE_ROW_PX } from '../../../shared/view/laneModel.ts';
import { xOf } from '../../../shared/view/timeScale.ts';
import type { Ink } from './laneInk.ts';
import type { LanePicture } from './lanePicture.ts';

const PAD_PX = 8;

/** The windows' titles, in sight for as long as their windows are; each in its own row or in one that is free. */
export function paintBandTitles(
  context: CanvasRenderingContext2D,
  bands: readonly LaidBand[],
  { drawing, scale, width }: LanePicture,
  ink: Ink,
): void {
  const rows = drawing.titleRows;
  const takenTo = Array.from({ length: rows }, () => -Infinity);
  context.font = ink.mediumFont;
  context.lineJoin = 'round';
  context.lineWidth = 4;
  for (const { band, start, end, titleRow, times } of bands) {
    if (titleRow === null) continue;
    const x = Math.max(0, xOf(scale, start)) + PAD_PX;
    const room = Math.min(width, xOf(scale, end)) - x - PAD_PX;
    const own = titleRow % Math.max(1, rows);
    const row = [own, ...takenTo.keys()].find((candidate) => (takenTo[candidate] ?? Infinity) <= x);
    if (row === undefined || room < LEAST_TITLE_PX / 2) continue;
    const often = times > 1 ? `, ${String(times)} times` : '';
    const title = clipTitle(`${band.title}${often}${band.proposed ? ' (proposed)' : ''}`, room);
    takenTo[row] = x + textWidth(title) + PAD_PX;
    const { letters, halo } = inkOf(band.effect, ink);
    const y = LANE_PAD_PX + row * TITLE_ROW_PX + 12;
    context.strokeStyle = halo;
    context.strokeText(title, x, y);
    context.fillStyle = letters;
    context.fillText(title, x, y);
  }
}

function inkOf(effect: Effect, { of }: Ink): { letters: string; halo: string } {
  if (effect === 'maintenance') return { letters: of.maintenance, halo: of['maintenance-soft'] };
  if (effect === 'peak') return { letters: of.warn, halo: of.surface };
  return { letters: of['freeze-ink'], halo: effect === 'freeze' ? of['freeze-soft'] : of.surface };
}
