import type { HistoryEntry } from '../../../../shared/api/changeCalls.ts';
import type { Place } from '../../../api/useCatalogue.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { CopyId } from '../../../ui/CopyId.tsx';
import { PlaceTime } from '../../../ui/PlaceTime.tsx';
import { Differences } from './Differences.tsx';

const DIGEST_SHOWN = 15;

interface HistoryListProps {
  readonly history: readonly HistoryEntry[];
  readonly place: Place;
}

/** Everything that was signed on this change, newest first. */
export function HistoryList({ history, place }: HistoryListProps) {
  return (
    <ol className="tg-history">
      {history.toReversed().map((entry) => (
        <li key={entry.digest}>
          <p className="tg-decision-line">
            <strong>{entry.name}</strong> {entry.kind === 'evidence' && 'filed '}
            {entry.what}
            {entry.unsent && <Badge tone="accent">Kept here, not sent yet</Badge>}
          </p>
          <p className="tg-quiet tg-row">
            <PlaceTime at={entry.at} zone={place.zone} place={place.name} />
            <CopyId text={entry.digest} shown={entry.digest.slice(0, DIGEST_SHOWN)} label="Copy digest" />
          </p>
          {entry.differences.length > 0 && <Differences differences={entry.differences} place={place} />}
        </li>
      ))}
    </ol>
  );
}
