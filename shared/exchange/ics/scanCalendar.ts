import { contentLine, type ContentLine } from './contentLine.ts';

/** A component of the file: what stands between its BEGIN and its END. */
export interface Block {
  /** `VEVENT`, in capitals. */
  readonly kind: string;
  /** Of its BEGIN, counted from 1. */
  readonly line: number;
  readonly lines: ContentLine[];
  readonly inner: Block[];
  /** Lines that are none, by number. */
  readonly broken: number[];
  /** No END was found: the next BEGIN or the end of the file closed it. */
  unclosed: boolean;
}

/** A calendar of the file; lines and entries that stand outside of any make one of their own. */
export interface Calendar {
  readonly lines: readonly ContentLine[];
  readonly inner: readonly Block[];
}

/** The rest of a line is not looked at: by then it holds more dates than are read, and a note says so. */
const LONGEST_LINE = 700_000;
const DEEPEST = 12;
/** Components that never stand inside another entry: their BEGIN closes what was left open. */
const entries = /^(VEVENT|VTODO|VJOURNAL|VFREEBUSY|VTIMEZONE|VCALENDAR)$/;

/**
 * Which components does this text hold?
 *
 * Reads what real files do wrong: any line end, a byte order mark, several calendars, none at all, blank lines, lines
 * that are none, a missing END. Never throws; costs one pass.
 */
export function scanCalendar(text: string): Calendar[] {
  const loose = newBlock('', 1);
  const calendars: Block[] = [loose];
  let open: Block[] = [loose];
  const close = (from: number) => {
    for (const block of open.slice(from)) block.unclosed = true;
    open = open.slice(0, from);
  };
  for (const { text: line, number } of unfolded(text)) {
    const top = open.at(-1) ?? loose;
    const read = contentLine(line);
    if (!read) {
      top.broken.push(number);
      continue;
    }
    const kind = read.value.trim().toUpperCase();
    if (read.name === 'BEGIN') {
      if (kind === 'VCALENDAR') close(1);
      else if (entries.test(kind)) close(open[1]?.kind === 'VCALENDAR' ? 2 : 1);
      const block = newBlock(kind, number);
      if (kind === 'VCALENDAR') calendars.push(block);
      else if (open.length < DEEPEST) open.at(-1)?.inner.push(block);
      open.push(block);
    } else if (read.name === 'END') {
      const at = open.findLastIndex((block) => block.kind === kind);
      if (at > 0) {
        close(at + 1);
        open.pop();
      }
    } else top.lines.push(read);
  }
  close(1);
  return calendars;
}

function newBlock(kind: string, line: number): Block {
  return { kind, line, lines: [], inner: [], broken: [], unclosed: false };
}

/** The lines with their continuations joined; blank ones left out. */
function* unfolded(text: string): Iterable<{ text: string; number: number }> {
  let held: string[] = [];
  let length = 0;
  let first = 1;
  let number = 0;
  for (const raw of text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)) {
    number += 1;
    if (/^[ \t]/.test(raw) && held.length > 0) {
      if (length < LONGEST_LINE) held.push(raw.slice(1, LONGEST_LINE));
      length += raw.length;
      continue;
    }
    if (held.length > 0) yield { text: held.join('').slice(0, LONGEST_LINE), number: first };
    held = raw.trim() === '' ? [] : [raw.slice(0, LONGEST_LINE)];
    length = raw.length;
    first = number;
  }
  if (held.length > 0) yield { text: held.join('').slice(0, LONGEST_LINE), number: first };
}
