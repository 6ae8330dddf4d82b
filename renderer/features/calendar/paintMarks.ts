import { bands, type Band } from '../../../shared/record/words.ts';
import { clipTitle, titleWidth } from '../../../shared/view/clipTitle.ts';
import { isOver } from '../../../shared/view/isOver.ts';
import { hitParts } from '../../../shared/view/laneBands.ts';
import { countBands } from '../../../shared/view/laneClusters.ts';
import { titleRoom } from '../../../shared/view/laneHit.ts';
import { BAR_PX, GLYPH_PX, type LaidMark } from '../../../shared/view/laneLayout.ts';
import { ROW_PX, rowsTop, type BarItem } from '../../../shared/view/laneModel.ts';
import { visibleItems } from '../../../shared/view/laneRows.ts';
import { timeAtX, xOf } from '../../../shared/view/timeScale.ts';
import { bandShapes } from '../../ui/BandMark.tsx';
import { bandLetters } from '../../ui/tradeWords.ts';
import type { Ink } from './laneInk.ts';
import type { LanePicture } from './lanePicture.ts';

const worstFirst = bands.toReversed();
const shapes: Partial<Record<Band, Path2D>> = {};
function shapeOf(band: Band): Path2D {
  const known = shapes[band];
  if (known) return known;
  const small = new Path2D();
  small.addPath(new Path2D(bandShapes[band]), new DOMMatrix().scale(0.84));
  shapes[band] = small;
  return small;
}

/** The changes of a lane that are in view: bars with their band and title, and counted marks. */
export function paintMarks(context: CanvasRenderingContext2D, picture: LanePicture, ink: Ink): void {
  const { drawing, scale, width, moving, from, to } = picture;
  const end = timeAtX(scale, width);
  const start = scale.start - 2 * GLYPH_PX * scale.msPerPx;
  for (const [row, marks] of drawing.rows.entries()) {
    const rowTop = rowsTop(drawing) + row * ROW_PX;
    if (rowTop > to || rowTop + ROW_PX < from) continue;
    for (const mark of visibleItems(marks, start, end)) {
      const [only] = mark.members;
      if (only === undefined || mark.members.length > 1) paintCluster(context, mark, rowTop, picture, ink);
      else {
        if (only.key === moving) context.globalAlpha = 0.35;
        paintBar(context, mark, only, rowTop, picture, ink);
        context.globalAlpha = 1;
      }
    }
  }
}

function paintBar(
  context: CanvasRenderingContext2D,
  mark: LaidMark<BarItem>,
  item: BarItem,
  y: number,
  { drawing, content, scale, width }: LanePicture,
  ink: Ink,
): void {
  const { of } = ink;
  const { bar } = item;
  const x = xOf(scale, mark.start);
  const px = Math.max(3, (mark.end - mark.start) / scale.msPerPx);
  const over = isOver(bar.state);
  const isWide = px >= GLYPH_PX;
  const { line, soft } = ink.band[bar.band];
  // Far ends of long bars are cut off where nobody sees them.
  const left = Math.max(x, -10);
  const right = Math.min(x + px, width + 10);
  if (right <= left) return;
  context.beginPath();
  context.roundRect(left, y, right - left, BAR_PX, Math.min(4, px / 2));
  if (isWide) {
    context.fillStyle = over ? of.sunken : soft;
    context.fill();
    context.lineWidth = bar.state === 'implementing' ? 2 : 1;
    context.strokeStyle = over ? of['line-strong'] : line;
    context.stroke();
  } else {
    context.fillStyle = over ? of.edge : line;
    context.fill();
  }
  if (item.hits > 0) {
    context.fillStyle = over ? of['ink-3'] : of.danger;
    for (const part of hitParts(mark, content.bands)) {
      const from = xOf(scale, part.start);
      context.fillRect(from, y + BAR_PX - 3, Math.max(2, (part.end - part.start) / scale.msPerPx), 3);
    }
  }
  if (x + px < 0) return;
  const hits = item.hits > 0 ? `⚠\u2009${String(item.hits)}` : '';
  const hitsPx = hits === '' ? 0 : 24 + (item.hits > 9 ? 8 : 0);
  const glyphX = isWide ? Math.max(left, 0) + 5 : x + px + 4;
  const afterGlyph = glyphX + 27;
  const room = titleRoom(mark, drawing, scale);
  const insidePx = isWide ? Math.min(x + px, width) - afterGlyph - hitsPx - 2 : 0;
  const title = titleWidth(bar.title) + 6;
  const isInside = isWide && (title <= insidePx || insidePx >= room - hitsPx);
  if (!isWide || insidePx > -hitsPx - 2) paintGlyph(context, bar.band, glyphX, y, over ? of['ink-3'] : line, ink);
  const titlePx = isInside ? insidePx : room - hitsPx - 2;
  const outsideX = isWide ? x + px + 5 : afterGlyph;
  if (hits !== '' && (isInside ? insidePx > 0 : room >= hitsPx)) {
    context.font = ink.strongFont;
    context.fillStyle = over ? of['ink-3'] : of.danger;
    context.fillText(hits, isInside ? afterGlyph + Math.min(title, insidePx) : outsideX, y + 13);
  }
  if (titlePx <= 24) return;
  const words = clipTitle(bar.title, titlePx);
  const textX = isInside ? afterGlyph : outsideX + hitsPx;
  context.font = ink.font;
  if (!isInside) {
    context.lineWidth = 3;
    context.lineJoin = 'round';
    context.strokeStyle = of.surface;
    context.strokeText(words, textX, y + 13);
  }
  context.fillStyle = over ? of['ink-2'] : of.ink;
  context.fillText(words, textX, y + 13);
}

function paintGlyph(
  context: CanvasRenderingContext2D,
  band: Band,
  x: number,
  y: number,
  colour: string,
  ink: Ink,
): void {
  context.fillStyle = colour;
  context.translate(x, y + 4);
  context.fill(shapeOf(band));
  context.translate(-x, -y - 4);
  context.font = ink.strongFont;
  context.fillText(bandLetters[band], x + 13, y + 13);
}

interface Shares {
  readonly counts: Readonly<Record<Band, number>>;
  readonly hits: number;
  readonly isAllOver: boolean;
}
const sharesByMark = new WeakMap<readonly BarItem[], Shares>();

function sharesOf(members: readonly BarItem[]): Shares {
  const known = sharesByMark.get(members);
  if (known) return known;
  const shares = {
    counts: countBands(members),
    hits: members.filter((item) => item.hits > 0).length,
    isAllOver: members.every(({ bar }) => isOver(bar.state)),
  };
  sharesByMark.set(members, shares);
  return shares;
}

/** Several changes too short for bars at this zoom: their number, over a strip that shares them out by band. */
function paintCluster(
  context: CanvasRenderingContext2D,
  mark: LaidMark<BarItem>,
  y: number,
  { scale }: LanePicture,
  ink: Ink,
): void {
  const { of } = ink;
  const { members } = mark;
  const x = xOf(scale, mark.start) + 1;
  const px = Math.max((mark.end - mark.start) / scale.msPerPx, GLYPH_PX) - 2;
  const { counts, hits, isAllOver } = sharesOf(members);
  context.beginPath();
  context.roundRect(x, y, px, BAR_PX, 4);
  context.fillStyle = isAllOver ? of.sunken : of.surface;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = of['line-strong'];
  context.stroke();
  const count = px >= 110 ? `${String(members.length)} changes` : String(members.length);
  context.font = isAllOver ? ink.font : ink.mediumFont;
  context.fillStyle = isAllOver ? of['ink-2'] : of.ink;
  context.textAlign = 'center';
  context.fillText(`${count}${hits > 0 && px >= 60 ? ` ⚠${String(hits)}` : ''}`, x + px / 2, y + 11.5);
  context.textAlign = 'start';
  let from = x + 4;
  for (const band of worstFirst) {
    if (counts[band] === 0) continue;
    const wide = (counts[band] / members.length) * (px - 8);
    context.fillStyle = isAllOver ? of.edge : ink.band[band].line;
    context.fillRect(from, y + BAR_PX - 4, Math.max(1, wide), 2);
    from += wide;
  }
}
