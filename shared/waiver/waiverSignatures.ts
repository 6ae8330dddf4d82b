import { conflictedPeople } from '../approval/readDecisions.ts';
import type { ChangeFile } from '../change/changeFile.ts';
import type { PersonId } from '../ids.ts';
import type { Board } from '../ledger/board.ts';
import type { Filed } from '../record/envelope.ts';
import type { Band } from '../record/words.ts';
import { freezeOwners } from './freezeOwners.ts';

/** In what a waiver's signature counts. */
export type WaiverVoice = 'owner' | 'change-manager' | 'director';

/** Who has signed a waiver, and who must still. */
export interface WaiverSignatures {
  readonly signed: readonly { readonly person: PersonId; readonly voice: WaiverVoice; readonly at: string }[];
  /** Owners of the freezes it names who have not signed. */
  readonly owners: readonly PersonId[];
  /** Those of `owners` who cannot: the change, or the waiver, is their own. */
  readonly own: readonly PersonId[];
  readonly manager: boolean;
  readonly director: boolean;
}

/** Does nobody have to sign any more? */
export function isSigned({ owners, manager, director }: WaiverSignatures): boolean {
  return owners.length === 0 && !manager && !director;
}

/**
 * Whose signatures does this waiver have and lack?
 *
 * Every owner of every freeze it names, a change manager, and in band critical a director, each another person. Whoever
 * wrote, asks for or does the change, and whoever wrote the waiver, signs in vain.
 */
export function waiverSignatures(
  waiver: Filed<'waiver'>,
  file: ChangeFile,
  board: Board,
  band: Band,
): WaiverSignatures {
  const asked = freezeOwners(board, waiver.record.body.windows);
  const barred = conflictedPeople(file).add(waiver.record.signed.by);
  const cosigns = file.cosigns.filter(
    ({ record: { body, signed } }) =>
      body.of.kind === 'waiver' && body.of.digest === waiver.digest && !barred.has(signed.by),
  );
  const voices = cosigns.flatMap(({ record: { body, signed } }) => {
    const voice = voiceOf(body.role);
    return voice === null || (voice === 'owner' && !asked.includes(signed.by))
      ? []
      : [{ person: signed.by, voice, at: signed.at }];
  });
  const owners = asked.filter((owner) => !voices.some(({ person, voice }) => voice === 'owner' && person === owner));
  const of = (wanted: WaiverVoice) =>
    [...new Set(voices.filter(({ voice }) => voice === wanted).map(({ person }) => person))].filter(
      (person) => !asked.includes(person),
    );
  const managers = of('change-manager');
  // Who could be either is kept for the one that nobody else fills.
  const directors = of('director').filter(
    (person) => managers.some((other) => other !== person) || managers.length === 0,
  );
  return {
    signed: voices.filter(({ voice, person }) => voice === 'owner' || !asked.includes(person)),
    owners,
    own: owners.filter((owner) => barred.has(owner)),
    manager: managers.length === 0,
    director: band === 'critical' && directors.length === 0,
  };
}

function voiceOf(role: string | undefined): WaiverVoice | null {
  if (role === undefined) return 'owner';
  return role === 'change-manager' || role === 'director' ? role : null;
}
