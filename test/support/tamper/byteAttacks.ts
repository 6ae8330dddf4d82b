import { textOf } from '../../../electron/git/openObjects.ts';
import type { SetAsideReason } from '../../../shared/ledger/standing.ts';
import type { Sealed } from '../../../shared/record/seal.ts';
import { siteOf } from '../ledgerBodies.ts';
import { addedFile, nextId } from '../ledgerLine.ts';
import { signerNamed } from '../ledgerPeople.ts';
import { altered, inOrder, pushed, refused, rewritten, type Attack, type Fields, type Tampered } from './attack.ts';
import { nextChange, type Honest } from './honest.ts';
import { decidedOn, freezeOf, readyText, testedFor } from './honestBodies.ts';

/** A freeze that its owner signed and has not sent: the attacker sends it, changed. */
function intercepted({ say, at }: Honest) {
  return say(
    'window',
    freezeOf('stolen', 'lyon', { start: at, end: at + 3_600_000 }, { reason: 'Trade fair.' }),
    'carl',
  );
}

const bytes = (name: string, reason: Parameters<typeof refused>[1], change: (text: string) => string): Attack => ({
  name,
  kind: 'junk',
  make: (honest) => refused(honest, reason, altered(intercepted(honest), change)),
});

/** The same with the record edited and put in order again. */
const fields = (name: string, reason: Parameters<typeof refused>[1], change: (record: Fields) => void): Attack => ({
  name,
  kind: 'junk',
  make: (honest) => {
    const sealed = intercepted(honest);
    return refused(honest, reason, { path: sealed.path, text: rewritten(sealed, change) });
  },
});

function flippedBit(text: string, dice: Honest['dice']): string {
  const whole = Buffer.from(text);
  const start = text.indexOf('"sig":"') + 7;
  const raw = Buffer.from(text.slice(start, text.indexOf('"', start)), 'base64');
  // Behind the names of the format: the signature's own 64 bytes.
  const at = raw.length - dice.between(1, 64);
  raw[at] = (raw[at] ?? 0) ^ (1 << dice.between(0, 7));
  return whole.toString().replace(/"sig":"[^"]+"/, `"sig":"${raw.toString('base64')}"`);
}

/** Something that an honest member signed and has not sent. */
function unsent(honest: Honest): Sealed {
  const { dice, say, texts, at } = honest;
  const { change } = texts.bare;
  const said = [
    () => intercepted(honest),
    () => say('decision', decidedOn(texts.bare, { verdict: 'reject', reason: 'Not now.' }), 'petra'),
    () => say('request', readyText(nextChange(), at), 'rita'),
    () => say('evidence', testedFor(change, at), 'ivan'),
    () => say('comment', { change, text: 'Seen.', follows: [] }, 'petra'),
    () => say('site', siteOf({ site: 'porto', name: 'Porto' }), 'carl'),
  ];
  return dice.pick<() => unknown>(said)() as Sealed; // each is sealed
}

/** One bit of one byte of what some record says, wherever the dice put it. */
function flippedInBody(honest: Honest): Tampered {
  const { path, text } = unsent(honest);
  const whole = Buffer.from(text);
  const end = whole.indexOf(Buffer.from(`,"id":"${path.slice(-31, -5)}"`));
  const at = honest.dice.between('{"body":'.length, end - 1);
  whole[at] = (whole[at] ?? 0) ^ (1 << honest.dice.between(0, 7));
  const flipped = textOf(whole);
  const file = { ...addedFile({ path, text: flipped ?? whole.toString('latin1') }), text: flipped };
  return { commits: [pushed(honest, [], { added: [file] })], reasons: { [path]: reasonsFor(flipped) } };
}

/** What such a text comes to before anybody looks at its signature, which no longer fits whatever it comes to. */
function reasonsFor(text: string | null): SetAsideReason | readonly SetAsideReason[] {
  if (text === null) return 'too-large'; // not UTF-8
  try {
    const again = `${inOrder(JSON.parse(text))}\n`;
    if (again !== text || text.includes('\u007F')) return 'bytes-differ';
  } catch {
    return 'not-json';
  }
  return ['schema', 'path-differs', 'signature-wrong'];
}

export const byteAttacks: readonly Attack[] = [
  { name: 'bit flip in the text', kind: 'junk', make: flippedInBody },
  {
    name: 'bit flip in the signature',
    kind: 'junk',
    make: (honest) =>
      refused(
        honest,
        'signature-wrong',
        altered(intercepted(honest), (text) => flippedBit(text, honest.dice)),
      ),
  },
  fields('cut signature', 'signature-wrong', ({ signed }) => (signed['sig'] = String(signed['sig']).slice(0, 40))),
  fields('signature of another kind', 'signature-wrong', ({ signed }) => {
    signed['sig'] = signerNamed('carl').sign('tidegate-site', 'x');
  }),
  fields('no signature', 'schema', ({ signed }) => delete signed['sig']),
  bytes('order of keys', 'bytes-differ', (text) => `{"kind":"window",${text.slice(1).replace(',"kind":"window"', '')}`),
  bytes('duplicate key', 'bytes-differ', (text) =>
    text.replace('"reach":"direct"', '"reach":"feeders","reach":"direct"'),
  ),
  bytes('prototype key', 'bytes-differ', (text) =>
    text.replace('"edge"', '"__proto__":{"standing":"withdrawn"},"edge"'),
  ),
  bytes('prototype key in the envelope', 'bytes-differ', (text) => text.replace('{"body"', '{"__proto__":{},"body"')),
  fields('constructor key', 'schema', ({ body }) => (body['constructor'] = { prototype: { standing: 'withdrawn' } })),
  fields('kind that is no word', 'schema', (record) => (record.kind = { toString: 1 })),
  fields('kind that is a list of traps', 'schema', (record) => (record.kind = [{ toString: 1, valueOf: 1 }])),
  fields('kind of the prototype', 'unknown-kind', (record) => (record.kind = 'constructor')),
  fields('body that is a list', 'schema', (record) => (record.body = [] as never)),
  fields('instant that does not exist', 'schema', ({ signed }) => (signed['at'] = '2026-02-30T10:00:00Z')),
  bytes('byte-order mark', 'not-json', (text) => `\uFEFF${text}`),
  bytes('CRLF', 'bytes-differ', (text) => text.replace('\n', '\r\n')),
  bytes('no newline at the end', 'bytes-differ', (text) => text.trimEnd()),
  bytes('a second newline', 'bytes-differ', (text) => `${text}\n`),
  bytes('spaces', 'bytes-differ', (text) => text.replaceAll(',"', ', "')),
  bytes('a second record behind it', 'not-json', (text) => text + text),
  bytes('an escaped letter', 'bytes-differ', (text) => text.replace('Trade', '\\u0054rade')),
  bytes('another form of a number', 'bytes-differ', (text) =>
    text.replace('"closedOutside":false', '"closedOutside":0.0'),
  ),
  bytes('a number beyond the safe ones', 'bytes-differ', (text) =>
    text.replace('"closedOutside":false', '"closedOutside":9007199254740993'),
  ),
  bytes('U+007F', 'bytes-differ', (text) => text.replace('Trade', 'Tra\u007Fde')),
  bytes('lone surrogate', 'bytes-differ', (text) => text.replace('Trade', 'Tra\\ud800de')),
  bytes('raw control character', 'not-json', (text) => text.replace('Trade', 'Tra\u0001de')),
  bytes('escaped control character', 'signature-wrong', (text) => text.replace('Trade', 'Tra\\u001bde')),
  bytes('bidi override in the text', 'signature-wrong', (text) => text.replace('Trade', '\u202eTrade')),
  bytes('zero-width letters in the text', 'signature-wrong', (text) => text.replace('Trade', 'Tr\u200bade')),
  bytes('another normal form', 'signature-wrong', (text) => text.replace('Trade', 'Tr\u0061\u0301de')),
  bytes('deep nesting', 'bytes-differ', (text) =>
    text.replace('"Trade fair."', `${'['.repeat(4_000)}${']'.repeat(4_000)}`),
  ),
  {
    name: 'record that says what an earlier one says under a new id',
    kind: 'junk',
    make: (honest) => {
      const old = honest.of('decision')[0];
      if (!old) throw new RangeError('no decision to copy');
      const id = nextId();
      const text = rewritten(old, (record) => (record.id = id));
      return refused(honest, 'signature-wrong', { path: old.path.replace(old.record.id, id), text });
    },
  },
  {
    name: 'verdict turned round',
    kind: 'junk',
    make: (honest) => {
      const sealed = honest.say('decision', decidedOn(honest.texts.bare, { verdict: 'reject' }), 'petra');
      return refused(
        honest,
        'signature-wrong',
        altered(sealed, (text) => text.replace('"reject"', '"approve"')),
      );
    },
  },
  {
    name: 'random garbage in place of a record',
    kind: 'junk',
    make: (honest) => {
      const { path } = intercepted(honest);
      const junk = honest.dice.pick([
        '',
        '{',
        'null',
        '[]',
        '"x"',
        '\u0000',
        '<html>',
        '{"a":1}',
        inOrder({ body: {} }),
      ]);
      const text = `${junk}\n`;
      const isJson = ['null', '[]', '"x"', '{"a":1}', inOrder({ body: {} })].includes(junk);
      return refused(honest, isJson ? 'schema' : 'not-json', { path, text });
    },
  },
];
