import type { Fork, ForkKind, ForkSide } from '../../shared/api/ledgerCalls.ts';
import { TidegateError } from '../../shared/errors.ts';
import {
  isMovedTwice,
  requestForkFields,
  serviceForkFields,
  siteForkFields,
  windowForkFields,
} from '../../shared/fork/forkFields.ts';
import { headsOf } from '../../shared/ledger/heads.ts';
import { personName, type Board } from '../../shared/ledger/board.ts';
import { isOfKind } from '../../shared/ledger/state.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import { toMs } from '../../shared/time/instant.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import type { Statement } from '../desk/scribe.ts';
import { yesAndNo } from './ledgerDisputes.ts';

/** The texts of one thing that nobody has followed yet, when they are more than one. */
interface Found {
  readonly kind: ForkKind;
  readonly subject: string;
  readonly heads: readonly Filed[];
}

/** Everything that stands twice on the board, and every change that was approved and rejected. */
export function ledgerForks(desk: DeskParts): Fork[] {
  const board = desk.model.board();
  return [...forksOf(desk).map((found) => told(found, desk, board)), ...yesAndNo(desk)];
}

/**
 * The revision that keeps one text and follows them all.
 *
 * @throws TidegateError `stale-record` when somebody has settled it meanwhile
 */
export function settlementOf(
  desk: DeskParts,
  { kind, subject, keep }: { readonly kind: ForkKind; readonly subject: string; readonly keep: string },
): Statement {
  const found = forksOf(desk).find((each) => each.kind === kind && each.subject === subject);
  const kept = found?.heads.find(({ digest }) => digest === keep);
  const statement = found && kept && revision(kept, found.heads);
  if (!statement) throw new TidegateError('stale-record', { kind, subject });
  return statement;
}

function forksOf({ model }: DeskParts): Found[] {
  const board = model.board();
  const of = (kind: 'window' | 'site' | 'service', subjects: Iterable<string>) =>
    [...subjects].flatMap((subject): Found[] => {
      const heads = kind === 'window' ? (board.windows.get(subject) ?? []) : headsIn(model.revisions(kind, subject));
      return heads.length > 1 ? [{ kind, subject, heads }] : [];
    });
  const changes = [...model.living()].flatMap(({ file }): Found[] =>
    file.heads.length > 1 ? [{ kind: 'request', subject: file.change, heads: file.heads }] : [],
  );
  return [
    ...changes,
    ...of('window', board.windows.keys()),
    ...of('site', board.sites.keys()),
    ...of('service', board.services.keys()),
  ];
}

function headsIn(revisions: readonly Filed[]): readonly Filed[] {
  if (revisions.length < 2) return [];
  const linked = revisions.map((filed) => ({ digest: filed.digest, follows: followsOf(filed), filed }));
  return headsOf(linked, () => true).map(({ filed }) => filed);
}

function followsOf({ record }: Filed): readonly string[] {
  return 'follows' in record.body ? record.body.follows : [];
}

function told({ kind, subject, heads }: Found, { scribe }: DeskParts, board: Board): Fork {
  const fields = fieldsOf(heads, board);
  const [first] = heads;
  const statement = first && revision(first, heads);
  return {
    kind,
    subject,
    title: titleOf(first),
    sites: first && isOfKind(first, 'request') ? first.record.body.sites : [],
    what: kind === 'request' && isMovedTwice(fields) ? 'moved-twice' : 'two-texts',
    sides: heads.map((filed) => sideOf(filed, board)),
    fields,
    maySettle: statement !== undefined && scribe.standing(statement) !== 'refused',
  };
}

function sideOf({ digest, record: { signed } }: Filed, board: Board): ForkSide {
  return { digest, by: signed.by, name: personName(board, signed.by), at: toMs(signed.at) };
}

function titleOf(filed: Filed | undefined): string {
  if (!filed) return '';
  const { body } = filed.record;
  if ('title' in body && typeof body.title === 'string') return body.title;
  return 'name' in body ? body.name : '';
}

function fieldsOf(heads: readonly Filed[], board: Board): Fork['fields'] {
  const names = {
    service: (id: string) => board.services.get(id)?.name ?? id,
    site: (id: string) => board.sites.get(id)?.name ?? id,
    person: (id: string) => personName(board, id),
  };
  const bodies = <K extends ForkKind>(kind: K) =>
    heads.filter((filed) => isOfKind(filed, kind)).map(({ record }) => record.body);
  return [
    ...requestForkFields(bodies('request'), names),
    ...windowForkFields(bodies('window'), names),
    ...siteForkFields(bodies('site')),
    ...serviceForkFields(bodies('service'), names),
  ];
}

function revision(kept: Filed, heads: readonly Filed[]): Statement | undefined {
  const follows = heads.map(({ digest }) => digest);
  if (isOfKind(kept, 'request')) return { kind: 'request', body: { ...kept.record.body, follows } };
  if (isOfKind(kept, 'window')) return { kind: 'window', body: { ...kept.record.body, follows } };
  if (isOfKind(kept, 'site')) return { kind: 'site', body: { ...kept.record.body, follows } };
  return isOfKind(kept, 'service') ? { kind: 'service', body: { ...kept.record.body, follows } } : undefined;
}
