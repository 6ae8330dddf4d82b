import type { FieldDifference, HistoryEntry } from '../../shared/api/changeCalls.ts';
import type { ChangeFile } from '../../shared/change/changeFile.ts';
import { differences, type FieldNames } from '../../shared/change/differences.ts';
import { evidenceWords } from '../../shared/change/evidenceWords.ts';
import { materialDigest } from '../../shared/change/material.ts';
import { personName, type Board } from '../../shared/ledger/board.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import { toMs } from '../../shared/time/instant.ts';

type Spoken =
  | Filed<'request'>
  | Filed<'decision'>
  | Filed<'evidence'>
  | Filed<'receipt'>
  | Filed<'waiver'>
  | Filed<'cosign'>
  | Filed<'review'>;
const PAST = { approve: 'approved', reject: 'rejected', recuse: 'stood aside' } as const;

/** What was said about a change, in line order, each edit with what it changed. */
export function historyOf(file: ChangeFile, board: Board, isUnsent: (path: string) => boolean): HistoryEntry[] {
  const all: Spoken[] = [
    ...file.requests,
    ...file.decisions,
    ...file.evidence,
    ...file.receipts,
    ...file.waivers,
    ...file.cosigns,
    ...file.reviews,
  ];
  return all
    .toSorted((a, b) => a.position - b.position || (a.path < b.path ? -1 : 1))
    .map((filed) => ({
      digest: filed.digest,
      kind: filed.record.kind,
      at: toMs(filed.record.signed.at),
      by: filed.record.signed.by,
      name: personName(board, filed.record.signed.by),
      what: whatOf(filed),
      path: filed.path,
      unsent: isUnsent(filed.path),
      differences: isRequest(filed) ? sincePrevious(filed, file, board) : [],
    }));
}

/** What differs from the text that this person approved last, or else the last approver of all. */
export function sinceApproval(file: ChangeFile, me: string, board: Board): readonly FieldDifference[] {
  const current = file.current ?? file.heads[0];
  const approvals = file.decisions.filter(({ record }) => record.body.verdict === 'approve');
  const approval = approvals.findLast(({ record }) => record.signed.by === me) ?? approvals.at(-1);
  if (!current || !approval) return [];
  const read = file.requests.findLast(
    ({ record }) => materialDigest(record.body) === approval.record.body.material.digest,
  );
  return read ? differences(read.record.body, current.record.body, namesOn(board)) : [];
}

function namesOn(board: Board): FieldNames {
  return {
    service: (id) => board.services.get(id)?.name ?? id,
    site: (id) => board.sites.get(id)?.name ?? id,
    person: (id) => personName(board, id),
  };
}

function isRequest(filed: Spoken): filed is Filed<'request'> {
  return filed.record.kind === 'request';
}

function sincePrevious({ record }: Filed<'request'>, file: ChangeFile, board: Board): readonly FieldDifference[] {
  const previous = file.requests.find(({ digest }) => digest === record.body.follows[0]);
  return previous ? differences(previous.record.body, record.body, namesOn(board)) : [];
}

function whatOf({ record }: Spoken): string {
  switch (record.kind) {
    case 'request':
      if (record.body.imported && record.body.follows.length === 0)
        return `imported from ${record.body.imported.source}`;
      if (record.body.cancelled) return `cancelled: ${record.body.cancelled.reason}`;
      return record.body.follows.length === 0 ? 'submitted' : 'revised';
    case 'decision': {
      const { verdict, role, conditions, reason } = record.body;
      const said = [conditions, reason].filter((text) => text !== undefined && text !== '').join(' ');
      return `${PAST[verdict]} as ${role.replaceAll('-', ' ')}${said === '' ? '' : `: ${said}`}`;
    }
    case 'evidence':
      return `${evidenceWords[record.body.evidence]}: ${record.body.title}`;
    case 'waiver': {
      const { breakGlass, expires, follows } = record.body;
      if (expires <= record.signed.at) return 'withdrew a waiver';
      if (breakGlass) return `broke the glass for ${breakGlass.incident}`;
      return follows.length === 0 ? 'asked for a waiver' : 'asked for a waiver anew';
    }
    case 'cosign':
      return `signed a waiver as ${(record.body.role ?? 'owner of the freeze').replaceAll('-', ' ')}`;
    case 'review':
      return `reviewed it: ${record.body.outcome.replaceAll('-', ' ')}`;
    case 'receipt':
      return `${record.body.rollbackOf === undefined ? '' : 'way back '}${record.body.event.replaceAll('-', ' ')}${record.body.site ? ` at ${record.body.site}` : ''}`;
  }
}
