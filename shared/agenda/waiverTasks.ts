import type { ChangeFile } from '../change/changeFile.ts';
import type { Board } from '../ledger/board.ts';
import { waiverStandings, type WaiverMoment } from '../waiver/waiverStanding.ts';
import type { Reader } from './reader.ts';

/** Which waivers of a change wait for this reader's signature, in words? */
export function waiverTasks(file: ChangeFile, board: Board, moment: WaiverMoment, reader: Reader): string[] {
  return waiverStandings(file, board, moment)
    .filter(({ state, debtDueAt }) => state === 'unsigned' || debtDueAt !== null)
    .flatMap(({ signatures: { owners, own, manager, director } }) => {
      const names = [
        ...(owners.some((owner) => !own.includes(owner) && isReader(owner, reader)) ? ['owner'] : []),
        ...(manager && holds(board, reader, 'change-manager') ? ['change manager'] : []),
        ...(director && holds(board, reader, 'director') ? ['director'] : []),
      ];
      return names.length > 0 ? [`sign the waiver as ${names.join(' or ')}`] : [];
    });
}

function isReader(person: string, reader: Reader): boolean {
  return 'person' in reader && reader.person === person;
}

function holds({ roster }: Board, reader: Reader, role: 'change-manager' | 'director'): boolean {
  if ('role' in reader) return reader.role === role;
  const member = roster.people.find(({ person }) => person === reader.person);
  return member?.roles.some((given) => given.role === role && !given.ended) ?? false;
}
