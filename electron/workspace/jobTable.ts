import type { Database } from 'better-sqlite3';
import type { JobView } from '../../shared/api/appCalls.ts';
import { readStored } from './readStored.ts';

/** Long work of this desk as it ended, with its report. */
export interface JobTable {
  /** The newest fifty, newest first. */
  readonly list: (board: string) => readonly JobView[];
  readonly report: (job: string) => unknown;
  readonly save: (board: string, view: JobView, report: unknown) => void;
}

export function createJobTable(db: Database): JobTable {
  const list = db
    .prepare<[string], string>('SELECT view FROM job WHERE board = ? ORDER BY started_at DESC, job DESC LIMIT 50')
    .pluck();
  const report = db.prepare<[string], string | null>('SELECT report FROM job WHERE job = ?').pluck();
  const save = db.prepare(
    'INSERT OR REPLACE INTO job (job, board, started_at, view, report) VALUES (@job, @board, @startedAt, @view, @report)',
  );
  return {
    list: (board) => list.all(board).flatMap((view) => readStored<JobView>(view) ?? []),
    report: (job) => {
      const text = report.get(job);
      return text === undefined || text === null ? null : (readStored<unknown>(text) ?? null);
    },
    save: (board, view, result) =>
      void save.run({
        job: view.job,
        board,
        startedAt: view.startedAt,
        view: JSON.stringify(view),
        report: result === undefined ? null : JSON.stringify(result),
      }),
  };
}
