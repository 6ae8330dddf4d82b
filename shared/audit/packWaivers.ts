import { personName } from '../ledger/board.ts';
import { toMs, type Period } from '../time/instant.ts';
import { waiverStandings, type WaiverStanding } from '../waiver/waiverStanding.ts';
import { stillToSign, whyNotInForce } from '../waiver/waiverWords.ts';
import type { PackEntry, PackSource } from './packSource.ts';
import type { PackFigure } from './packDocument.ts';
import { when } from './packWords.ts';

/** What the pack says of each waiver of a change: what it lifts, who signed, whether it was used. */
export function waiverLines({ file, assessment }: PackEntry, { board, zone, asOf }: PackSource): string[] {
  const standings = waiverStandings(file, board, { at: asOf, band: assessment.askedBand });
  return standings.map((standing) => {
    const { waiver, signatures, isBreakGlass, usedBy } = standing;
    const { body, signed } = waiver.record;
    const name = (person: string) => personName(board, person);
    const titles = body.windows.map((id) => board.windows.get(id)?.[0]?.record.body.title ?? id).join(', ');
    const head = isBreakGlass
      ? `Broken glass for ${titles}, ${body.breakGlass?.incident ?? ''}, by ${name(signed.by)}, ${when(signed.at, zone)}`
      : `Waiver for ${titles}, asked by ${name(signed.by)}, ${when(signed.at, zone)}`;
    const by = signatures.signed.map(({ person, at }) => `${name(person)} ${when(at, zone)}`).join(', ');
    const use = usedBy === null ? (whyNotInForce(standing, board) ?? 'not used yet') : `used by receipt ${usedBy}`;
    return [head, by && `signed by ${by}`, use, owedWords(standing, stillToSign(signatures, board), zone)]
      .filter(Boolean)
      .join('; ');
  });
}

function owedWords({ debtDueAt }: WaiverStanding, missing: readonly string[], zone: string): string {
  return debtDueAt === null ? '' : `missing: ${missing.join(', ')}, due ${when(debtDueAt, zone)}`;
}

/** Waivers used, and how often glass was broken in each quarter of the period, by the UTC calendar. */
export function waiverFigures(entries: readonly PackEntry[], period: Period): PackFigure[] {
  const used = entries.flatMap(({ file }) =>
    file.receipts.flatMap(({ record }) => (record.body.event === 'started' ? (record.body.waivers ?? []) : [])),
  );
  const broken = entries.flatMap(({ file }) =>
    file.waivers.filter(({ record }) => record.body.breakGlass).map(({ record }) => toMs(record.signed.at)),
  );
  return [
    { label: 'Waivers used', value: String(new Set(used).size) },
    ...quartersOf(period).map(({ name, start, end }) => ({
      label: `Glass broken in ${name}`,
      value: String(broken.filter((at) => at >= start && at < end).length),
    })),
  ];
}

/** So many quarters are told one by one. */
const MOST_QUARTERS = 8;

function quartersOf({ start, end }: Period): { readonly name: string; readonly start: number; readonly end: number }[] {
  const first = new Date(start);
  const quarters = [];
  for (let turn = 0; turn < MOST_QUARTERS; turn += 1) {
    const month = Math.floor(first.getUTCMonth() / 3) * 3 + turn * 3;
    const from = Date.UTC(first.getUTCFullYear(), month, 1);
    if (from >= end) break;
    const date = new Date(from);
    const name = `Q${date.getUTCMonth() / 3 + 1} ${date.getUTCFullYear()}`;
    quarters.push({ name, start: from, end: Date.UTC(first.getUTCFullYear(), month + 3, 1) });
  }
  return quarters;
}
