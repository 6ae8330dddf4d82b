import type { ChangeDetail } from '../../../../shared/api/changeCalls.ts';
import { legible, legibleLine } from '../../../../shared/audit/legible.ts';
import { toMs, MINUTE_MS } from '../../../../shared/time/instant.ts';
import type { Names } from '../../../api/useCatalogue.ts';
import { BandMark } from '../../../ui/BandMark.tsx';
import { PlaceSpan } from '../../../ui/PlaceSpan.tsx';
import { PlaceTime } from '../../../ui/PlaceTime.tsx';
import { lengthWords } from '../../../ui/spanWords.ts';
import { Differences } from './Differences.tsx';

/** `sha256:` and twelve digits. */
const DIGEST_SHOWN = 19;

/** What a signature would stand under: the text's summary, its digest, the risk, what changed since it was last approved. */
export function SignedText({ detail, names }: { readonly detail: ChangeDetail; readonly names: Names }) {
  const { row, text, material, sinceApproval, risk } = detail;
  const place = names.place(row.sites);
  return (
    <div className="tg-signed-text">
      <p className="tg-signed-text-title">{legibleLine(text.title)}</p>
      <p className="tg-prose tg-signed-text-summary">{legible(text.summary)}</p>
      <dl className="tg-facts">
        <dt>Change</dt>
        <dd className="tg-mono">{row.change}</dd>
        <dt>Text</dt>
        <dd className="tg-mono" title={material.digest}>
          {material.digest.slice(0, DIGEST_SHOWN)}
        </dd>
        <dt>Risk</dt>
        <dd>
          <BandMark band={risk.band} score={risk.score} as="word" />
        </dd>
        <dt>When</dt>
        <dd>
          {text.timing ? (
            <>
              <PlaceTime at={toMs(text.timing.start)} zone={place.zone} place={place.name} />, for{' '}
              {lengthWords(text.timing.minutes * MINUTE_MS)}
            </>
          ) : (
            'No time yet'
          )}
        </dd>
        {text.timing && (
          <>
            <dt>Agreed time</dt>
            <dd>
              <PlaceSpan
                start={toMs(text.timing.earliestStart)}
                end={toMs(text.timing.latestEnd)}
                zone={place.zone}
                place={place.name}
              />
            </dd>
          </>
        )}
        <dt>What</dt>
        <dd>{text.services.map(names.service).join(', ')}</dd>
        <dt>Where</dt>
        <dd>{text.sites.map(names.site).join(', ') || 'No site named'}</dd>
      </dl>
      <p className="tg-label">
        {sinceApproval.length > 0 ? 'Changed since the last approval' : 'Not changed since the last approval.'}
      </p>
      {sinceApproval.length > 0 && <Differences differences={sinceApproval} place={place} />}
    </div>
  );
}
