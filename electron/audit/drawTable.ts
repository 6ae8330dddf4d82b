import { ink, inner, lineHeightOf, page, type FontName } from './packStyle.ts';
import type { Element, Sheet } from './sheet.ts';

export interface Column {
  readonly heading: string;
  /** Share of the width; the shares of a table add up to 1. */
  readonly share: number;
  readonly font?: FontName;
}

export interface TableLook {
  readonly size?: number;
  /** Named in the structure for readers who do not see it. */
  readonly label: string;
}

const GAP = 8;
const PADDING = 2.5;

/**
 * A table with a heading row that comes again on every page. A row that does not fit is carried over; one longer
 * than a page is split. Empty tables are not drawn.
 */
export function drawTable(
  sheet: Sheet,
  parent: Element,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  look: TableLook,
): void {
  if (rows.length === 0) return;
  const size = look.size ?? 7.75;
  const height = lineHeightOf(size);
  const table = sheet.doc.struct('Table', { title: look.label });
  parent.add(table);
  const places = placesOf(columns);

  const heading = (): void => {
    const row = sheet.doc.struct('TR');
    table.add(row);
    const top = sheet.y;
    for (const [n, { heading: text }] of columns.entries()) {
      const place = places[n];
      if (place === undefined) continue;
      const cell = sheet.doc.struct('TH', { scope: 'Column' } as object); // the option is missing from the types
      row.add(cell);
      cell.add(() => sheet.put(text, place.x, top, { font: 'strong', size: size - 0.5, colour: ink.muted }));
      cell.end();
    }
    row.end();
    sheet.y = top + height + 2;
    sheet.rule(sheet.y, ink.faint);
    sheet.y += PADDING;
  };

  const overleaf = (): void => {
    sheet.newPage();
    heading();
  };

  sheet.need(height * 4);
  heading();
  for (const cells of rows) {
    let left = cells.map((text, n) => sheet.lines(text, printOf(n)));
    let most = Math.max(1, ...left.map((lines) => lines.length));
    while (most > 0) {
      const room = Math.floor((page.height - page.bottom - sheet.y) / height);
      if (room < Math.min(most, 3)) {
        overleaf();
        continue;
      }
      const taken = Math.min(room, most);
      drawRow(
        left.map((lines) => lines.slice(0, taken)),
        taken,
      );
      left = left.map((lines) => lines.slice(taken));
      most -= taken;
    }
    sheet.y += PADDING;
    sheet.rule(sheet.y);
    sheet.y += PADDING;
  }
  table.end();

  function printOf(n: number) {
    const column = columns[n];
    return { size, width: places[n]?.width ?? inner, ...(column?.font === undefined ? {} : { font: column.font }) };
  }

  function drawRow(parts: readonly (readonly string[])[], count: number): void {
    const row = sheet.doc.struct('TR');
    table.add(row);
    const top = sheet.y;
    for (const [n, lines] of parts.entries()) {
      const cell = sheet.doc.struct('TD');
      row.add(cell);
      cell.add(() => {
        for (const [index, line] of lines.entries())
          sheet.put(line, places[n]?.x ?? page.left, top + index * height, printOf(n));
      });
      cell.end();
    }
    row.end();
    sheet.y = top + count * height;
  }
}

function placesOf(columns: readonly Column[]): { x: number; width: number }[] {
  let x: number = page.left;
  return columns.map(({ share }) => {
    const place = { x, width: inner * share - GAP };
    x += inner * share;
    return place;
  });
}
