import { callsOf, topLevel, withoutComments } from './sources.ts';

const plain: ReadonlyArray<readonly [what: string, pattern: RegExp]> = [
  [
    'reads the clock',
    /\bDate\.now\b|\bnew Date\(\s*\)|\bnew Date(?!\w|\()|(?<!new )(?<![\w.])Date\(|\bperformance\.now\b|\bTemporal\.Now\b/,
  ],
  ['throws dice', /\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b|\bulid\(\s*\)|\bmonotonicFactory\(\s*\)/],
  ["speaks the machine's language", /\.toLocale\w*\(|\.localeCompare\(|\.to(?:Date|Time)String\(/],
];

/** Functions of date-fns whose answer does not depend on a zone. */
const zoneless =
  /^(add|sub)(Milliseconds|Seconds|Minutes|Hours)$|^differenceIn(Milliseconds|Seconds|Minutes|Hours)$|^is(Before|After|Equal|Valid|WithinInterval)$|^(compareAsc|compareDesc|max|min|clamp|closestTo|toDate|getTime|getUnixTime|fromUnixTime|areIntervalsOverlapping|constructFrom)$|^(milliseconds|seconds|minutes|hours)(To\w+)?$|^formatISODuration$|^formatDuration$/;

const localMember =
  /([\w$]+)\.((?:get|set)(?:Hours|Minutes|Seconds|Milliseconds|Date|Day|Month|FullYear)|getTimezoneOffset)\(/g;

/** What in a source depends on the machine's clock, zone, language or dice; empty when nothing does. */
export function ambientReads(source: string): string[] {
  const text = withoutComments(source);
  // Names that carry a zone: dates built with one, and the functions that build them.
  const zoned = new Set(
    [
      ...text.matchAll(/([\w$]+)(?::\s*(?:TZDate|UTCDate)\b|\s*=\s*(?:new (?:TZDate|UTCDate\w*)|TZDate\.tz|tz)\()/g),
      ...text.matchAll(/function (\w+)\([^)]*\)[^{]*\{\s*return new (?:TZDate|UTCDate\w*)\(/g),
    ].map(([, name]) => name),
  );
  const named = (call: string) =>
    /\bin:/.test(call) || /\bTZDate\b/.test(call) || /\btz\(/.test(call) || zoned.has(/^\s*([\w$]+)/.exec(call)?.[1]);

  const found = plain.flatMap(([what, pattern]) => {
    const match = pattern.exec(text);
    return match ? [`${what}: ${match[0]}`] : [];
  });
  for (const call of callsOf(text, 'new Date')) {
    if (topLevel(call).includes(',')) found.push(`builds a date in the machine's zone: new Date(${call})`);
  }
  for (const call of [
    ...callsOf(text, 'new TZDate'),
    ...callsOf(text, 'Intl.DateTimeFormat'),
    ...callsOf(text, 'new Intl.DateTimeFormat'),
  ]) {
    if (!/,/.test(call)) found.push(`names no zone: (${call})`);
  }
  for (const call of callsOf(text, 'new Intl.DateTimeFormat')) {
    if (!/timeZone|options/.test(call)) found.push(`names no zone: Intl.DateTimeFormat(${call})`);
  }
  for (const [, kind, argument] of text.matchAll(/\bIntl\.(\w+)\(\s*(\)|undefined|\[\])?/g)) {
    if (argument !== undefined) found.push(`names no locale: Intl.${kind}`);
  }
  for (const [, receiver = '', member] of text.matchAll(localMember)) {
    if (!zoned.has(receiver)) found.push(`reads a date in the machine's zone: ${receiver}.${member}`);
  }
  for (const [, names = ''] of text.matchAll(/import \{([^}]*)\} from 'date-fns(?:\/\w+)?'/g)) {
    for (const name of names
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '' && !part.startsWith('type '))) {
      if (zoneless.test(name)) continue;
      if (callsOf(text, name).some((call) => !named(call))) found.push(`date-fns without a zone: ${name}`);
    }
  }
  return found;
}
