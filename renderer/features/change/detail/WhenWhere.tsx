import type { ReactNode } from 'react';
import type { ChangeDetail } from '../../../../shared/api/changeCalls.ts';
import { toMs, MINUTE_MS } from '../../../../shared/time/instant.ts';
import type { Names } from '../../../api/useCatalogue.ts';
import { PlaceSpan } from '../../../ui/PlaceSpan.tsx';
import { PlaceTime } from '../../../ui/PlaceTime.tsx';
import { asSentence, lengthWords } from '../../../ui/spanWords.ts';
import { categoryWords } from '../../../ui/tradeWords.ts';

interface WhenWhereProps {
  readonly detail: ChangeDetail;
  readonly names: Names;
}

/** When, where, who: the facts one looks up. */
export function WhenWhere({ detail: { text, lifecycle }, names }: WhenWhereProps) {
  const { zone, name } = names.place(text.sites);
  const { timing } = text;
  return (
    <section aria-label="When, where, who">
      <div className="tg-section-head">
        <h2>When, where, who</h2>
      </div>
      <dl className="tg-facts">
        <Fact name="Stands">{asSentence(lifecycle.because)}</Fact>
        {timing ? (
          <>
            <Fact name="Starts">
              <PlaceTime at={toMs(timing.start)} zone={zone} place={name} />
            </Fact>
            <Fact name="Takes">{lengthWords(timing.minutes * MINUTE_MS)}</Fact>
            <Fact
              name="Agreed time"
              about="The gate lets the work through between these two; leaving them takes new approvals."
            >
              <PlaceSpan start={toMs(timing.earliestStart)} end={toMs(timing.latestEnd)} zone={zone} place={name} />
            </Fact>
          </>
        ) : (
          <Fact name="Starts">No time yet</Fact>
        )}
        <Fact name="Services">{text.services.map(names.service).join(', ') || 'None named'}</Fact>
        <Fact name="Sites">{text.sites.map(names.site).join(', ') || 'None named'}</Fact>
        {text.tenants.length > 0 && <Fact name="Tenants">{text.tenants.join(', ')}</Fact>}
        <Fact name="Category">{categoryWords[text.category]}</Fact>
        <Fact name="Asked by">{names.person(text.requester)}</Fact>
        <Fact name="Carried out by">{names.person(text.implementer)}</Fact>
        {text.incident !== undefined && <Fact name="Incident">{text.incident}</Fact>}
        {text.release !== undefined && <Fact name="Release">{text.release}</Fact>}
        {text.imported && (
          <Fact name="Imported from">
            {text.imported.source}, {text.imported.sourceId}
          </Fact>
        )}
      </dl>
    </section>
  );
}

interface FactProps {
  readonly name: string;
  readonly about?: string;
  readonly children: ReactNode;
}

function Fact({ name, about, children }: FactProps) {
  return (
    <>
      <dt title={about}>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
