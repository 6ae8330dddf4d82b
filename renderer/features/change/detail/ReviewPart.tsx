import type { ChangeDetail } from '../../../../shared/api/changeCalls.ts';
import type { Names } from '../../../api/useCatalogue.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { PlaceTime } from '../../../ui/PlaceTime.tsx';
import type { Act } from './ChangeActs.tsx';
import { outcomeWords } from './waiverWords.ts';

interface ReviewPartProps {
  readonly detail: ChangeDetail;
  readonly names: Names;
  readonly onAct: (act: Act) => void;
}

/** What was learned from the work, or who is asked to say it. */
export function ReviewPart({ detail, names, onAct }: ReviewPartProps) {
  const { reviews, mayReview, row } = detail;
  const isDue = row.state === 'review';
  if (reviews.length === 0 && !isDue) return null;
  const place = names.place(row.sites);
  return (
    <section aria-label="Review" className="tg-waivers">
      <div className="tg-section-head">
        <h2>Review</h2>
      </div>
      {reviews.map((review) => (
        <div key={review.digest}>
          <p className="tg-decision-line">
            <strong>{names.person(review.by)}</strong>
            <Badge>{outcomeWords[review.outcome]}</Badge>
          </p>
          <p className="tg-quiet">
            <PlaceTime at={review.at} zone={place.zone} place={place.name} short="day" />
          </p>
          <p className="tg-prose">{review.summary}</p>
          {review.causes !== '' && <p className="tg-prose">{review.causes}</p>}
          {review.actions.length > 0 && (
            <ul className="tg-waiver-actions">
              {review.actions.map((action) => (
                <li key={action}>{action}</li>
              ))}
            </ul>
          )}
        </div>
      ))}
      {isDue && reviews.length === 0 && (
        <p className="tg-quiet">
          {mayReview ? 'Nobody has written it yet.' : 'The implementer or a change manager writes it.'}
        </p>
      )}
      {isDue && mayReview && (
        <div className="tg-agree-acts">
          <Button size="small" kind="primary" onPress={() => onAct({ kind: 'review' })}>
            Write the review…
          </Button>
        </div>
      )}
    </section>
  );
}
