import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ambientReads } from '../support/ambientReads.ts';
import { readSources } from '../support/sources.ts';

test('shared reads no clock, no zone of the machine and no dice', () => {
  const found = readSources()
    .filter(({ file }) => file.startsWith('shared/'))
    .flatMap(({ file, text }) => ambientReads(text).map((what) => `${file}: ${what}`));
  assert.deepEqual(found, []);
});

test('the desk is given its dice, so that its tests can throw them', () => {
  const found = readSources()
    .filter(
      ({ file, text }) => /^electron\/(desk|app|git|catalog|workspace)\//.test(file) && /\bMath\.random\b/.test(text),
    )
    .map(({ file }) => file);
  assert.deepEqual(found, []);
});

test('each ambient read is recognised', () => {
  const reads = [
    'const at = Date.now();',
    'const at = new Date();',
    'const at = new Date(2026, 10, 27);',
    'const at = new Date(year, month);',
    'const at = Date();',
    'const n = Math.random();',
    'at.toLocaleString();',
    'name.localeCompare(other);',
    'new Intl.DateTimeFormat("en-GB").format(at);',
    'new Intl.NumberFormat().format(3);',
    'const hour = at.getHours();',
    'at.setDate(3);',
    'at.getTimezoneOffset();',
    'Temporal.Now.instant();',
    'const id = ulid();',
    "import { startOfDay } from 'date-fns';\nconst day = startOfDay(at);",
    "import { format } from 'date-fns/format';\nformat(at, 'HH:mm');",
    "import { TZDate } from '@date-fns/tz';\nconst at = new TZDate(ms);",
  ];
  for (const read of reads) assert.notDeepEqual(ambientReads(read), [], read);
});

test('what names its zone, locale and moment is left alone', () => {
  const fine = [
    'const at = new Date(ms);',
    'const at = new Date(Date.UTC(2026, 10, 27));',
    'at.getUTCHours();',
    "new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit' });",
    "import { format } from 'date-fns';\nformat(at, 'HH:mm', { in: tz(zone) });",
    "import { format } from 'date-fns';\nformat(new TZDate(at, zone), 'HH:mm');",
    "import { format } from 'date-fns';\nconst there = new TZDate(at, zone);\nformat(there, 'HH:mm');\nthere.getHours();",
    "import { format } from 'date-fns';\nfunction there(at, zone) {\n  return new UTCDateMini(at + offset);\n}\nformat(there(at), 'HH:mm');",
    "import { addHours, differenceInMinutes } from 'date-fns';\naddHours(at, 2);",
    '// never Date.now() here',
    'const id = ulid(at, dice);',
  ];
  for (const text of fine) assert.deepEqual(ambientReads(text), [], text);
});
