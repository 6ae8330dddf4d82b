import type { PackDocument } from '../../shared/audit/packDocument.ts';
import { drawTable } from './drawTable.ts';
import { ink } from './packStyle.ts';
import type { Element, Sheet } from './sheet.ts';

/** Freezes of the period, who may sign what, and what the policy asks. */
export function drawBoard(
  sheet: Sheet,
  root: Element,
  pack: PackDocument,
  mark: (name: string, title: string) => void,
): void {
  const part = sheet.doc.struct('Sect', { title: 'The board' });
  root.add(part);

  begin('freezes', 'Freezes in the period');
  if (pack.freezes.length === 0) sheet.block(part, 'P', 'No freeze or soft freeze touches this period.', { above: 8 });
  sheet.y += 10;
  drawTable(
    sheet,
    part,
    [
      { heading: 'Window', share: 0.2, font: 'strong' },
      { heading: 'Effect, owner', share: 0.17 },
      { heading: 'What it covers', share: 0.26 },
      { heading: 'When', share: 0.3 },
      { heading: 'Met', share: 0.07 },
    ],
    pack.freezes.map(({ title, effect, owner, scope, spans, hits }) => [
      title,
      `${effect}\n${owner}`,
      scope,
      spans.join('\n'),
      String(hits),
    ]),
    { label: 'Freezes in the period' },
  );

  begin('people', 'People, roles and keys');
  sheet.y += 10;
  drawTable(
    sheet,
    part,
    [
      { heading: 'Member', share: 0.3, font: 'strong' },
      { heading: 'Roles', share: 0.42 },
      { heading: 'Keys', share: 0.28 },
    ],
    pack.people.map(({ person, name, roles, keys }) => [`${name}\n${person}`, roles, keys]),
    { label: 'People, roles and keys' },
  );

  begin('policy', 'Policy in force');
  sheet.block(part, 'P', `${pack.policy.name}. ${pack.policy.bands}`, { above: 8 });
  sheet.block(part, 'P', 'Author and implementer of a change never count among its deciders; a person counts once.', {
    colour: ink.muted,
    above: 3,
  });
  sheet.y += 10;
  drawTable(
    sheet,
    part,
    [
      { heading: 'Band', share: 0.15, font: 'strong' },
      { heading: 'Type', share: 0.15 },
      { heading: 'Must agree', share: 0.7 },
    ],
    pack.policy.approvals.map(({ band, type, asks }) => [band, type, asks]),
    { label: 'Approval matrix' },
  );
  part.end();

  function begin(name: string, title: string): void {
    sheet.newPage();
    mark(name, title);
    sheet.block(part, 'H1', title, { font: 'strong', size: 15 });
  }
}
