import { memo } from 'react';
import type { Ms } from '../../../shared/time/instant.ts';
import { clipTitle, textWidth } from '../../../shared/view/clipTitle.ts';
import { isOver } from '../../../shared/view/isOver.ts';
import { hitParts, type BandItem } from '../../../shared/view/laneBands.ts';
import { GLYPH_PX, type LaidMark } from '../../../shared/view/laneLayout.ts';
import type { BarItem } from '../../../shared/view/laneModel.ts';
import { bandShapes } from '../../ui/BandMark.tsx';
import { bandLetters } from '../../ui/tradeWords.ts';
import { barWords } from './barWords.ts';

export interface BarMarkProps {
  readonly mark: LaidMark<BarItem>;
  readonly item: BarItem;
  readonly node: string;
  readonly origin: Ms;
  readonly msPerPx: number;
  readonly zone: string;
  readonly y: number;
  readonly isActive: boolean;
  readonly isMoving: boolean;
  /** Its bar has scrolled out to the left: a title without its bar would be a riddle. */
  readonly isGone: boolean;
  /** The lane's windows, to draw each hit where it is. */
  readonly bands: readonly BandItem[];
}

export const BAR_PX = 18;
/** Wider bars have their band and title in the layer that keeps titles in sight. */
export const STICKY_FROM_PX = 220;

/** One change: a bar as long as the work, its band by shape and letter, its title inside or beside it. */
export const BarMark = memo(function BarMark(props: BarMarkProps) {
  const { mark, item, node, origin, msPerPx, zone, y, isActive, isMoving, isGone, bands } = props;
  const { bar } = item;
  const x = (mark.start - origin) / msPerPx;
  const px = Math.max(3, (mark.end - mark.start) / msPerPx);
  const isWide = px >= GLYPH_PX;
  const isSticky = px >= STICKY_FROM_PX;
  const glyphX = isWide ? 5 : px + 4;
  const hits = item.hits > 0 ? `⚠\u2009${String(item.hits)}` : '';
  const hitsPx = hits === '' ? 0 : 24 + (item.hits > 9 ? 8 : 0);
  const afterGlyph = glyphX + 27;
  const title = textWidth(bar.title) + 6;
  const insidePx = isWide ? px - afterGlyph - hitsPx - 2 : 0;
  const isInside = isWide && (title <= insidePx || insidePx >= mark.roomPx - hitsPx);
  const titlePx = isInside ? insidePx : mark.roomPx - hitsPx - 2;
  const textX = isInside ? afterGlyph : (isWide ? px + 5 : afterGlyph) + hitsPx;
  const hitsX = isInside || !isWide ? afterGlyph + (isInside ? Math.min(title, insidePx) : 0) : px + 5;
  const parts = item.hits > 0 ? hitParts(mark, bands) : [];
  return (
    <g
      className="tg-bar"
      data-node={node}
      data-band={bar.band}
      data-over={isOver(bar.state) || undefined}
      data-running={bar.state === 'implementing' || undefined}
      data-movable={bar.movable || undefined}
      data-moving={isMoving || undefined}
      transform={`translate(${String(x)} ${String(y)})`}
    >
      <g
        className="tg-mark-press"
        role="button"
        tabIndex={isActive ? 0 : -1}
        aria-label={barWords(bar, zone)}
        data-node={node}
      >
        <rect
          className="tg-bar-body"
          width={px}
          height={BAR_PX}
          rx={Math.min(4, px / 2)}
          data-solid={!isWide || undefined}
        />
        {parts.map((part) => (
          <rect
            key={part.start}
            className="tg-bar-hit"
            x={(part.start - mark.start) / msPerPx}
            y={BAR_PX - 3}
            width={Math.max(2, (part.end - part.start) / msPerPx)}
            height={3}
          />
        ))}
        {!isSticky && (
          <path
            className="tg-bar-shape"
            d={bandShapes[bar.band]}
            transform={`translate(${String(glyphX)} 4) scale(.84)`}
          />
        )}
        <rect className="tg-bar-ring" x={-2} y={-2} width={px + 4} height={BAR_PX + 4} rx={5} />
      </g>
      {!isSticky && (
        <text aria-hidden className="tg-bar-letter" x={glyphX + 13} y={13}>
          {bandLetters[bar.band]}
        </text>
      )}
      {!isSticky && titlePx > 24 && !isGone && (
        <text aria-hidden className="tg-bar-title" data-outside={!isInside || undefined} x={textX} y={13}>
          {clipTitle(bar.title, titlePx)}
        </text>
      )}
      {hits !== '' &&
        !isGone &&
        (isInside || !isWide ? insidePx > 0 || mark.roomPx >= hitsPx : mark.roomPx >= hitsPx) && (
          <text aria-hidden className="tg-bar-hits" x={isSticky ? px - hitsPx : hitsX} y={13}>
            {hits}
          </text>
        )}
    </g>
  );
});
