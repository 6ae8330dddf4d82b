import { shownText } from '../change/changeFile.ts';
import { toMs } from '../time/instant.ts';
import type { PackEntry } from './packSource.ts';
import type { PackNotable } from './packDocument.ts';

/** The findings auditors look for, gravest first. */
const findings: readonly { readonly why: string; readonly holds: (entry: PackEntry) => boolean }[] = [
  { why: 'Done before it was approved', holds: isDoneEarly },
  {
    why: 'Failed or rolled back',
    holds: ({ file }) => file.receipts.some(({ record }) => ['failed', 'rolled-back'].includes(record.body.event)),
  },
  {
    why: 'Glass was broken',
    holds: ({ file }) => file.waivers.some(({ record }) => record.body.breakGlass !== undefined),
  },
  { why: 'Emergency', holds: ({ file }) => shownText(file).type === 'emergency' },
  {
    why: 'Worked inside a freeze without a waiver',
    holds: ({ file, assessment }) =>
      file.receipts.length > 0 &&
      !file.receipts.some(({ record }) => (record.body.waivers ?? []).length > 0) &&
      assessment.hits.some(({ effect }) => effect === 'freeze'),
  },
  {
    why: 'Approval stale',
    holds: ({ assessment }) => assessment.tally.decisions.some(({ standing }) => standing === 'stale'),
  },
  { why: 'Critical', holds: ({ assessment }) => assessment.risk.band === 'critical' },
  { why: 'Rejected', holds: ({ assessment }) => assessment.lifecycle.state === 'rejected' },
];

/** Which changes deserve a look first, each once and with its gravest reason. */
export function notableChanges(entries: readonly PackEntry[]): PackNotable[] {
  const told = new Set<string>();
  return findings.flatMap(({ why, holds }) =>
    entries.flatMap((entry): PackNotable[] => {
      const { change } = entry.file;
      if (told.has(change) || shownText(entry.file).imported || !holds(entry)) return [];
      told.add(change);
      return [{ why, change, title: shownText(entry.file).title }];
    }),
  );
}

function isDoneEarly({ file, assessment }: PackEntry): boolean {
  const started = file.receipts.find(({ record }) => record.body.event === 'started');
  if (started === undefined) return false;
  const { complete, decisions } = assessment.tally;
  const startedAt = toMs(started.record.body.happenedAt);
  return !complete || decisions.some(({ standing, at }) => standing === 'counts' && toMs(at) > startedAt);
}
