import { legible } from '../../../../shared/audit/legible.ts';
import type { CountedDecision, DecisionStanding, Tally } from '../../../../shared/approval/tally.ts';
import { toMs } from '../../../../shared/time/instant.ts';
import type { Place } from '../../../api/useCatalogue.ts';
import { Badge, type Tone } from '../../../ui/Badge.tsx';
import { BandMark } from '../../../ui/BandMark.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { PlaceTime } from '../../../ui/PlaceTime.tsx';
import { roleWords } from '../../../ui/tradeWords.ts';

const verdictWords = { approve: 'approved', reject: 'rejected', recuse: 'stood aside' } as const;
const standingWords: Readonly<Record<DecisionStanding, string>> = {
  counts: 'Counts',
  stale: 'Stale: the text changed',
  lapsed: 'Lapsed',
  'own-change': 'Does not count: own change',
  replaced: 'Replaced by a later one',
  'role-not-asked': 'Does not count: role not asked for',
  'not-in-reach': 'Does not count: outside the role’s reach',
};

/** Every decision that was signed, and whether it counts. */
export function DecisionList({ tally, place }: { readonly tally: Tally; readonly place: Place }) {
  if (tally.decisions.length === 0) {
    return <Empty compact title="Nobody has decided yet." />;
  }
  return (
    <ul className="tg-decisions">
      {tally.decisions.map((decision) => (
        <Decision key={decision.digest} decision={decision} place={place} />
      ))}
    </ul>
  );
}

function Decision({ decision, place }: { readonly decision: CountedDecision; readonly place: Place }) {
  const said = legible(decision.conditions ?? decision.reason ?? '');
  return (
    <li className="tg-decision" data-counts={decision.standing === 'counts' || undefined}>
      <p className="tg-decision-line">
        <strong>{decision.name}</strong> {verdictWords[decision.verdict]} as {roleWords[decision.role].toLowerCase()}
        {decision.behalfName !== undefined && ` for ${decision.behalfName}`}
        <Badge tone={toneOf(decision)}>{standingWords[decision.standing]}</Badge>
      </p>
      <p className="tg-quiet">
        <PlaceTime at={toMs(decision.at)} zone={place.zone} place={place.name} /> · saw{' '}
        <BandMark band={decision.band} score={decision.score} />
        {decision.standing === 'counts' && (
          <>
            {' '}
            · lapses <PlaceTime at={toMs(decision.lapsesAt)} zone={place.zone} place={place.name} short="day" />
          </>
        )}
      </p>
      {said && <blockquote className="tg-prose">{said}</blockquote>}
    </li>
  );
}

function toneOf({ standing, verdict }: CountedDecision): Tone {
  if (standing !== 'counts') return 'neutral';
  return verdict === 'approve' ? 'good' : verdict === 'reject' ? 'danger' : 'neutral';
}
