/** A log as it was read: a header and the rows below it. */
export interface Log {
  readonly columns: readonly string[];
  readonly rows: readonly LogRow[];
  /** Rows that could not even be split into cells. */
  readonly broken: readonly Remark[];
}

export interface LogRow {
  /** Line of the file on which the row ends, counted from 1; the header is line 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Something to say about one row: why it is rejected, or what was done to it. Cells are hostile text. */
export interface Remark {
  readonly line: number;
  readonly sourceId: string;
  readonly reason: string;
  /** The cell at fault. */
  readonly detail: string;
}
