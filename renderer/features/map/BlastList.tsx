import { Fragment } from 'react';
import type { MapView } from '../../../shared/api/mapCalls.ts';
import type { Reached } from '../../../shared/topology/topology.ts';

interface BlastListProps {
  readonly map: MapView;
  readonly reached: readonly Reached[];
  readonly explained: string | null;
  readonly onExplain: (service: string | null) => void;
}

/** What stops when the chosen services stop, nearest first; each line can say by which path. */
export function BlastList({ map, reached, explained, onExplain }: BlastListProps) {
  const names = new Map(map.nodes.map(({ service, name }) => [service, name]));
  const said = (id: string) => names.get(id) ?? id;
  const rings = new Map<number, Reached[]>();
  for (const each of reached) if (each.hops > 0) rings.set(each.hops, [...(rings.get(each.hops) ?? []), each]);
  return (
    <div className="tg-blast">
      {[...rings].map(([hops, ring]) => (
        <Fragment key={hops}>
          <h3 className="tg-blast-ring">
            {hops === 1 ? 'Directly' : `${hops} steps away`} <span className="tg-blast-count">{ring.length}</span>
          </h3>
          <ul className="tg-blast-list">
            {ring.map(({ service, path, strong }) => (
              <li key={service}>
                <button
                  type="button"
                  className="tg-blast-line"
                  aria-expanded={explained === service}
                  onClick={() => onExplain(explained === service ? null : service)}
                >
                  <span className="tg-blast-name">{said(service)}</span>
                  <span className="tg-blast-strength">{strong ? 'stops' : 'degrades'}</span>
                </button>
                {explained === service ? (
                  <ol className="tg-blast-path" aria-label={`Why ${said(service)}`}>
                    {path.toReversed().map((step, index) => (
                      <li key={step}>{index === 0 ? said(step) : `depends on ${said(step)}`}</li>
                    ))}
                  </ol>
                ) : null}
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </div>
  );
}
