import { setImmediate } from 'node:timers/promises';
import type { Handlers } from '../../shared/api/contract.ts';
import type { ImportPreview } from '../../shared/api/recordCalls.ts';
import { TidegateError } from '../../shared/errors.ts';
import type { Mapping } from '../../shared/importer/mapping.ts';
import { shippedMappings } from '../../shared/importer/shippedMappings.ts';
import { digestOf } from '../../shared/record/digest.ts';
import { previewLog, runImport, stageLog, type Staged } from '../importer/importLog.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import type { Progress } from '../desk/jobs.ts';
import type { OutboxFile } from '../workspace/outboxTable.ts';

type Answers = Pick<
  Handlers,
  'imports.stage' | 'imports.mappings' | 'imports.saveMapping' | 'imports.preview' | 'imports.run' | 'imports.report'
>;

/** Logs held in memory at a time; the oldest makes room. */
const HELD_LOGS = 3;
/** So many records between two looks at what others ask. */
const BREATH = 500;

/** Change logs of other systems: read, mapped, previewed, and taken in by one commit. */
export function createImportService(desk: DeskParts): Answers {
  const { model, catalog, workspace, acting, scribe, writer, jobs, newsroom, now, onSealed } = desk;
  const stagedById = new Map<string, Staged>();
  const known = {
    hasChange: (change: string) => catalog.find.row(change) !== null,
    hasService: (service: string) => model.board().services.has(service),
  };
  const stagedOf = (id: string): Staged => {
    const staged = stagedById.get(id);
    if (!staged) throw new TidegateError('file-unreadable', { problem: 'no longer held', staged: id });
    return staged;
  };

  return {
    'imports.stage': ({ name, text }) => {
      const id = scribe.newId();
      const staged = stageLog(id, name, text);
      const [oldest] = stagedById.keys();
      if (stagedById.size >= HELD_LOGS && oldest !== undefined) stagedById.delete(oldest);
      stagedById.set(id, staged);
      return staged.view;
    },
    'imports.mappings': () => {
      const saved = workspace.mappings.list();
      return [...saved, ...shippedMappings.filter(({ name }) => !saved.some((own) => own.name === name))];
    },
    'imports.saveMapping': ({ mapping }) => {
      workspace.mappings.save(mapping);
      newsroom.tell('view');
      return null;
    },
    'imports.preview': ({ staged, mapping }) => previewLog(stagedOf(staged), mapping, known),
    'imports.run': ({ staged, mapping }) => {
      const { log, view } = stagedOf(staged);
      acting.member();
      // Two at once would both think that a change is not here yet.
      if (jobs.isRunning('import')) throw new TidegateError('import-in-progress');
      return { job: jobs.start('import', view.name, (progress) => importNow(log, mapping, progress)) };
    },
    'imports.report': ({ job }) => jobs.report(job) as { csv: string; preview: ImportPreview }, // written below
  };

  async function importNow(log: Staged['log'], mapping: Mapping, progress: Progress): Promise<unknown> {
    const { signal, say } = progress;
    desk.sync.requireRunning();
    desk.sync.requireClock();
    const board = model.replay().board();
    const person = acting.person();
    const { fingerprint, sign } = acting.key();
    const { report, preview, commit, changes, services, alreadyHere } = await runImport({
      log,
      mapping,
      known,
      importer: { ledger: board.ledger, person, fingerprint, sign, seen: desk.sync.seen(), at: now() },
      commit: async (files, message) => {
        requireCounted(files);
        for (const [done, { text }] of files.entries()) {
          onSealed(digestOf(text));
          if (done % BREATH === 0) await setImmediate();
        }
        return writer.commit({ files, message, author: person }, progress);
      },
      onProgress: ({ step, done, total }) => say(step, done, total),
      signal,
    });
    return { csv: report, preview, commit, changes, services, alreadyHere };
  }

  /** The first of each kind stands for the rest: all are signed by one person with one key. */
  function requireCounted(files: readonly OutboxFile[]): void {
    const probes = ['services/', 'changes/'].flatMap((root) => files.find(({ path }) => path.startsWith(root)) ?? []);
    for (const standing of model.judgeAhead(probes)) {
      if (!('problem' in standing)) continue;
      throw new TidegateError('not-entitled', { reason: standing.problem.reason, person: acting.person() });
    }
  }
}
