import { monotonicFactory } from 'ulid';
import type { JobView } from '../../shared/api/appCalls.ts';
import { TidegateError } from '../../shared/errors.ts';
import type { Ms } from '../../shared/time/instant.ts';
import type { JobTable } from '../workspace/jobTable.ts';
import type { Newsroom } from './newsroom.ts';

export interface Progress {
  readonly signal: AbortSignal;
  readonly say: (step: string, done: number, total: number) => void;
}

/** Long work: shown, counted, cancelled. Its report outlives the process. */
export interface Jobs {
  readonly start: (kind: JobView['kind'], title: string, work: (progress: Progress) => Promise<unknown>) => string;
  /** Newest first. */
  readonly list: () => readonly JobView[];
  /** @throws TidegateError `job-not-found` */
  readonly report: (job: string) => unknown;
  readonly cancel: (job: string) => void;
  readonly isRunning: (kind: JobView['kind']) => boolean;
  /** Cancels what runs and waits for it to end. */
  readonly close: () => Promise<void>;
}

/** Progress is told at most this often. */
const TELL_MS = 150;

export function createJobs(given: {
  readonly table: JobTable;
  readonly boardName: string;
  readonly newsroom: Newsroom;
  readonly now: () => Ms;
  readonly reportDefect: (call: string, defect: unknown) => void;
}): Jobs {
  const { table, boardName, newsroom, now, reportDefect } = given;
  const ulid = monotonicFactory();
  const running = new Map<string, { view: JobView; readonly abort: AbortController; ended: Promise<void> }>();

  const start: Jobs['start'] = (kind, title, work) => {
    const job = ulid(now());
    const abort = new AbortController();
    const view: JobView = { job, kind, title, state: 'running', step: '', done: 0, total: 0, startedAt: now() };
    const held = { view, abort, ended: Promise.resolve() };
    running.set(job, held);
    let toldAt = 0;
    const say: Progress['say'] = (step, done, total) => {
      held.view = { ...held.view, step, done, total };
      const at = performance.now();
      if (at - toldAt < TELL_MS && done < total) return;
      toldAt = at;
      newsroom.tell('jobs');
    };
    const end = (ending: Partial<JobView>, report?: unknown): void => {
      running.delete(job);
      table.save(boardName, { ...held.view, ...ending }, report);
      newsroom.tell('jobs');
    };
    held.ended = work({ signal: abort.signal, say }).then(
      (report) => end({ state: 'done' }, report),
      (error: unknown) => {
        if (abort.signal.aborted) return end({ state: 'cancelled' });
        const refusal = error instanceof TidegateError ? error : new TidegateError('unexpected', { call: kind });
        if (refusal !== error) reportDefect(kind, error);
        return end({ state: 'failed', problem: { code: refusal.code, facts: refusal.facts } });
      },
    );
    newsroom.tell('jobs');
    return job;
  };

  return {
    start,
    list: () => [...[...running.values()].map(({ view }) => view).toReversed(), ...table.list(boardName)],
    report: (job) => {
      const report = table.report(job);
      if (report === null) throw new TidegateError('job-not-found', { job });
      return report;
    },
    cancel: (job) => {
      const held = running.get(job);
      if (!held) throw new TidegateError('job-not-found', { job });
      held.abort.abort();
    },
    isRunning: (kind) => [...running.values()].some(({ view }) => view.kind === kind),
    close: async () => {
      const all = [...running.values()];
      for (const { abort } of all) abort.abort();
      await Promise.all(all.map(({ ended }) => ended));
    },
  };
}
