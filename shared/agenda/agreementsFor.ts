import { personName, type Awaited, type Board } from '../ledger/board.ts';
import { isOfKind } from '../ledger/state.ts';
import type { Agreement } from './agenda.ts';
import type { Reader } from './reader.ts';

const titles = { ledger: 'The board itself', roster: 'People and roles', policy: 'Policy', window: 'A window' };

/** Which revisions wait for this reader's signature? What takes effect by itself comes first, soonest first. */
export function agreementsFor(reader: Reader, board: Board): Agreement[] {
  return (board.awaited ?? [])
    .flatMap((awaited): Agreement[] => {
      const { filed, until } = awaited;
      const as = askedAs(awaited, reader);
      if (as === null) return [];
      const { kind, signed } = filed.record;
      const title = isOfKind(filed, 'window') ? filed.record.body.title : titles[kind];
      return [{ kind, title, by: personName(board, signed.by), what: `agree as ${as.replace('-', ' ')}`, due: until }];
    })
    .toSorted((a, b) => (a.due ?? Infinity) - (b.due ?? Infinity));
}

function askedAs({ could }: Awaited, reader: Reader): string | null {
  const asked = could.find((each) => ('person' in reader ? each.person === reader.person : each.as === reader.role));
  return asked?.as ?? null;
}
