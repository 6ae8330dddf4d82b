import { useMemo } from 'react';
import type { TimelineView } from '../../../shared/api/calendarCalls.ts';
import { HOUR_MS } from '../../../shared/time/instant.ts';
import type { WeekDay } from '../../../shared/view/weekDays.ts';
import { drawWeek } from '../../../shared/view/weekModel.ts';
import { weekNodes } from '../../../shared/view/weekNodes.ts';
import { readerHours } from '../../../shared/view/weekReader.ts';
import { readerZone } from '../../ui/readerZone.ts';
import { REST_PX } from './WeekBlock.tsx';
import { weekScale } from './weekMarks.ts';

export interface WeekMeasures {
  /** Of the seven columns together. */
  readonly width: number;
  readonly height: number;
  /** Of the page's part that holds the week, its head included. */
  readonly boxHeight: number;
  readonly isPrinting: boolean;
  /** All windows stand in the strip, however many rows that takes. */
  readonly isWhole: boolean;
}

/** Narrower than this a title says nothing. */
const COLUMN_PX = 74;
/** The air and the lines of a column. */
const AIR_PX = 9;
/** As low as one line of text. */
const BLOCK_PX = 19;
const LEAST_HOUR_PX = 46;
/** What one sheet holds under its head, and what of it the strip takes at most. */
const PAPER_PX = 600;
const PAPER_COLUMNS = 1;
const PAPER_WINDOW_ROWS = 6;
const STRIP_ROW_PX = 20;
/** Windows have so many rows of the strip, and one more in a page as tall as this. */
const STRIP_ROWS = 3;
const TALL_PX = 640;

/** A week as it is drawn at a size, and everything in it that can be pressed. */
export function useWeekDrawing(view: TimelineView, days: readonly WeekDay[], zone: string, measures: WeekMeasures) {
  const { width, height, boxHeight, isPrinting, isWhole } = measures;
  const columnsIn = (px: number) => (isPrinting ? PAPER_COLUMNS : Math.max(1, Math.floor((px - AIR_PX) / COLUMN_PX)));
  const columns = columnsIn(width / 7);
  const columnsCounted = columnsIn(width / 7 - REST_PX);
  const screenHourPx = Math.max(LEAST_HOUR_PX, Math.floor(height / 24));
  const windowRows = isPrinting ? PAPER_WINDOW_ROWS : isWhole ? Infinity : STRIP_ROWS + Number(boxHeight >= TALL_PX);
  const { drawing, hourPx } = useMemo(() => {
    const draw = (px: number) => {
      const leastMs = Math.ceil((BLOCK_PX / px) * HOUR_MS);
      return drawWeek(view, days, zone, { columns, columnsCounted, leastMs, windowRows, workRows: 3 });
    };
    const drawn = draw(screenHourPx);
    if (!isPrinting) return { drawing: drawn, hourPx: screenHourPx };
    const stripPx = (drawn.windowRows + drawn.workRows + 2) * STRIP_ROW_PX;
    const paperHourPx = Math.floor((PAPER_PX - stripPx) / 24);
    return { drawing: draw(paperHourPx), hourPx: paperHourPx };
  }, [view, days, zone, columns, columnsCounted, screenHourPx, windowRows, isPrinting]);
  const nodes = useMemo(() => weekNodes(drawing, isWhole), [drawing, isWhole]);
  const scale = useMemo(() => weekScale(days, hourPx), [days, hourPx]);
  const reader = useMemo(() => readerHours(days, zone, readerZone), [days, zone]);
  return { drawing, nodes, scale, reader };
}
