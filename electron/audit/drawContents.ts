import type { PackDocument } from '../../shared/audit/packDocument.ts';
import { bandMark } from './bandMark.ts';
import { ink, inner, lineHeightOf, page } from './packStyle.ts';
import type { Element, Sheet } from './sheet.ts';

const ROW = 17;
const TITLE_TOP = page.top + 44;
const PER_PAGE = Math.floor((page.height - page.bottom - TITLE_TOP) / ROW);

/** Where things are, once everything is drawn: page by destination name. */
export type PageOf = ReadonlyMap<string, number>;

/** Pages kept free behind the cover: one for the contents, then the list of changes. */
export function contentsPages(pack: PackDocument): number {
  return 1 + Math.ceil(pack.changes.length / PER_PAGE);
}

/** Fills the pages that were kept free. @param first the first of them, counted from 1 */
export function drawContents(
  sheet: Sheet,
  part: Element,
  pack: PackDocument,
  first: number,
  parts: readonly { readonly name: string; readonly title: string }[],
  pageOf: PageOf,
): void {
  const { doc } = sheet;
  doc.switchToPage(first - 1);
  title(sheet, part, 'Contents', '');
  const toc = doc.struct('TOC');
  part.add(toc);
  for (const [n, { name, title: text }] of parts.entries()) {
    line(sheet, toc, TITLE_TOP + n * 22, 10, name, pageOf, (y) => sheet.put(text, page.left, y, { size: 10 }));
  }
  toc.end();
  drawNotable(sheet, part, pack, TITLE_TOP + parts.length * 22 + 30, pageOf);

  const list = doc.struct('TOC');
  part.add(list);
  for (const [n, change] of pack.changes.entries()) {
    if (n % PER_PAGE === 0) {
      doc.switchToPage(first + n / PER_PAGE);
      title(sheet, part, 'Changes', `${pack.changes.length} in this period, by planned start`);
      columnHeads(sheet);
    }
    const y = TITLE_TOP + (n % PER_PAGE) * ROW;
    bandMark(sheet, change.band, page.left + 3.5, y + 6, 3);
    line(sheet, list, y, 8, change.change, pageOf, (top) => {
      sheet.put(change.change, page.left + 12, top, { size: 8, colour: ink.muted });
      sheet.put(clipped(sheet, change.title, 218), page.left + 100, top, { size: 8 });
      sheet.put(`${change.band} ${change.score}`, page.left + 326, top, { size: 8 });
      sheet.put(change.state, page.left + 394, top, { size: 8, colour: ink.muted });
    });
  }
  list.end();
}

/** What an auditor would draw first, as far as the page goes. */
function drawNotable(sheet: Sheet, part: Element, pack: PackDocument, top: number, pageOf: PageOf): void {
  if (pack.notable.length === 0) return;
  const head = sheet.doc.struct('H2');
  part.add(head);
  head.add(() => sheet.put('Worth a first look', page.left, top, { font: 'strong', size: 11 }));
  head.end();
  const room = Math.floor((page.height - page.bottom - top - 28) / ROW) - 1;
  const shown = pack.notable.slice(0, room);
  const list = sheet.doc.struct('TOC');
  part.add(list);
  for (const [n, { why, change, title: text }] of shown.entries()) {
    line(sheet, list, top + 26 + n * ROW, 8, change, pageOf, (y) => {
      sheet.put(clipped(sheet, why, 138), page.left, y, { size: 8, colour: ink.muted });
      sheet.put(change, page.left + 146, y, { size: 8, colour: ink.muted });
      sheet.put(clipped(sheet, text, 220), page.left + 234, y, { size: 8 });
    });
  }
  list.end();
  const more = pack.notable.length - shown.length;
  if (more === 0) return;
  const rest = sheet.doc.struct('P');
  part.add(rest);
  rest.add(() =>
    sheet.put(`and ${more} more`, page.left, top + 26 + shown.length * ROW, { size: 8, colour: ink.muted }),
  );
  rest.end();
}

function title(sheet: Sheet, part: Element, text: string, beside: string): void {
  const element = sheet.doc.struct('H1');
  part.add(element);
  element.add(() => sheet.put(text, page.left, page.top, { font: 'strong', size: 15 }));
  element.end();
  if (beside === '') return;
  const note = sheet.doc.struct('P');
  part.add(note);
  note.add(() => sheet.put(beside, page.left + 80, page.top + 5, { size: 9, colour: ink.muted }));
  note.end();
}

function columnHeads(sheet: Sheet): void {
  const y = TITLE_TOP - 17;
  sheet.artifact(() => {
    const heads = [
      ['Change', 12],
      ['Title', 100],
      ['Risk', 326],
      ['State', 394],
      ['Page', inner - 20],
    ] as const;
    for (const [head, x] of heads) sheet.put(head, page.left + x, y, { font: 'strong', size: 7.25, colour: ink.muted });
  });
  sheet.rule(y + 13, ink.faint);
}

/** One entry that leads to its page. */
function line(
  sheet: Sheet,
  list: Element,
  y: number,
  size: number,
  name: string,
  pageOf: PageOf,
  draw: (y: number) => void,
): void {
  const { doc } = sheet;
  const item = doc.struct('TOCI');
  list.add(item);
  item.add(() => {
    draw(y);
    const number = String(pageOf.get(name) ?? '');
    const width = doc.fontSize(size).widthOfString(number);
    sheet.put(number, page.left + inner - width, y, { size });
  });
  item.end();
  doc.goTo(page.left, y, inner, lineHeightOf(size), name);
}

function clipped(sheet: Sheet, text: string, width: number): string {
  const [first = '', ...rest] = sheet.lines(text.replaceAll('\n', ' '), { size: 8, width });
  return rest.length === 0 ? first : `${sheet.lines(first, { size: 8, width: width - 8 })[0] ?? ''}…`;
}
