import type { WindowImpact } from '../../../shared/api/windowCalls.ts';
import { placeClock, placeDay } from '../../../shared/time/placeTime.ts';
import { hrefOf } from '../../route.ts';
import { countWords } from '../../ui/spanWords.ts';
import { ImpactList } from './ImpactList.tsx';
import { impactWords } from './windowWords.ts';

export interface PreviewImpactProps {
  readonly impact: WindowImpact;
  /** The clock that the list is read by. */
  readonly zone: string;
}

/** What stops, in numbers, each opened to its list: planned changes, approvals, maintenance. */
export function PreviewImpact({ impact, zone }: PreviewImpactProps) {
  const { planned, within48Hours, approvalsVoided, changesVoided, maintenanceCount } = impact;
  return (
    <section aria-label="What stops">
      <div className="tg-section-head">
        <h2>What stops</h2>
      </div>
      <p className="tg-impact" role="status" data-hits={planned > 0 || undefined}>
        {impactWords(impact)}
        {within48Hours > 0 && <strong> {within48Hours} of them within 48 hours.</strong>}
      </p>
      {planned > 0 && (
        <details className="tg-impact-part" open={planned <= 5}>
          <summary>{planned === 1 ? 'The change' : `The ${planned.toLocaleString('en-GB')} changes`}</summary>
          <ImpactList impact={impact} zone={zone} />
        </details>
      )}
      {approvalsVoided > 0 && (
        <details className="tg-impact-part">
          <summary>
            {countWords(approvalsVoided, 'approval')} of {countWords(changesVoided, 'change')} would no longer suffice:
            more people must agree
          </summary>
          <ImpactList impact={voidedIn(impact)} zone={zone} />
        </details>
      )}
      {maintenanceCount > 0 && (
        <details className="tg-impact-part">
          <summary>
            {countWords(maintenanceCount, 'maintenance window')} of the next 400 days{' '}
            {maintenanceCount === 1 ? 'lies' : 'lie'} inside
          </summary>
          <SwallowedList impact={impact} zone={zone} />
        </details>
      )}
    </section>
  );
}

/** The changes whose approvals would no longer suffice, as far as they are at hand. */
function voidedIn(impact: WindowImpact): WindowImpact {
  return { ...impact, hits: impact.hits.filter(({ voids }) => voids > 0), planned: impact.changesVoided };
}

function SwallowedList({ impact, zone }: PreviewImpactProps) {
  const rest = impact.maintenanceCount - impact.maintenanceSwallowed.length;
  return (
    <>
      <ul className="tg-swallowed">
        {impact.maintenanceSwallowed.map(({ window, title, start, end, whole }) => (
          <li key={`${window} ${String(start)}`}>
            <a className="tg-clip" href={hrefOf('windows', window)} title={title}>
              {title}
            </a>
            <span className="tg-quiet">
              {placeDay(start, zone)}, {placeClock(start, zone)} to {placeClock(end, zone)}
              {!whole && ', in part'}
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="tg-quiet">and {rest.toLocaleString('en-GB')} more.</p>}
    </>
  );
}
