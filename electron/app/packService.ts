import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Handlers } from '../../shared/api/contract.ts';
import { buildPack } from '../../shared/audit/buildPack.ts';
import { shownText } from '../../shared/change/changeFile.ts';
import { TidegateError } from '../../shared/errors.ts';
import { fileText } from '../../shared/record/canonical.ts';
import type { LedgerRecord } from '../../shared/record/envelope.ts';
import { toMs, type Instant, type Period } from '../../shared/time/instant.ts';
import { isZone } from '../../shared/time/zone.ts';
import { writePack } from '../audit/writePack.ts';
import type { DeskParts } from '../desk/deskParts.ts';
import type { Progress } from '../desk/jobs.ts';
import { glassBroken } from './glassBroken.ts';
import { packEntries } from './packEntries.ts';
import { proofCommands } from './proofCommands.ts';

type Answers = Pick<Handlers, 'audit.preview' | 'audit.export' | 'audit.file'>;

interface PackReport {
  readonly name: string;
  readonly path: string;
}

/** A period as a document that an auditor can take away. */
export function createPackService(desk: DeskParts): Answers {
  const { model, catalog, jobs, now } = desk;
  return {
    'audit.preview': async (asked) => {
      const entries = await packEntries(desk, periodOf(asked));
      return {
        changes: entries.length,
        decisions: entries.reduce((sum, { file }) => sum + file.decisions.length, 0),
        emergencies: entries.filter(({ file }) => shownText(file).type === 'emergency').length,
      };
    },
    'audit.export': ({ start, end, zone }) => {
      const period = periodOf({ start, end });
      if (!isZone(zone)) throw new TidegateError('unknown-zone', { zone });
      const name = `audit-pack-${desk.boardName}-${start.slice(0, 10)}-to-${end.slice(0, 10)}.pdf`;
      return { job: jobs.start('pack', name, (progress) => exportNow(name, period, zone, progress)) };
    },
    'audit.file': async ({ job }) => {
      const { name, path } = jobs.report(job) as PackReport; // written below
      try {
        return { name, path, base64: (await readFile(path)).toString('base64') };
      } catch (error) {
        throw new TidegateError('file-unreadable', { path }, error);
      }
    },
  };

  async function exportNow(name: string, period: Period, zone: string, progress: Progress): Promise<PackReport> {
    const { say, signal } = progress;
    const replay = model.replay();
    const entries = await packEntries(desk, period, (done, total) => say('Reading changes', done, total), signal);
    const pack = buildPack({
      board: replay.board(),
      entries,
      glass: glassBroken(desk, replay.board()),
      period,
      zone,
      asOf: now(),
      textOf: ({ path, record }) => catalog.records.text(path) ?? fileText(record as LedgerRecord),
      boardRecords: (['ledger', 'roster', 'policy'] as const).flatMap((kind) => catalog.records.ofKind(kind)),
      proofCommands: proofCommands(desk.ledgerFolder),
      setAside: replay.problems().length,
    });
    const path = join(desk.exportFolder, name);
    await writePack({ pack, path, onProgress: (done, total) => say('Drawing pages', done, total), signal });
    return { name, path };
  }
}

function periodOf({ start, end }: { readonly start: Instant; readonly end: Instant }): Period {
  if (end <= start) throw new TidegateError('input-rejected', { field: 'end', problem: 'after the start' });
  return { start: toMs(start), end: toMs(end) };
}
