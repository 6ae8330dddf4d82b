import { shownText } from '../change/changeFile.ts';
import type { Board } from '../ledger/board.ts';
import type { Filed } from '../record/envelope.ts';
import { toMs, type Ms, type Period } from '../time/instant.ts';
import { belongsTo } from './belongsTo.ts';
import { packFreezes, packPeople, packPolicy } from './packBoard.ts';
import { packChange, recordOf } from './packChange.ts';
import type { PackEntry } from './packSource.ts';
import type { PackDocument, PackFigure } from './packDocument.ts';
import { notableChanges } from './notableChanges.ts';
import { waiverFigures } from './packWaivers.ts';
import { periodWords, when } from './packWords.ts';

export interface PackGiven {
  readonly board: Board;
  /** Every change of the board that might belong; those outside the period are left out here. */
  readonly entries: readonly PackEntry[];
  /** When glass was broken on the board, in or outside the period. */
  readonly glass: readonly Ms[];
  readonly period: Period;
  readonly zone: string;
  /** The instant for which the assessments were made. */
  readonly asOf: Ms;
  readonly textOf: (filed: Filed) => string;
  /** The ledger, roster and policy revisions to attach. */
  readonly boardRecords: readonly Filed[];
  readonly proofCommands: readonly string[];
  /** How many files under the roots do not count. */
  readonly setAside: number;
}

/** What is in the audit pack of this period? The same records give the same document. */
export function buildPack(given: PackGiven): PackDocument {
  const { board, period, zone, asOf } = given;
  const source = { board, zone, asOf, textOf: given.textOf };
  const entries = given.entries
    .filter(({ file }) => belongsTo(file, period))
    .toSorted((a, b) => startOf(a) - startOf(b) || (a.file.change < b.file.change ? -1 : 1));
  const changes = entries.map((entry) => packChange(entry, source));
  const boardRecords = given.boardRecords.map((filed) => recordOf(filed, source));
  const dates = [...boardRecords, ...changes.flatMap(({ records }) => records)].map(({ at }) => at);
  return {
    title: `Change audit pack, ${board.identity.name}`,
    boardName: board.identity.name,
    sample: board.identity.sample,
    ledger: board.ledger,
    commit: board.head,
    rootFingerprint: board.rootFingerprint,
    zone,
    periodWords: periodWords(period, zone),
    asOfWords: when(asOf, zone),
    datedAt: dates.reduce((latest, at) => Math.max(latest, at), period.start),
    figures: [...figuresOf(entries, given.setAside), ...waiverFigures(entries, given.glass, period)],
    scope: [
      'Every change whose approved time touches the period, and every change about which something was signed in it.',
      'States, scores and approvals are computed from the records at the commit named below; none is stored.',
      'Every record shown here carries a valid signature by a member entitled to it. Files that do not count are not shown, only counted.',
    ],
    proofCommands: given.proofCommands,
    notable: notableChanges(entries),
    changes,
    freezes: packFreezes(board, period, entries),
    people: packPeople(board),
    policy: packPolicy(board),
    boardRecords,
  };
}

const startOf = ({ file }: PackEntry): Ms => toMs(shownText(file).timing.start);

function figuresOf(entries: readonly PackEntry[], setAside: number): PackFigure[] {
  const count = (test: (entry: PackEntry) => boolean) => String(entries.filter(test).length);
  const decisions = entries.flatMap(({ assessment }) => assessment.tally.decisions);
  return [
    { label: 'Changes', value: String(entries.length) },
    { label: 'of these emergencies', value: count(({ file }) => shownText(file).type === 'emergency') },
    {
      label: 'of these high or critical',
      value: count(({ assessment }) => ['high', 'critical'].includes(assessment.risk.band)),
    },
    { label: 'of these imported', value: count(({ file }) => shownText(file).imported !== undefined) },
    { label: 'Decisions signed', value: String(decisions.length) },
    {
      label: 'of these stale or lapsed',
      value: String(decisions.filter(({ standing }) => standing === 'stale' || standing === 'lapsed').length),
    },
    {
      label: 'Rejected or cancelled',
      value: count(({ assessment }) => ['rejected', 'cancelled'].includes(assessment.lifecycle.state)),
    },
    {
      label: 'Failed or rolled back',
      value: count(({ file }) =>
        file.receipts.some(({ record }) => ['failed', 'rolled-back'].includes(record.body.event)),
      ),
    },
    {
      label: 'Changes that met a freeze',
      value: count(({ assessment }) => assessment.hits.some(({ effect }) => effect === 'freeze')),
    },
    { label: 'Files set aside on the whole ledger', value: String(setAside) },
  ];
}
