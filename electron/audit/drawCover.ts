import type { PackDocument, PackFigure } from '../../shared/audit/packDocument.ts';
import { ink, inner, lineHeightOf, page } from './packStyle.ts';
import type { Element, Sheet } from './sheet.ts';

const COLUMNS = 2;

/** The first page: what this is, of what, from which commit, and how to check that nothing was altered. */
export function drawCover(sheet: Sheet, root: Element, pack: PackDocument): void {
  const part = sheet.doc.struct('Sect', { title: 'Cover' });
  root.add(part);
  sheet.newPage();
  sheet.artifact(() => sheet.doc.rect(page.left, 62, 28, 3).fillColor(ink.accent).fill());
  sheet.y = 84;
  sheet.block(part, 'P', 'Change audit pack', { size: 10, colour: ink.muted });
  sheet.block(part, 'H1', pack.boardName, { font: 'strong', size: 25, above: 4 });
  sheet.block(part, 'P', pack.periodWords, { size: 13, above: 6 });
  sheet.block(part, 'P', `Times are those of ${pack.zone} unless a place is named.`, { colour: ink.muted, above: 2 });
  if (pack.sample)
    sheet.block(part, 'P', 'This is a sample board. People, places and records are invented.', {
      font: 'strong',
      colour: ink.alarm,
      above: 8,
    });

  heading(sheet, part, 'In this pack', 26);
  drawFigures(sheet, part, pack.figures);

  heading(sheet, part, 'Scope', 20);
  for (const line of pack.scope) sheet.block(part, 'P', line, { above: 3 });

  heading(sheet, part, 'State of the ledger', 20);
  const facts: readonly PackFigure[] = [
    { label: 'Ledger', value: pack.ledger },
    { label: 'Commit', value: pack.commit },
    { label: 'Root key', value: pack.rootFingerprint },
    { label: 'Judged as of', value: pack.asOfWords },
    { label: 'Policy', value: pack.policy.name },
  ];
  drawFacts(sheet, part, facts, 92);

  heading(sheet, part, 'How to check that nothing was altered', 20);
  sheet.block(part, 'P', 'In a full clone of the ledger these two commands print nothing:', { above: 3 });
  for (const command of pack.proofCommands) drawCommand(sheet, part, command);
  sheet.block(
    part,
    'P',
    'The signature of an attached record is checked with ssh-keygen -Y verify over what jq -cSj "del(.signed.sig)" prints, in the namespace tidegate- followed by its kind.',
    { above: 6 },
  );
  sheet.block(
    part,
    'P',
    'A character that the fonts cannot draw is shown as \uFFFD, one that acts without being seen as its code; the attached record has both as they were written.',
    { colour: ink.muted, above: 6 },
  );
  part.end();
}

export function heading(sheet: Sheet, part: Element, text: string, above: number): void {
  sheet.need(above + 40);
  sheet.block(part, 'H2', text, { font: 'strong', size: 11, above, colour: ink.text });
  sheet.y += 2;
}

function drawFigures(sheet: Sheet, part: Element, figures: readonly PackFigure[]): void {
  const height = lineHeightOf(9) + 3;
  const rows = Math.ceil(figures.length / COLUMNS);
  const width = inner / COLUMNS;
  const top = sheet.y + 4;
  const list = sheet.doc.struct('L');
  part.add(list);
  for (const [n, { label, value }] of figures.entries()) {
    const x = page.left + Math.floor(n / rows) * width;
    const y = top + (n % rows) * height;
    const item = sheet.doc.struct('LI');
    list.add(item);
    const body = sheet.doc.struct('LBody');
    item.add(body);
    body.add(() => {
      sheet.put(value, x, y, { font: 'strong' });
      sheet.put(label, x + 40, y, { colour: ink.muted });
    });
    item.end();
  }
  list.end();
  sheet.y = top + rows * height;
}

/** Label and value side by side; long values wrap. */
export function drawFacts(sheet: Sheet, part: Element, facts: readonly PackFigure[], indent: number): void {
  const height = lineHeightOf(9);
  for (const { label, value } of facts) {
    const print = { x: page.left + indent, width: inner - indent };
    const lines = sheet.lines(value, print);
    sheet.need(height * Math.min(lines.length, 3));
    const [first = '', ...rest] = lines;
    const block = sheet.doc.struct('P');
    part.add(block);
    const y = sheet.y;
    block.add(() => {
      sheet.put(label, page.left, y, { colour: ink.muted });
      sheet.put(first, print.x, y, {});
    });
    block.end();
    sheet.y += height;
    if (rest.length > 0) sheet.block(part, 'P', rest.join('\n'), print);
    sheet.y += 2;
  }
}

function drawCommand(sheet: Sheet, part: Element, command: string): void {
  const print = { size: 8, x: page.left + 8, width: inner - 16 };
  const lines = sheet.lines(command, print);
  const height = lines.length * lineHeightOf(8) + 8;
  sheet.need(height + 4);
  const top = sheet.y + 4;
  sheet.artifact(() => sheet.doc.rect(page.left, top, inner, height).fillColor(ink.wash).fill());
  sheet.y = top + 4;
  sheet.block(part, 'Code', lines.join('\n'), print);
  sheet.y = top + height;
}
