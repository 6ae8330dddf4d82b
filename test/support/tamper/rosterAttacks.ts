import type { LineCommit } from '../../../shared/ledger/line.ts';
import type { Member } from '../../../shared/record/body/rosterBody.ts';
import { hashOf } from '../ledgerLine.ts';
import { keyNamed, member } from '../ledgerPeople.ts';
import { pushed, refused, type Attack, type Tampered } from './attack.ts';
import type { Honest } from './honest.ts';
import { decidedOn, freezeOf } from './honestBodies.ts';
import { teamWith } from './honestPeople.ts';

/** A roster that both admins sign, on top of the honest head. */
export function revisedRoster(
  honest: Honest,
  people: readonly Member[],
): {
  readonly commits: readonly LineCommit[];
  readonly head: string;
  readonly counted: readonly string[];
  readonly digest: string;
} {
  const { say, line } = honest;
  const roster = say('roster', { people: [...people], follows: [line.inForce('roster')] }, 'ada');
  const first = pushed(honest, [roster]);
  const cosign = say('cosign', { of: { kind: 'roster', digest: roster.digest } }, 'alan', { seen: first.commit });
  const second = pushed(honest, [cosign], { parents: [first.commit] });
  return { commits: [first, second], head: second.commit, counted: [roster.path, cosign.path], digest: roster.digest };
}

const people = ({ line }: Honest) => line.replay.board().roster.people;

/** What is signed on top of a roster in which this person is as told. */
function afterwards(
  honest: Honest,
  person: string,
  changed: Member | null,
  sign: (given: { readonly seen: string; readonly digest: string; readonly before: string }) => {
    readonly path: string;
    readonly text: string;
  },
  reason: Parameters<typeof refused>[1],
): Tampered {
  const before = honest.line.inForce('roster');
  const revised = revisedRoster(honest, teamWith(person, changed, people(honest)));
  const file = sign({ seen: revised.head, digest: revised.digest, before });
  return {
    commits: [...revised.commits, pushed(honest, [file], { parents: [revised.head] })],
    reasons: { [file.path]: reason },
    counted: revised.counted,
  };
}

const coup = (honest: Honest, follows: string, by: string, seen: string) =>
  honest.say('roster', { people: [...people(honest), member('mallory', ['admin'])], follows: [follows] }, by, { seen });

export const rosterAttacks: readonly Attack[] = [
  {
    name: 'roster by one of two admins',
    kind: 'member',
    make: (honest) => {
      const roster = coup(honest, honest.line.inForce('roster'), 'ada', honest.line.head());
      const again = honest.say('cosign', { of: { kind: 'roster', digest: roster.digest } }, 'ada');
      // It waits for the other; nothing is refused and nothing takes effect.
      return { commits: [pushed(honest, [roster, again])], reasons: {}, counted: [again.path] };
    },
  },
  {
    name: 'roster by nobody',
    kind: 'junk',
    make: (honest) =>
      refused(honest, 'signer-unknown', coup(honest, honest.line.inForce('roster'), 'mallory', honest.line.head())),
  },
  {
    name: 'roster by somebody who is no admin',
    kind: 'member',
    make: (honest) =>
      refused(honest, 'not-entitled', coup(honest, honest.line.inForce('roster'), 'carl', honest.line.head())),
  },
  {
    name: 'recovery roster without the root key',
    kind: 'member',
    make: (honest) => {
      const body = {
        people: [...people(honest), member('mallory', ['admin'])],
        recovery: true as const,
        follows: [honest.line.inForce('roster')],
      };
      return refused(honest, 'root-misused', honest.say('roster', body, 'ada'));
    },
  },
  {
    name: 'founding roster shown again',
    kind: 'junk',
    make: (honest) => {
      const text = honest.line.commits[0]?.added.find(({ path }) => path.startsWith('roster/'))?.text ?? '';
      return refused(honest, 'path-differs', { path: 'roster/01KAH999999999999999999999.json', text });
    },
  },
  {
    name: 'one key for two people',
    kind: 'member',
    make: (honest) => {
      const twice = [...people(honest), member('double', ['peer'], { keys: [keyNamed('petra')] })];
      return refused(
        honest,
        'schema',
        honest.say('roster', { people: twice, follows: [honest.line.inForce('roster')] }, 'ada'),
      );
    },
  },
  {
    name: 'revocation after a commit of another line',
    kind: 'member',
    make: (honest) => {
      const gone = member('petra', ['peer'], {
        keys: [keyNamed('petra', { revoked: { after: hashOf('elsewhere'), reason: '' } })],
      });
      const body = { people: teamWith('petra', gone, people(honest)), follows: [honest.line.inForce('roster')] };
      return refused(honest, 'seen-not-on-line', honest.say('roster', body, 'ada'));
    },
  },
  {
    name: 'roster fork by a removed admin',
    kind: 'member',
    make: (honest) =>
      afterwards(honest, 'alan', null, ({ seen, before }) => coup(honest, before, 'alan', seen), 'signer-unknown'),
  },
  {
    name: 'roster by a removed admin on top of the new one',
    kind: 'member',
    make: (honest) =>
      afterwards(
        honest,
        'alan',
        member('alan', ['peer']),
        ({ seen, digest }) => coup(honest, digest, 'alan', seen),
        'not-entitled',
      ),
  },
  {
    name: 'roster by a removed admin who has not seen it',
    kind: 'member',
    make: (honest) => {
      const seen = honest.line.head();
      return afterwards(
        honest,
        'alan',
        member('alan', ['peer']),
        ({ digest }) => coup(honest, digest, 'alan', seen),
        'not-entitled',
      );
    },
  },
  {
    name: 'roster fork by an admin',
    kind: 'member',
    make: (honest) =>
      afterwards(honest, 'rob', null, ({ seen, before }) => coup(honest, before, 'ada', seen), 'stale-head'),
  },
  {
    name: 'key revoked',
    kind: 'member',
    make: (honest) => {
      const gone = member('petra', ['peer'], {
        keys: [keyNamed('petra', { revoked: { after: honest.line.head(), reason: '' } })],
      });
      const sign = ({ seen }: { seen: string }) =>
        honest.say('decision', decidedOn(honest.texts.bare), 'petra', { seen });
      return afterwards(honest, 'petra', gone, sign, 'key-revoked');
    },
  },
  {
    name: 'key revoked, from before what it signed',
    kind: 'member',
    make: (honest): Tampered => {
      const { say, line, at } = honest;
      const after = line.head();
      const stolen = say('decision', decidedOn(honest.texts.bare), 'petra');
      const fake = say('window', freezeOf('fake', 'lyon', { start: at, end: at + 1_000_000 }), 'carl');
      const theft = pushed(honest, [stolen, fake]);
      const gone = (name: string, of: readonly Member[]) =>
        teamWith(
          name,
          member(name, [name === 'petra' ? 'peer' : 'change-manager'], {
            keys: [keyNamed(name, { revoked: { after, reason: '' } })],
          }),
          of,
        );
      const revised = revisedRoster(
        { ...honest, line: { ...line, head: () => theft.commit } },
        gone('carl', gone('petra', people(honest))),
      );
      return {
        commits: [theft, ...revised.commits],
        reasons: { [fake.path]: 'key-revoked' },
        // Both counted until the roster told of the theft.
        counted: [stolen.path, fake.path, ...revised.counted],
      };
    },
  },
];
