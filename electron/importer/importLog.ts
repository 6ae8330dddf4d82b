import { setImmediate } from 'node:timers/promises';
import type { ImportPreview, StagedLog } from '../../shared/api/recordCalls.ts';
import { TidegateError } from '../../shared/errors.ts';
import type { CommitId } from '../../shared/ids.ts';
import type { Log } from '../../shared/importer/log.ts';
import { mapLog } from '../../shared/importer/mapLog.ts';
import type { Mapping } from '../../shared/importer/mapping.ts';
import { planImport, type KnownThings } from '../../shared/importer/planImport.ts';
import { previewOf } from '../../shared/importer/previewOf.ts';
import { rejectionReport } from '../../shared/importer/rejectionReport.ts';
import { serviceSlug } from '../../shared/importer/serviceSlug.ts';
import { readLog } from './readLog.ts';
import { createImportSealer, type ImportedFile, type Importer } from './sealImported.ts';

export interface Staged {
  readonly view: StagedLog;
  readonly log: Log;
}

export interface ImportProgress {
  readonly step: string;
  readonly done: number;
  readonly total: number;
}

export interface ImportResult {
  /** Null when everything in the log was here already, or nothing of it could be read. */
  readonly commit: CommitId | null;
  readonly changes: number;
  readonly services: number;
  readonly alreadyHere: number;
  readonly preview: ImportPreview;
  /** The rejected rows as CSV. */
  readonly report: string;
}

const SAMPLES = 3;
/** So many records between two looks at the clock of others: the host stays answerable, a cancel is heard. */
const BREATH = 250;

/** Reads a log into memory under a name of the caller's choice. @throws TidegateError `file-unreadable` */
export function stageLog(staged: string, name: string, text: string): Staged {
  const log = readLog(text);
  const columns = log.columns.map((column, index) => {
    const distinct = new Set(log.rows.map((row) => row.cells[index] ?? ''));
    const samples = [...distinct].filter((cell) => cell !== '').slice(0, SAMPLES);
    return { name: column, samples: samples.map((cell) => cell.slice(0, 120)), distinct: distinct.size };
  });
  return { view: { staged, name, rows: log.rows.length + log.broken.length, columns }, log };
}

/** What would this import bring? @throws TidegateError `mapping-unusable` when a column is not there */
export function previewLog({ log }: Staged, mapping: Mapping, known: KnownThings): ImportPreview {
  return previewWith(log, mapping, known).preview;
}

function previewWith(log: Log, mapping: Mapping, known: KnownThings) {
  const mapped = mapLog(log, mapping);
  const slugs = mapped.changes.flatMap(({ services }) => services.map(serviceSlug));
  const knownServices = new Set(slugs.filter((slug) => known.hasService(slug)));
  return { mapped, preview: previewOf(log, mapped, knownServices) };
}

/**
 * Imports the log as one commit, or not at all: everything is signed in memory first, and `commit` is called once.
 *
 * @throws TidegateError `cancelled` when `signal` fires before the commit; afterwards it is too late to cancel
 */
export async function runImport(given: {
  readonly log: Log;
  readonly mapping: Mapping;
  readonly known: KnownThings;
  readonly importer: Importer;
  readonly commit: (files: readonly ImportedFile[], message: string) => Promise<CommitId>;
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly signal?: AbortSignal;
}): Promise<ImportResult> {
  const { log, mapping, known, importer, onProgress = () => undefined, signal } = given;
  onProgress({ step: 'Reading rows', done: 0, total: log.rows.length });
  const { mapped, preview } = previewWith(log, mapping, known);
  await breathe(signal);
  const plan = planImport(mapped.changes, mapping, importer.person, known);
  await breathe(signal);

  const sealer = createImportSealer(importer);
  const files: ImportedFile[] = plan.services.map((body) => sealer.service(body));
  const total = plan.requests.length;
  for (const [done, body] of plan.requests.entries()) {
    files.push(sealer.request(body));
    if (done % BREATH > 0) continue;
    onProgress({ step: 'Signing records', done, total });
    await breathe(signal);
  }
  onProgress({ step: 'Writing the commit', done: total, total });
  const message = `Import ${total} changes from ${mapping.source}`;
  const commit = total === 0 ? null : await given.commit(files, message);
  return {
    commit,
    changes: total,
    services: plan.services.length,
    alreadyHere: plan.alreadyHere,
    preview,
    report: rejectionReport(mapped.rejected),
  };
}

async function breathe(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate();
  if (signal?.aborted) throw new TidegateError('cancelled', {});
}
