import { personName, type Board } from '../ledger/board.ts';
import type { RecordId } from '../ids.ts';
import { toInstant } from '../time/instant.ts';
import type { WaiverStanding } from '../waiver/waiverStanding.ts';
import { whyNotInForce } from '../waiver/waiverWords.ts';
import type { Place } from '../window/span.ts';
import type { TimeObjection } from '../window/timeObjections.ts';
import type { Reason } from './verdict.ts';

export interface Waived {
  /** What no waiver lifts; null when all of it is lifted. */
  readonly left: TimeObjection | null;
  /** Each waiver with the part of the objection that it lifts. */
  readonly lifted: readonly { readonly by: WaiverStanding; readonly objection: TimeObjection }[];
}

/** Which places of a freeze do waivers in force lift? Broken glass comes last: it is not used where a signed one does. */
export function waive(objection: TimeObjection, standings: readonly WaiverStanding[]): Waived {
  if (objection.code !== 'freeze') return { left: objection, lifted: [] };
  const inForce = standings
    .filter(({ state, waiver }) => state === 'in-force' && waiver.record.body.windows.includes(objection.window))
    .toSorted((a, b) => Number(a.isBreakGlass) - Number(b.isBreakGlass));
  const byOf = new Map(objection.places.map((place) => [place, inForce.find((standing) => reaches(standing, place))]));
  const of = (wanted: WaiverStanding | undefined) => objection.places.filter((place) => byOf.get(place) === wanted);
  const left = of(undefined);
  return {
    left: left.length > 0 ? { ...objection, places: left } : null,
    lifted: inForce.flatMap((by) => {
      const places = of(by);
      return places.length > 0 ? [{ by, objection: { ...objection, places } }] : [];
    }),
  };
}

/** A waiver for named sites lifts nothing where no site is said. */
function reaches({ waiver }: WaiverStanding, { site }: Place): boolean {
  const { sites } = waiver.record.body;
  return sites.length === 0 || (site !== null && sites.includes(site));
}

/** What is said of a freeze that a waiver lifts: `begin` may start, `check` is told who may. */
export function waivedReason(
  by: WaiverStanding,
  { title, until }: TimeObjection,
  { board, begins }: { readonly board: Board; readonly begins: boolean },
): Reason {
  const end = until === null ? by.ends : Math.min(by.ends, until);
  const fact = { rule: 'waiver', record: `waiver/${by.waiver.record.id}`, until: toInstant(end) };
  if (!begins) {
    const what = by.isBreakGlass ? 'the glass was broken for it' : 'a waiver is in force';
    const text = `Frozen by ${title}: ${what}, and only begin may use it`;
    return { code: 'waiver-ready', answer: 'needs-waiver', text, ...fact };
  }
  if (by.isBreakGlass) {
    const holder = personName(board, by.waiver.record.signed.by);
    const text = `Frozen by ${title}: ${holder} broke the glass for ${by.waiver.record.body.breakGlass?.incident ?? ''}`;
    return { code: 'break-glass', answer: 'allow', text, ...fact };
  }
  const signers = by.signatures.signed.map(({ person }) => personName(board, person));
  const text = `Frozen by ${title}, lifted once by the waiver of ${[...new Set(signers)].join(', ')}`;
  return { code: 'waived', answer: 'allow', text, ...fact };
}

/** Why the newest waiver that was asked for this freeze does not lift it; empty when there is none. */
export function waiverHint({ window }: TimeObjection, standings: readonly WaiverStanding[], board: Board): string {
  const about = standings.findLast(({ waiver }) => waiver.record.body.windows.includes(window));
  if (!about) return '';
  const why = whyNotInForce(about, board) ?? 'it does not hold at these places';
  return `; a waiver was written for it, but ${why}`;
}

/** The waivers that are used, in line order, each once. */
export function waiversUsed(lifted: Waived['lifted']): RecordId[] {
  const used = new Map(lifted.map(({ by }) => [by.waiver.record.id, by.waiver.position]));
  return [...used].toSorted(([, a], [, b]) => a - b).map(([id]) => id);
}
