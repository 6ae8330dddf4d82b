import type { PackChange } from '../../shared/audit/packDocument.ts';
import { bandMark } from './bandMark.ts';
import { drawFacts, heading } from './drawCover.ts';
import { drawTable } from './drawTable.ts';
import { bandInk, ink, lineHeightOf, page } from './packStyle.ts';
import type { Element, Sheet } from './sheet.ts';

/** The section of one change; it begins on a page of its own. */
export function drawChange(sheet: Sheet, root: Element, change: PackChange): void {
  const part = sheet.doc.struct('Sect', { title: change.change });
  root.add(part);
  drawHead(sheet, part, change);
  drawFacts(sheet, part, change.facts, 104);
  for (const { heading: title, text } of change.texts) {
    sheet.need(40);
    sheet.block(part, 'H3', title, { font: 'strong', size: 9, above: 8 });
    sheet.block(part, 'P', text, { above: 1 });
  }
  drawRisk(sheet, part, change);
  drawApprovals(sheet, part, change);
  drawProofs(sheet, part, change);
  part.end();
}

function drawHead(sheet: Sheet, part: Element, change: PackChange): void {
  sheet.block(part, 'P', change.change, { size: 9, colour: ink.muted });
  sheet.block(part, 'H1', change.title, { font: 'strong', size: 15, above: 2 });
  const y = sheet.y + 6;
  bandMark(sheet, change.band, page.left + 4, y + 7, 4);
  const line = sheet.doc.struct('P');
  part.add(line);
  line.add(() => {
    const risk = `${change.band.toUpperCase().slice(0, 1)}${change.band.slice(1)} ${change.score}`;
    sheet.put(risk, page.left + 14, y, { font: 'strong', size: 10, colour: bandInk[change.band] });
    sheet.put(`${change.state}: ${change.because}`.slice(0, 90), page.left + 92, y, { size: 10 });
  });
  line.end();
  sheet.y = y + lineHeightOf(10) + 6;
  sheet.rule(sheet.y);
  sheet.y += 8;
}

function drawRisk(sheet: Sheet, part: Element, change: PackChange): void {
  heading(sheet, part, `Risk: ${change.score} points`, 14);
  for (const floor of change.floors) sheet.block(part, 'P', floor, { above: 1 });
  sheet.y += 4;
  drawTable(
    sheet,
    part,
    [
      { heading: 'Factor', share: 0.18, font: 'strong' },
      { heading: 'Points', share: 0.1 },
      { heading: 'What was looked at', share: 0.36 },
      { heading: 'Rule', share: 0.36 },
    ],
    change.factors.map(({ name, points, input, rule }) => [name, points, input, rule]),
    { label: 'Risk factors', size: 7.5 },
  );
  if (change.windows.length === 0) return;
  heading(sheet, part, 'Windows met', 10);
  for (const window of change.windows) sheet.block(part, 'P', window, { size: 8, above: 1 });
}

function drawApprovals(sheet: Sheet, part: Element, change: PackChange): void {
  heading(sheet, part, 'Approvals', 12);
  sheet.y += 2;
  drawTable(
    sheet,
    part,
    [
      { heading: 'Must agree', share: 0.26, font: 'strong' },
      { heading: 'Because', share: 0.4 },
      { heading: 'Agreed', share: 0.34 },
    ],
    change.asked.map(({ role, rule, met }) => [role, rule, met]),
    { label: 'Who must agree' },
  );
  if (change.decisions.length === 0) sheet.block(part, 'P', 'Nobody has decided.', { colour: ink.muted, above: 2 });
  sheet.y += 4;
  drawTable(
    sheet,
    part,
    [
      { heading: 'Decision', share: 0.11, font: 'strong' },
      { heading: 'By', share: 0.23 },
      { heading: 'When', share: 0.19 },
      { heading: 'Signature', share: 0.23 },
      { heading: 'Saw', share: 0.12 },
      { heading: 'Standing', share: 0.12 },
    ],
    change.decisions.map(({ verdict, role, name, key, when, standing, seen, said }) => [
      verdict,
      `${name}\n${role}${said === '' ? '' : `\n${said}`}`,
      when,
      `verified\n${key}`,
      seen,
      standing,
    ]),
    { label: 'Decisions' },
  );
}

function drawProofs(sheet: Sheet, part: Element, change: PackChange): void {
  const evidence = change.evidence.filter(({ title, standing }) => title !== '' || standing !== 'not asked');
  if (evidence.length > 0) {
    heading(sheet, part, 'Evidence', 12);
    sheet.y += 2;
    drawTable(
      sheet,
      part,
      [
        { heading: 'Kind', share: 0.24, font: 'strong' },
        { heading: 'Standing', share: 0.14 },
        { heading: 'What was shown', share: 0.27 },
        { heading: 'Measured', share: 0.21 },
        { heading: 'By', share: 0.14 },
      ],
      evidence.map(({ kind, standing, title, when, by }) => [kind, standing, title, when, by]),
      { label: 'Evidence' },
    );
  }
  if (change.receipts.length > 0) {
    heading(sheet, part, 'What was done', 12);
    sheet.y += 2;
    drawTable(
      sheet,
      part,
      [
        { heading: 'Event', share: 0.18, font: 'strong' },
        { heading: 'When', share: 0.24 },
        { heading: 'Reported by', share: 0.22 },
        { heading: 'Details', share: 0.36 },
      ],
      change.receipts.map(({ event, when, by, what }) => [event, when, by, what]),
      { label: 'What was done' },
    );
  }
  heading(sheet, part, 'History', 12);
  sheet.y += 2;
  drawTable(
    sheet,
    part,
    [
      { heading: 'Signed', share: 0.19 },
      { heading: 'What', share: 0.25, font: 'strong' },
      { heading: 'By', share: 0.14 },
      { heading: 'Key', share: 0.22 },
      { heading: 'Record', share: 0.2 },
    ],
    change.history.map(({ when, what, by, key, digest }) => [when, what, by, key, digest]),
    { label: 'History' },
  );
}
