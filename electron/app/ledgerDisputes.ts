import type { Fork } from '../../shared/api/ledgerCalls.ts';
import { shownText } from '../../shared/change/changeFile.ts';
import type { CountedDecision } from '../../shared/approval/tally.ts';
import type { Filed } from '../../shared/record/envelope.ts';
import { toMs } from '../../shared/time/instant.ts';
import type { Judged } from '../desk/changeShelf.ts';
import type { DeskParts } from '../desk/deskParts.ts';

/** Rejected changes that are looked at, those planned latest first: what is long over is nobody's dispute. */
const MOST = 200;

/**
 * Changes whose text somebody approved and somebody else rejected before either knew of the other, while their time is
 * still to come. The no holds, until one of them says otherwise. A rejection by one who had read the approvals is none.
 */
export function yesAndNo(desk: DeskParts): Fork[] {
  const { catalog, model, now } = desk;
  const latest = { by: 'start', descending: true } as const;
  const rejected = catalog.find.page({ states: ['rejected'] }, '', latest, 0, MOST).rows;
  return rejected
    .filter(({ imported }) => !imported)
    .map(({ change }) => model.change(change))
    .filter(({ file }) => toMs(shownText(file).timing.latestEnd) > now())
    .flatMap((judged) => disputeOf(judged, (commit) => model.replay().positionOf(commit)));
}

function disputeOf({ file, assessment }: Judged, positionOf: (commit: string) => number | null): Fork[] {
  const said = assessment.tally.decisions.filter(
    ({ standing, verdict }) => standing === 'counts' && verdict !== 'recuse',
  );
  const filed = (wanted: CountedDecision['verdict']) =>
    said
      .filter(({ verdict }) => verdict === wanted)
      .flatMap(({ digest }) => file.decisions.find((each) => each.digest === digest) ?? []);
  const apart = filed('approve').some((yes) => filed('reject').some((no) => isApart(yes, no, positionOf)));
  if (!apart) return [];
  return [
    {
      kind: 'decision',
      subject: file.change,
      title: shownText(file).title,
      sites: shownText(file).sites,
      what: 'yes-and-no',
      sides: said.map(({ digest, person, name, at }) => ({ digest, by: person, name, at: toMs(at) })),
      fields: [{ field: 'Said', values: said.map(wordsOf) }],
      maySettle: false,
    },
  ];
}

/** Had neither signer seen the other's record? */
function isApart(one: Filed, other: Filed, positionOf: (commit: string) => number | null): boolean {
  const [earlier, later] = one.position <= other.position ? [one, other] : [other, one];
  const { seen } = later.record.signed;
  return seen !== undefined && (positionOf(seen) ?? 0) < earlier.position;
}

function wordsOf({ verdict, role, conditions = '', reason = '' }: CountedDecision): string {
  const words = [conditions, reason].filter((text) => text !== '').join(' ');
  const as = `${verdict === 'approve' ? 'approved' : 'rejected'} as ${role.replaceAll('-', ' ')}`;
  return words === '' ? as : `${as}: ${words}`;
}
