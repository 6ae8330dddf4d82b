import { TidegateError } from '../../shared/errors.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { Board } from '../../shared/ledger/board.ts';
import type { HeldRole, Member } from '../../shared/record/body/rosterBody.ts';
import type { Role } from '../../shared/record/words.ts';
import { toMs, type Ms } from '../../shared/time/instant.ts';
import type { HeldKey } from '../seal/keyring.ts';
import type { SettingTable } from '../workspace/settingTable.ts';

/** In whose name this desk acts. A sample desk holds every member's key, a real one its owner's. */
export interface Acting {
  /** @throws TidegateError `not-a-member` when this desk holds no member's key */
  readonly person: () => PersonId;
  /** @throws TidegateError `not-a-member` */
  readonly member: () => Member;
  /** Whose eyes read here: the acting member, else a guest without id, roles and keys. Never throws: for queries. */
  readonly reader: () => Member;
  /** @throws TidegateError `not-a-member` */
  readonly key: () => HeldKey;
  /** Members whose key this desk holds. */
  readonly could: () => readonly Member[];
  /** @throws TidegateError `key-unusable` when this desk holds no key of theirs */
  readonly actAs: (person: PersonId) => void;
}

/** Reads and signs nothing. No person can have the empty id. */
const GUEST: Member = { person: '', name: 'Reader', keys: [], roles: [] };

/** The roles that this member holds at an instant, without their reach. */
export function rolesAt(member: Member, now: Ms): readonly Role[] {
  return [...new Set(heldAt(member, now).map(({ role }) => role))];
}

export function heldAt(member: Member, now: Ms): readonly HeldRole[] {
  return member.roles.filter(
    ({ from, until, ended }) => !ended && (!from || toMs(from) <= now) && (!until || now < toMs(until)),
  );
}

export function createActing(given: {
  readonly board: () => Board;
  /** The keys that this desk holds now; more may come while it runs. */
  readonly keys: () => readonly HeldKey[];
  readonly settings: SettingTable;
  readonly boardName: string;
  readonly now: () => Ms;
}): Acting {
  const { board, keys, settings, boardName, now } = given;
  const setting = `actAs:${boardName}`;
  const heldBy = ({ keys: known }: Member): HeldKey | null => {
    const usable = known.filter(({ revoked }) => !revoked);
    return keys().find((key) => usable.some(({ fingerprint }) => fingerprint === key.fingerprint)) ?? null;
  };
  const could = (): readonly Member[] => {
    const held = new Set(keys().map(({ fingerprint }) => fingerprint));
    return board().roster.people.filter((each) =>
      each.keys.some(({ fingerprint, revoked }) => !revoked && held.has(fingerprint)),
    );
  };
  const found = (): Member | undefined => {
    const able = could();
    const chosen = settings.read(setting);
    return (
      able.find(({ person }) => person === chosen) ??
      able.find((each) => rolesAt(each, now()).includes('change-manager')) ??
      able[0]
    );
  };
  const member = (): Member => {
    const acting = found();
    if (!acting) throw new TidegateError('not-a-member', { board: board().identity.name });
    return acting;
  };
  return {
    person: () => member().person,
    member,
    reader: () => found() ?? GUEST,
    key: () => {
      const key = heldBy(member());
      if (!key) throw new TidegateError('key-unusable', { person: member().person });
      return key;
    },
    could,
    actAs: (person) => {
      if (!could().some((each) => each.person === person)) throw new TidegateError('key-unusable', { person });
      settings.save(setting, person);
    },
  };
}
