import type { ReactNode } from 'react';
import type { TodayView } from '../../../shared/api/calendarCalls.ts';
import type { Names } from '../../api/useCatalogue.ts';
import { hrefOf } from '../../route.ts';
import { BandMark } from '../../ui/BandMark.tsx';
import { PlaceTime } from '../../ui/PlaceTime.tsx';
import { EVERYWHERE, frozenName } from '../../ui/frozenName.ts';
import { countWords, distanceWords } from '../../ui/spanWords.ts';

interface ThreeAnswersProps {
  readonly view: TodayView;
  readonly now: number;
  /** All that wait, of which the view holds the first few. */
  readonly waiting: number;
  readonly names: Names;
}

/** The three questions a stranger asks, answered before anything is read. */
export function ThreeAnswers({ view, now, waiting, names }: ThreeAnswersProps) {
  const running = view.freezes.filter((freeze) => freeze.running && freeze.effect === 'freeze');
  const longest = running[0];
  const next = view.next[0];
  const place = names.place(next?.sites ?? []);
  const oldest = view.waiting[0];
  return (
    <dl className="tg-answers">
      <Answer question="Frozen now" tone={longest ? 'freeze' : 'none'}>
        {longest ? (
          <>
            <a href={hrefOf('windows', longest.window)}>{frozenName(longest)}</a>
            <p>
              {longest.where === EVERYWHERE ? 'till ' : `${longest.title}, till `}
              <PlaceTime at={longest.end} zone={longest.zone} short="day" />
              {running.length > 1 && `, and ${countWords(running.length - 1, 'more freeze', 'more freezes')}`}
            </p>
          </>
        ) : (
          <>
            <span>Nothing</span>
            <p>{nextFreeze(view, now)}</p>
          </>
        )}
      </Answer>
      <Answer question="Deploys next" tone="none">
        {next && next.start !== null ? (
          <>
            <a href={hrefOf('change', next.change)} title={next.title}>
              {next.title}
            </a>
            <p>
              <BandMark band={next.band} /> {distanceWords(next.start, now)},{' '}
              <PlaceTime at={next.start} zone={place.zone} place={place.name} short="day" />
            </p>
          </>
        ) : (
          <>
            <span>Nothing</span>
            <p>No deployment is planned.</p>
          </>
        )}
      </Answer>
      <Answer question="Waits for you" tone={waiting > 0 ? 'accent' : 'none'}>
        {waiting > 0 ? (
          <a href={hrefOf('changes', null, { mine: 'waiting' })}>{countWords(waiting, 'decision')}</a>
        ) : (
          <span>Nothing</span>
        )}
        <p className="tg-clip">{oldest ? `First: ${oldest.title}` : 'Every decision that is yours is signed.'}</p>
      </Answer>
    </dl>
  );
}

function nextFreeze({ freezes }: TodayView, now: number): string {
  const next = freezes.find(({ running, effect }) => !running && effect === 'freeze');
  return next ? `${next.title} begins ${distanceWords(next.start, now)}.` : 'No freeze is planned.';
}

interface AnswerProps {
  readonly question: string;
  readonly tone: 'freeze' | 'accent' | 'none';
  readonly children: ReactNode;
}

function Answer({ question, tone, children }: AnswerProps) {
  return (
    <div className="tg-answer" data-tone={tone}>
      <dt>{question}</dt>
      <dd>{children}</dd>
    </div>
  );
}
