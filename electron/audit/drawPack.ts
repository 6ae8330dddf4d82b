import PDFDocument from 'pdfkit';
import type { PackDocument, PackRecord } from '../../shared/audit/packDocument.ts';
import { legibleLine } from '../../shared/audit/legible.ts';
import { contentsPages, drawContents } from './drawContents.ts';
import { drawBoard } from './drawBoard.ts';
import { drawChange } from './drawChange.ts';
import { drawCover } from './drawCover.ts';
import { fonts, ink, inner, page } from './packStyle.ts';
import { createSheet, type Doc, type Sheet } from './sheet.ts';

/**
 * Draws the pack; the bytes come out of the returned stream. The same document gives the same bytes.
 * Tagged, with bookmarks, fonts embedded and PDF/A-3a stated in the metadata; conformance is not certified by anybody.
 */
export function drawPack(pack: PackDocument, onProgress: (done: number, total: number) => void): Doc {
  const dated = new Date(pack.datedAt);
  const doc = new PDFDocument({
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: 'en',
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: false,
    font: fonts.text,
    size: [page.width, page.height],
    margin: 0,
    info: {
      Title: legibleLine(pack.title),
      Author: legibleLine(pack.boardName),
      Creator: 'Tidegate',
      CreationDate: dated,
      ModDate: dated,
    },
  });
  const sheet = createSheet(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const pageOf = new Map<string, number>();
  const parts: { name: string; title: string }[] = [];
  const mark = (name: string, title: string, chapter = true): void => {
    pageOf.set(name, sheet.pages());
    doc.addNamedDestination(name, 'XYZ', 0, page.height, null);
    doc.outline.addItem(legibleLine(title));
    if (chapter) parts.push({ name, title });
  };

  drawCover(sheet, root, pack);
  doc.outline.addItem('Cover');
  const first = sheet.pages() + 1;
  const contents = doc.struct('Sect', { title: 'Contents' });
  root.add(contents);
  const kept = contentsPages(pack);
  for (let n = 0; n < kept; n += 1) {
    sheet.newPage();
    if (n === 0) doc.outline.addItem('Contents');
    if (n === 1) mark('changes', 'List of changes');
  }
  drawBoard(sheet, root, pack, mark);
  for (const [done, change] of pack.changes.entries()) {
    sheet.newPage();
    if (done === 0) parts.push({ name: change.change, title: 'The changes, one by one' });
    mark(change.change, `${change.change} ${change.title}`, false);
    drawChange(sheet, root, change);
    for (const record of change.records) attach(doc, record);
    onProgress(done + 1, pack.changes.length);
  }
  for (const record of pack.boardRecords) attach(doc, record);
  drawContents(sheet, contents, pack, first, parts, pageOf);
  contents.end();
  root.end();
  drawFooters(sheet, pack);
  doc.end();
  return doc;
}

function attach(doc: Doc, { name, path, text, at }: PackRecord): void {
  const date = new Date(at);
  const options = {
    name,
    type: 'application/json',
    description: path,
    creationDate: date,
    modifiedDate: date,
    relationship: 'Data',
  };
  doc.file(Buffer.from(text), options as object); // `relationship` is missing from the types
}

function drawFooters(sheet: Sheet, pack: PackDocument): void {
  const total = sheet.pages();
  const words = `${pack.boardName}, ${pack.periodWords}, commit ${pack.commit.slice(0, 12)}`;
  const [left = ''] = sheet.lines(words, { size: 7.5, width: inner - 80 });
  for (let n = 0; n < total; n += 1) {
    sheet.doc.switchToPage(n);
    const y = page.height - 40;
    sheet.rule(y - 8);
    const number = `${n + 1} of ${total}`;
    sheet.doc.markContent('Artifact', { type: 'Pagination' });
    sheet.put(left, page.left, y, { size: 7.5, colour: ink.muted });
    const width = sheet.doc.fontSize(7.5).widthOfString(number);
    sheet.put(number, page.left + inner - width, y, { size: 7.5, colour: ink.muted });
    sheet.doc.endMarkedContent();
  }
}
