/** One line of an iCalendar file: `DTSTART;TZID=Europe/Paris:20261127T180000`. */
export interface ContentLine {
  /** In capitals, without a group. */
  readonly name: string;
  /** Names in capitals; values without their quotes. */
  readonly params: ReadonlyMap<string, string>;
  /** As written, escapes and all. */
  readonly value: string;
}

const NAME = /^(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)/;
const PARAM = /^;([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:,])*(?:,(?:"[^"]*"|[^";:,])*)*)/;

/** Reads an unfolded line; null when it is none. */
export function contentLine(text: string): ContentLine | null {
  const [head = '', name = ''] = NAME.exec(text) ?? [];
  if (name === '') return null;
  const params = new Map<string, string>();
  let rest = text.slice(head.length);
  while (rest.startsWith(';')) {
    const [all, param = '', value = ''] = PARAM.exec(rest) ?? [];
    if (all === undefined) return null;
    params.set(param.toUpperCase(), value.replaceAll('"', ''));
    rest = rest.slice(all.length);
  }
  return rest.startsWith(':') ? { name: name.toUpperCase(), params, value: rest.slice(1) } : null;
}

/** A TEXT value with its escapes undone; line ends become spaces where one line is wanted, by whoever cleans it. */
export function plainText(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, char: string) => (char === 'n' || char === 'N' ? '\n' : char));
}
