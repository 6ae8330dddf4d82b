import type { Assessment } from '../change/assess.ts';
import type { ChangeFile } from '../change/changeFile.ts';
import type { Board } from '../ledger/board.ts';
import type { Filed } from '../record/envelope.ts';
import type { Ms } from '../time/instant.ts';

export interface PackSource {
  readonly board: Board;
  readonly zone: string;
  /** The instant for which the assessments were made. */
  readonly asOf: Ms;
  /** The exact content of a record's file. */
  readonly textOf: (filed: Filed) => string;
}

export interface PackEntry {
  readonly file: ChangeFile;
  readonly assessment: Assessment;
}
