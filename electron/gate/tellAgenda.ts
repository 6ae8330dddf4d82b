import type { Agenda, Agreement, FreezeAhead, Task } from '../../shared/agenda/agenda.ts';
import { safeJson, safeText } from '../../shared/gate/safeText.ts';
import { toInstant } from '../../shared/time/instant.ts';
import { placeTime, zoneName } from '../../shared/time/placeTime.ts';
import type { DigestOrder } from './readBoardArguments.ts';

interface Frame {
  readonly board: string;
  /** Minutes since the copy last heard from its remote; null without one. */
  readonly age: number | null;
}

/** An agenda for a mail, a chat or a program. */
export function tellAgenda(format: DigestOrder['format'], agenda: Agenda, frame: Frame): string {
  if (format === 'json') return asJson(agenda, frame);
  return asLines(agenda, frame, format === 'markdown' ? markdown : plain);
}

interface Style {
  readonly title: (text: string) => string;
  readonly item: (text: string) => string;
  readonly safe: (text: string) => string;
}

const plain: Style = {
  title: (text) => text.toUpperCase(),
  item: (text) => `  ${text}`,
  safe: (text) => safeText(text, 200),
};
/** What Markdown would obey is escaped: a title may neither link nor break out of its line. */
const markdown: Style = {
  title: (text) => `## ${text}`,
  item: (text) => `- ${text}`,
  safe: (text) => safeText(text, 200).replaceAll(/[\\`*_{}[\]()#+!|<>~&@]|:(?=\/\/)|(?<=www)\./gi, String.raw`\$&`),
};

function asLines(agenda: Agenda, { board, age }: Frame, { title, item, safe }: Style): string {
  const section = (name: string, lines: readonly string[]) =>
    lines.length > 0 ? [title(name), ...lines.map(item), ''] : [];
  const task = ({ what, change, title: named, band, due }: Task) =>
    `${change}  ${safe(named)}: ${what}, ${band}${due === null ? '' : `, ${toInstant(due)}`}`;
  const agreement = ({ kind, title: named, by, what, due }: Agreement) =>
    `${safe(kind)}  ${safe(named)}: ${what}, by ${safe(by)}${due === null ? '' : `, waits until ${toInstant(due)}`}`;
  const freeze = ({ title: named, start, end, zone, running }: FreezeAhead) =>
    `${safe(named)}: ${running ? 'now' : `from ${placeTime(start, zone)}`} until ${placeTime(end, zone)} ${zoneName(zone)}`;
  const glass = agenda.brokenGlass.map(({ change, title: named, debtDueAt }) => {
    const debt = debtDueAt === null ? 'in force' : `signatures due ${toInstant(debtDueAt)}`;
    return `${change}  ${safe(named)}: ${debt}`;
  });
  const { waits, due: owed, agreements, freezes } = agenda;
  const nothing = [...waits, ...owed, ...agreements, ...freezes, ...glass].length === 0;
  return [
    title(`${safe(board)}: ${safe(agenda.name)}, until ${toInstant(agenda.until)}`),
    '',
    ...section('Break-glass', glass),
    ...section('Waits for you', [...waits.map(task), ...agreements.map(agreement)]),
    ...section('Due', owed.map(task)),
    ...section('Freezes ahead', freezes.map(freeze)),
    ...(nothing ? ['Nothing waits.', ''] : []),
    `As of ${toInstant(agenda.at)}${age === null ? '' : `, copy ${age} minutes old`}`,
    '',
  ].join('\n');
}

const dated = (each: Task) => ({ ...each, due: moment(each.due) });
const moment = (at: number | null) => (at === null ? null : toInstant(at));

function asJson(agenda: Agenda, frame: Frame): string {
  const said = {
    board: frame.board,
    dataAgeMinutes: frame.age,
    name: agenda.name,
    at: toInstant(agenda.at),
    until: toInstant(agenda.until),
    waits: agenda.waits.map(dated),
    due: agenda.due.map(dated),
    agreements: agenda.agreements.map((each) => ({ ...each, due: moment(each.due) })),
    freezes: agenda.freezes.map((each) => ({ ...each, start: moment(each.start), end: moment(each.end) })),
    brokenGlass: agenda.brokenGlass.map((each) => ({ ...each, debtDueAt: moment(each.debtDueAt) })),
  };
  return `${safeJson(JSON.stringify(said, null, 2))}\n`;
}
