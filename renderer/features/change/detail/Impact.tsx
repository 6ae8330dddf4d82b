import type { ReactNode } from 'react';
import type { ChangeDetail } from '../../../../shared/api/changeCalls.ts';
import type { Names } from '../../../api/useCatalogue.ts';
import { hrefOf } from '../../../route.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Meetings } from './Meetings.tsx';
import { StaleEvidence } from './StaleEvidence.tsx';
import { WindowMeetings } from './WindowMeetings.tsx';

interface ImpactProps {
  readonly detail: ChangeDetail;
  readonly names: Names;
}

/** What it meets in time, and what it reaches if it goes wrong. */
export function Impact({ detail, names }: ImpactProps) {
  const reached = detail.impact.filter(({ hops }) => hops > 0);
  const place = names.place(detail.row.sites);
  return (
    <div className="tg-plan">
      <Part title="Windows it meets">
        {detail.hits.length === 0 && <Empty compact title="It meets no window." />}
        <WindowMeetings hits={detail.hits} names={names} />
      </Part>
      <Part title="Changes it meets">
        <Meetings collisions={detail.collisions} names={names} place={place} />
      </Part>
      {detail.staleByStart.length > 0 && (
        <Part title="Evidence too old by then">
          <StaleEvidence stale={detail.staleByStart} place={place} />
        </Part>
      )}
      <Part title="Services it reaches">
        {reached.length === 0 && <Empty compact title="Nothing else depends on what it touches." />}
        <ul className="tg-lines">
          {reached.map(({ service, hops, path, strong }) => (
            <li key={service}>
              <a href={hrefOf('map', null, { services: service })}>{names.service(service)}</a>
              <span className="tg-quiet">
                {hops === 1 ? 'directly' : `in ${hops} steps`}, {strong ? 'would stop' : 'would degrade'}
                {path.length > 2 && ` · ${path.map(names.service).join(' → ')}`}
              </span>
            </li>
          ))}
        </ul>
      </Part>
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
