import { personName } from '../ledger/board.ts';
import type { Ms, Period } from '../time/instant.ts';
import { quarterAt } from '../time/quarter.ts';
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

/** So many quarters are told one by one. */
const MOST_QUARTERS = 8;

/**
 * Waivers used by these changes, and how often glass was broken in each quarter that the period touches.
 * @param glass moments of the whole board: a quarter is counted whole, as Reports count it
 */
export function waiverFigures(entries: readonly PackEntry[], glass: readonly Ms[], period: Period): PackFigure[] {
  const used = entries.flatMap(({ file }) =>
    file.receipts.flatMap(({ record }) => (record.body.event === 'started' ? (record.body.waivers ?? []) : [])),
  );
  return [
    { label: 'Waivers used', value: String(new Set(used).size) },
    ...Array.from({ length: MOST_QUARTERS }, (_, turn) => quarterAt(period.start, turn))
      .filter(({ start }) => start < period.end)
      .map(({ name, start, end }) => ({
        label: `Glass broken in ${name}`,
        value: String(glass.filter((at) => at >= start && at < end).length),
      })),
  ];
}
