import { CircleCheck, CircleHelp, OctagonX, TicketCheck } from 'lucide-react';
import type { Answer, Reason, ReasonCode, Verdict } from '../../../../shared/gate/verdict.ts';
import type { LifecycleState } from '../../../../shared/record/words.ts';
import { toMs } from '../../../../shared/time/instant.ts';
import type { Place } from '../../../api/useCatalogue.ts';
import { Button } from '../../../ui/Button.tsx';
import { PlaceTime } from '../../../ui/PlaceTime.tsx';
import { asSentence } from '../../../ui/spanWords.ts';
import { answerWords } from '../../../ui/tradeWords.ts';

const looks = {
  allow: { icon: CircleCheck, tone: 'good' },
  'needs-waiver': { icon: TicketCheck, tone: 'warn' },
  deny: { icon: OctagonX, tone: 'danger' },
  indeterminate: { icon: CircleHelp, tone: 'warn' },
} satisfies Record<Answer, unknown>;
/** States that end a change; what the gate would say no longer matters to anybody. */
const ended: readonly LifecycleState[] = ['closed', 'cancelled', 'rejected', 'expired'];
/** States in which another time no longer helps: the work has begun or is over. */
const begun: readonly LifecycleState[] = ['implementing', 'validating', 'review'];

export interface VerdictLineProps {
  readonly verdict: Verdict;
  readonly state: LifecycleState;
  readonly place: Place;
  readonly onFindSlot?: () => void;
}

/** What the gate would say now, every reason for it, and when it would say otherwise. */
export function VerdictLine({ verdict, state, place, onFindSlot }: VerdictLineProps) {
  const { icon: Icon, tone } = looks[verdict.answer];
  if (ended.includes(state)) return null;
  const against = verdict.reasons.filter(({ answer }) => answer !== 'allow');
  const shown = against.length > 0 ? against : verdict.reasons.slice(0, 1);
  const [only] = shown;
  const lines = gathered(shown);
  const seeksTime = verdict.answer !== 'allow' && !begun.includes(state);
  return (
    <section className="tg-verdict" data-tone={tone} aria-label="What the gate would say">
      <Icon size={16} aria-hidden />
      <div className="tg-verdict-words">
        <p>
          <strong>
            {answerWords[verdict.answer]}
            {shown.length > 1 && ` · ${lines.length} ${lines.length === 1 ? 'reason' : 'reasons'}`}
            {shown.length === 1 ? ':' : shown.length === 0 && '.'}
          </strong>{' '}
          {shown.length === 1 && only && <Because reason={only} place={place} />}
        </p>
        {shown.length > 1 && (
          <ul>
            {lines.map(([reason, count]) => (
              <li key={`${reason.code} ${reason.record ?? ''} ${reason.text}`}>
                {count === 1 ? <Because reason={reason} place={place} /> : `${count} ${manyWords[reason.code] ?? ''}.`}
              </li>
            ))}
          </ul>
        )}
        {seeksTime && (
          <p className="tg-verdict-next">
            {verdict.nextOpening ? (
              <>
                Next opening <PlaceTime at={toMs(verdict.nextOpening)} zone={place.zone} place={place.name} />
              </>
            ) : (
              'No opening inside the agreed time.'
            )}
          </p>
        )}
      </div>
      {onFindSlot && seeksTime && <Button onPress={onFindSlot}>Find a slot</Button>}
    </section>
  );
}

/** What the panels below list one by one; here their number is enough. */
const manyWords: Partial<Record<ReasonCode, string>> = {
  'approvals-missing': 'agreements are missing',
  'evidence-missing': 'pieces of evidence are missing',
  'evidence-stale': 'pieces of evidence are too old',
};

/** The reasons in their order, those that can be counted once, with how many they are. */
function gathered(reasons: readonly Reason[]): (readonly [Reason, number])[] {
  return reasons.flatMap((reason, index) => {
    if (!manyWords[reason.code]) return [[reason, 1] as const];
    const alike = reasons.filter(({ code }) => code === reason.code);
    return reasons.indexOf(alike[0] ?? reason) === index ? [[reason, alike.length] as const] : [];
  });
}

function Because({ reason, place }: { readonly reason: Reason; readonly place: Place }) {
  return (
    <>
      {asSentence(reason.text)}
      {reason.until !== undefined && (
        <span className="tg-quiet">
          {' '}
          {reason.code === 'outside-envelope' ? 'Begins' : 'Ends'}{' '}
          <PlaceTime at={toMs(reason.until)} zone={place.zone} place={place.name} short="day" />.
        </span>
      )}
    </>
  );
}
