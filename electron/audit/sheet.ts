import type PDFDocument from 'pdfkit';
import { legible } from '../../shared/audit/legible.ts';
import { fonts, ink, inner, lineHeightOf, page, type FontName } from './packStyle.ts';
import { wrapText } from './wrapText.ts';

export type Doc = InstanceType<typeof PDFDocument>;
export type Element = ReturnType<Doc['struct']>;

export interface Print {
  readonly font?: FontName;
  readonly size?: number;
  readonly colour?: string;
  readonly x?: number;
  readonly width?: number;
}

/** A page with a cursor: everything is drawn downwards, and a block that does not fit goes on overleaf. */
export interface Sheet {
  readonly doc: Doc;
  y: number;
  /** Pages so far; the first is 1. */
  readonly pages: () => number;
  readonly newPage: () => void;
  /** Turns the page unless this many points are left. */
  readonly need: (points: number) => void;
  readonly lines: (text: string, print: Print) => string[];
  /** Text without tag or cursor: for use inside a tagged block. */
  readonly put: (text: string, x: number, y: number, print: Print) => void;
  /** A tagged block of running text; `above` is the space before it. */
  readonly block: (parent: Element, tag: string, text: string, print: Print & { above?: number }) => void;
  readonly rule: (y: number, colour?: string) => void;
  /** Something that only decorates: kept away from readers of the structure. */
  readonly artifact: (draw: () => void) => void;
}

/** @param doc without margins of its own and without pages yet */
export function createSheet(doc: Doc): Sheet {
  let pages = 0;
  const widths = new Map<string, number>();
  const use = ({ font = 'text', size = 9 }: Print) => doc.font(fonts[font]).fontSize(size);
  const drawable = createCleaner(doc);

  const widthOf = (print: Print) => (piece: string) => {
    const key = `${print.font ?? 'text'} ${print.size ?? 9} ${piece}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    const width = use(print).widthOfString(piece);
    if (widths.size > 50_000) widths.clear();
    widths.set(key, width);
    return width;
  };

  const sheet: Sheet = {
    doc,
    y: page.top,
    pages: () => pages,
    newPage: () => {
      doc.addPage();
      pages += 1;
      sheet.y = page.top;
    },
    need: (points) => {
      if (sheet.y + points > page.height - page.bottom) sheet.newPage();
    },
    lines: (text, print) => wrapText(drawable(text), print.width ?? inner, widthOf(print)),
    put: (text, x, y, print) => {
      use(print)
        .fillColor(print.colour ?? ink.text)
        .text(text, x, y, { lineBreak: false });
    },
    block: (parent, tag, text, print) => {
      const lines = sheet.lines(text, print);
      const height = lineHeightOf(print.size ?? 9);
      sheet.y += print.above ?? 0;
      const element = doc.struct(tag);
      parent.add(element);
      for (let from = 0; from < lines.length;) {
        sheet.need(height * Math.min(2, lines.length - from));
        const room = Math.max(1, Math.floor((page.height - page.bottom - sheet.y) / height));
        const part = lines.slice(from, from + room);
        element.add(() => {
          for (const [n, line] of part.entries()) sheet.put(line, print.x ?? page.left, sheet.y + n * height, print);
        });
        sheet.y += part.length * height;
        from += part.length;
      }
      element.end();
    },
    rule: (y, colour = ink.line) => {
      sheet.artifact(() =>
        doc
          .lineWidth(0.5)
          .strokeColor(colour)
          .moveTo(page.left, y)
          .lineTo(page.width - page.right, y)
          .stroke(),
      );
    },
    artifact: (draw) => {
      doc.markContent('Artifact', { type: 'Layout' });
      draw();
      doc.endMarkedContent();
    },
  };
  return sheet;
}

/** Text that can be drawn as it is: controls written out, characters without a glyph shown as U+FFFD. */
function createCleaner(doc: Doc): (text: string) => string {
  doc.font(fonts.text);
  // pdfkit keeps the opened font here; its types do not show it, and no public call answers for a missing glyph.
  const { font } = (doc as unknown as { _font: { font: { hasGlyphForCodePoint: (code: number) => boolean } } })._font;
  const known = new Map<string, string>();
  const drawn = (char: string): string => {
    const before = known.get(char);
    if (before !== undefined) return before;
    const shown = char === '\n' || font.hasGlyphForCodePoint(char.codePointAt(0) ?? 0) ? char : '\uFFFD';
    known.set(char, shown);
    return shown;
  };
  return (text) => {
    let clean = '';
    for (const char of legible(text)) clean += drawn(char);
    return clean;
  };
}
