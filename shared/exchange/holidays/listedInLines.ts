import type { HolidayList } from './listedInJson.ts';
import { readableName, type ListedDay } from './listedDay.ts';

const MOST_LINES = 20_000;

/** The days of a CSV file or of plain lines, a date and a name each, in either order; a heading is passed over. */
export function listedInLines(text: string): HolidayList[] {
  const days: ListedDay[] = [];
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  for (const [index, raw] of lines.slice(0, MOST_LINES).entries()) {
    const line = raw.trim().slice(0, 500);
    if (line === '' || line.startsWith('#')) continue;
    const cells = cellsOf(line);
    const at = cells.findIndex((cell) => /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(cell) || /^\d{8}$/.test(cell));
    const heading = index === 0 && at < 0 && /\b(date|day|datum)\b/i.test(line);
    if (heading) continue;
    const name = cells.find((cell, place) => place !== at && cell !== '' && !/^\d+$/.test(cell)) ?? '';
    days.push({
      text: at < 0 ? line : (cells[at] ?? ''),
      name: readableName(at < 0 ? '' : name),
      where: `line ${index + 1}`,
    });
  }
  return days.length > 0 ? [{ name: '', days }] : [];
}

/** The cells of a line of CSV (comma, semicolon or tab), or the date and the rest of a plain one. */
function cellsOf(line: string): string[] {
  const mark = ['\t', ';', ','].find((each) => line.includes(each));
  if (mark === undefined) {
    const [date = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(line)?.slice(1) ?? [];
    return [date, rest.replace(/^[-:–]\s*/, '')];
  }
  const cells = line.match(new RegExp(`"(?:[^"]|"")*"|[^${mark}]+`, 'g')) ?? [];
  return cells.map((cell) => cell.trim().replace(/^"|"$/g, '').replaceAll('""', '"'));
}
