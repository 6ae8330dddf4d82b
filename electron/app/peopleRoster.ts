import { TidegateError } from '../../shared/errors.ts';
import { editRoster } from '../../shared/people/editRoster.ts';
import type { RosterEdit } from '../../shared/people/rosterEdit.ts';
import { rosterProblem, type SpentKeys } from '../../shared/people/rosterProblem.ts';
import { canonical } from '../../shared/record/canonical.ts';
import { decodeFile } from '../../shared/record/codec.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import type { Kind } from '../../shared/record/kinds.ts';
import type { DeskParts } from '../desk/deskParts.ts';

/** A record that was signed here and is not on the line. */
export interface UnsentRecord {
  readonly row: number;
  readonly problem: string | null;
  readonly filed: Filed;
}

/** What this desk has signed and not sent, as records; of one kind where one is named. */
export function unsentRecords({ workspace, boardName, model }: DeskParts, kind?: Kind): readonly UnsentRecord[] {
  return workspace.outbox.list(boardName).flatMap(({ row, problem, files }) =>
    files.flatMap(({ path, text }) => {
      const decoded = decodeFile(path, text);
      if (!decoded.ok || (kind !== undefined && decoded.record.kind !== kind)) return [];
      const position = model.replay().board().length;
      return [{ row, problem, filed: { record: decoded.record, digest: decoded.digest, path, position } }];
    }),
  );
}

/** Those of them that would count if they were sent now. */
export function soundUnsent(desk: DeskParts, kind?: Kind): readonly Filed[] {
  return unsentRecords(desk, kind).flatMap(({ filed, problem }) => (problem === null ? [filed] : []));
}

/** The roster that the next revision follows: the one in force once everything unsent has been sent. */
export function rosterInForce(desk: DeskParts): Filed<'roster'> {
  return chainInForce(desk, 'roster');
}

export function chainInForce<K extends 'roster' | 'policy' | 'ledger'>(desk: DeskParts, kind: K): Filed<K> {
  const { roster, policy, identity } = desk.model.board();
  const wanted = canonical({ roster, policy, ledger: identity }[kind]);
  const known = [...desk.catalog.records.ofKind(kind), ...unsentRecords(desk, kind).map(({ filed }) => filed)];
  const found = known.findLast(({ record }) => canonical(record.body) === wanted);
  if (!found) throw new TidegateError('board-unreadable', { kind });
  return found as Filed<K>; // `ofKind` and `unsentRecords` give records of that kind alone
}

/** Signs the steps on top of the roster in force. @throws TidegateError when the result is not to be signed */
export function sayRoster(desk: DeskParts, edits: readonly RosterEdit[], along: () => void = () => undefined): number {
  const { record, digest } = rosterInForce(desk);
  const people = editRoster(record.body.people, edits);
  const problem = rosterProblem(people, edits, desk.now(), spentKeys(desk));
  if (problem) throw new TidegateError(problem.code, problem.facts);
  return desk.scribe.say({
    what: 'roster',
    subject: 'roster',
    statements: [{ kind: 'roster', body: { people: [...people], follows: [digest] } }],
    along,
  });
}

/** What no roster brings back, as far as this desk has read. */
export function spentKeys({ model }: DeskParts): SpentKeys {
  const { rootFingerprint, voids } = model.board();
  return { root: rootFingerprint, revoked: voids.keys };
}
