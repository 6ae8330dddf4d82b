import type { Band } from '../../shared/record/words.ts';
import { bandInk } from './packStyle.ts';
import type { Doc, Sheet } from './sheet.ts';

/** Corners of each band's shape on a circle, as on screen: circle, triangle, diamond, hexagon. */
const corners: Readonly<Record<Band, number>> = { low: 0, moderate: 3, high: 4, critical: 6 };

/** The band's shape; decoration, since the word stands beside it. */
export function bandMark(sheet: Sheet, band: Band, x: number, y: number, radius: number): void {
  sheet.artifact(() => outline(sheet.doc, corners[band], x, y, radius).fillColor(bandInk[band]).fill());
}

function outline(doc: Doc, count: number, x: number, y: number, radius: number): Doc {
  if (count === 0) return doc.circle(x, y, radius);
  const points = Array.from({ length: count }, (_, n): [number, number] => {
    const angle = (2 * Math.PI * n) / count - Math.PI / 2;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
  return doc.polygon(...points);
}
