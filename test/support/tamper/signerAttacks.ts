import type { EnrolmentBody } from '../../../shared/record/body/peopleBody.ts';
import { HOUR_MS } from '../../../shared/time/instant.ts';
import { hashOf, nextId } from '../ledgerLine.ts';
import { keyNamed, signerNamed } from '../ledgerPeople.ts';
import { refused, rewritten, withNovelty, type Attack } from './attack.ts';
import type { Honest } from './honest.ts';
import { decidedOn, freezeOf } from './honestBodies.ts';

/** The approval that the bare change lacks, in whoever's name. */
function approval(honest: Honest, by: string, given: Parameters<Honest['say']>[3] = {}) {
  return honest.say('decision', decidedOn(honest.texts.bare), by, given);
}

const signed = (
  name: string,
  kind: Attack['kind'],
  reason: Parameters<typeof refused>[1],
  make: (honest: Honest) => { readonly path: string; readonly text: string },
): Attack => ({ name, kind, make: (honest) => refused(honest, reason, make(honest)) });

export const signerAttacks: readonly Attack[] = [
  signed('stranger', 'junk', 'signer-unknown', (honest) => approval(honest, 'mallory')),
  signed("stranger's key under a member's name", 'junk', 'key-unknown', (honest) =>
    approval(honest, 'petra', { key: 'mallory' }),
  ),
  signed("stranger's signature under a member's name and key", 'junk', 'signature-wrong', (honest) => {
    const sealed = approval(honest, 'petra');
    return { path: sealed.path, text: rewritten(sealed, () => undefined, signerNamed('mallory').sign) };
  }),
  signed('signer swapped for another member', 'junk', 'key-unknown', (honest) => {
    const sealed = approval(honest, 'petra');
    return { path: sealed.path, text: rewritten(sealed, ({ signed: claim }) => (claim['by'] = 'paul')) };
  }),
  signed('signer and key swapped for those of another member', 'junk', 'signature-wrong', (honest) => {
    const sealed = approval(honest, 'rob');
    const { fingerprint } = signerNamed('petra');
    const text = rewritten(sealed, ({ signed: claim }) => Object.assign(claim, { by: 'petra', key: fingerprint }));
    return { path: sealed.path, text };
  }),
  signed("one member in another's name", 'member', 'key-unknown', (honest) =>
    approval(honest, 'petra', { key: 'rob' }),
  ),
  signed('replayed onto another change in the body', 'junk', 'signature-wrong', (honest) => {
    const [old] = honest.of('decision');
    if (!old) throw new RangeError('no decision to replay');
    const { change } = honest.texts.bare;
    const folder = `changes/2026/${change.slice(9, 11)}/${change}/decisions`;
    return { path: `${folder}/${old.record.id}.json`, text: rewritten(old, ({ body }) => (body['change'] = change)) };
  }),
  signed('replayed onto the new text', 'junk', 'signature-wrong', (honest) => {
    const sealed = honest.of('decision').at(-1);
    if (!sealed) throw new RangeError('no decision to replay');
    const id = nextId();
    const text = rewritten(sealed, (record) => {
      record.id = id;
      record.body['material'] = decidedOn(honest.texts.bare).material;
    });
    return { path: sealed.path.replace(sealed.record.id, id), text };
  }),
  signed('backdated by an editor', 'junk', 'signature-wrong', (honest) => {
    const sealed = approval(honest, 'petra', { at: honest.at + 24 * HOUR_MS });
    const text = rewritten(sealed, ({ signed: claim }) => (claim['at'] = '2026-11-20T09:00:00Z'));
    return { path: sealed.path, text };
  }),
  signed('from another ledger', 'junk', 'ledger-differs', (honest) => approval(honest, 'petra', { ledger: nextId() })),
  signed('moved here from another ledger', 'junk', 'signature-wrong', (honest) => {
    const sealed = approval(honest, 'petra', { ledger: nextId() });
    return { path: sealed.path, text: rewritten(sealed, (record) => (record.ledger = honest.line.ledger)) };
  }),
  signed('knowledge of a line that is not this one', 'member', 'seen-not-on-line', (honest) =>
    approval(honest, 'petra', { seen: hashOf('elsewhere') }),
  ),
  signed('no knowledge at all', 'member', 'seen-not-on-line', (honest) => approval(honest, 'petra', { seen: '' })),
  signed('root key on a decision', 'member', 'root-misused', (honest) => approval(honest, 'petra', { key: 'root' })),
  signed('root key in name only', 'junk', 'root-misused', (honest) => {
    const { fingerprint } = signerNamed('root');
    const sealed = approval(honest, 'petra');
    return { path: sealed.path, text: rewritten(sealed, ({ signed: claim }) => (claim['key'] = fingerprint)) };
  }),
  signed('unknown kind by nobody', 'junk', 'unknown-kind', (honest) => {
    const sealed = honest.say(
      'window',
      freezeOf('odd', 'lyon', { start: honest.at, end: honest.at + HOUR_MS }),
      'carl',
    );
    return { path: sealed.path, text: rewritten(sealed, (record) => (record.kind = 'amnesty')) };
  }),
  signed('unknown kind where no record can be', 'member', 'unknown-path', (honest) => {
    const sealed = honest.say(
      'window',
      freezeOf('odd', 'lyon', { start: honest.at, end: honest.at + HOUR_MS }),
      'carl',
    );
    const text = rewritten(sealed, (record) => (record.kind = 'amnesty'), signerNamed('carl').sign);
    return { path: `windows/${'x'.repeat(500)}`, text };
  }),
  signed('newer text by nobody', 'junk', 'schema', (honest) => {
    const sealed = honest.say(
      'window',
      freezeOf('odd', 'lyon', { start: honest.at, end: honest.at + HOUR_MS }),
      'carl',
    );
    return { path: sealed.path, text: rewritten(sealed, withNovelty, signerNamed('mallory').sign) };
  }),
  signed('newer text by a member who could not sign the old one', 'member', 'schema', (honest) => {
    const sealed = honest.say('window', freezeOf('odd', 'lyon', { start: honest.at, end: honest.at + HOUR_MS }), 'rob');
    return { path: sealed.path, text: rewritten(sealed, withNovelty, signerNamed('rob').sign) };
  }),
  ...enrolments(),
];

function asking(person: string, key: string): EnrolmentBody {
  const { fingerprint, publicKey } = keyNamed(key);
  return { person, name: person, key: { fingerprint, publicKey, label: 'x' }, wishes: 'Let me in.' };
}

function enrolments(): Attack[] {
  return [
    signed('enrolment that counts for nothing', 'junk', 'enrolment', ({ say }) =>
      say('enrolment', asking('mallory', 'mallory'), 'mallory'),
    ),
    signed("enrolment of one's own key in a member's name", 'junk', 'enrolment', ({ say }) =>
      say('enrolment', asking('petra', 'mallory'), 'petra', { key: 'mallory' }),
    ),
    signed("enrolment of somebody else's key", 'junk', 'key-unknown', ({ say }) =>
      say('enrolment', asking('mallory', 'petra'), 'mallory'),
    ),
    signed('enrolment with another signature', 'junk', 'signature-wrong', ({ say }) => {
      const sealed = say('enrolment', asking('mallory', 'mallory'), 'mallory');
      return { path: sealed.path, text: rewritten(sealed, () => undefined, signerNamed('rob').sign) };
    }),
    signed('enrolment that has seen another line', 'junk', 'seen-not-on-line', ({ say }) =>
      say('enrolment', asking('mallory', 'mallory'), 'mallory', { seen: hashOf('elsewhere') }),
    ),
  ];
}
