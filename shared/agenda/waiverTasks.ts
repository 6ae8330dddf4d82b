import type { ChangeFile } from '../change/changeFile.ts';
import type { Board } from '../ledger/board.ts';
import { isHeld } from '../ledger/signatory.ts';
import type { Ms } from '../time/instant.ts';
import { waiverStandings, type WaiverMoment } from '../waiver/waiverStanding.ts';
import type { Reader } from './reader.ts';

/** A waiver of a change that waits for this reader's signature, in words. */
export interface WaiverTask {
  readonly what: string;
  /** Glass that was broken without the signature: when it is due. */
  readonly debtDueAt: Ms | null;
}

/** Which waivers of a change wait for this reader's signature? */
export function waiverTasks(file: ChangeFile, board: Board, moment: WaiverMoment, reader: Reader): WaiverTask[] {
  return waiverStandings(file, board, moment)
    .filter(({ state, debtDueAt }) => state === 'unsigned' || debtDueAt !== null)
    .flatMap(({ signatures: { owners, own, manager, director }, debtDueAt }) => {
      const names = [
        ...(owners.some((owner) => !own.includes(owner) && isReader(owner, reader)) ? ['owner'] : []),
        ...(manager && holds(board, reader, 'change-manager', moment.at) ? ['change manager'] : []),
        ...(director && holds(board, reader, 'director', moment.at) ? ['director'] : []),
      ];
      const what = debtDueAt === null ? 'sign the waiver' : 'sign for the broken glass';
      return names.length > 0 ? [{ what: `${what} as ${names.join(' or ')}`, debtDueAt }] : [];
    });
}

function isReader(person: string, reader: Reader): boolean {
  return 'person' in reader && reader.person === person;
}

function holds({ roster }: Board, reader: Reader, role: 'change-manager' | 'director', at: Ms): boolean {
  if ('role' in reader) return reader.role === role;
  const member = roster.people.find(({ person }) => person === reader.person);
  return member?.roles.some((given) => given.role === role && isHeld(given, at)) ?? false;
}
