import type { MapView } from '../../../shared/api/mapCalls.ts';
import type { Reached } from '../../../shared/topology/topology.ts';
import { useAsked } from '../../api/useAsked.ts';
import { hrefOf } from '../../route.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { BlastList } from './BlastList.tsx';
import type { Chosen } from './mapGraph.ts';
import { kindWords } from './serviceKinds.tsx';

interface MapSideProps {
  readonly map: MapView;
  readonly chosen: Chosen;
  readonly reached: readonly Reached[];
  readonly onExplain: (service: string | null) => void;
  readonly onClear: () => void;
}

/** Beside the map: the chosen services, and everything their failure reaches; also the map's twin for screen readers. */
export function MapSide({ map, chosen, reached, onExplain, onClear }: MapSideProps) {
  const catalogue = useAsked('catalogue.read', {});
  const siteNames = new Map(catalogue.data?.sites.map(({ site, name }) => [site, name]));
  const nodes = map.nodes.filter(({ service }) => chosen.services.includes(service));
  const [only] = nodes;
  if (!only)
    return (
      <aside className="tg-map-side" aria-label="What a failure reaches">
        <h2>Blast radius</h2>
        <p>
          Click a service, or reach it with Tab and press Enter. Hold Shift to choose several. An arrow runs from a
          service to what it depends on; a dashed one only degrades it.
        </p>
      </aside>
    );
  return (
    <aside className="tg-map-side" aria-label="What a failure reaches">
      <h2>{nodes.map(({ name }) => name).join(', ')}</h2>
      {nodes.length === 1 ? (
        <dl className="tg-map-facts">
          <dt>Kind</dt>
          <dd>{kindWords[only.kind]}</dd>
          <dt>Tier</dt>
          <dd>{only.tier}</dd>
          <dt>Owner</dt>
          <dd>{only.owner}</dd>
          <dt>Sites</dt>
          <dd>
            {only.sites.length > 0
              ? only.sites.map((site) => siteNames.get(site) ?? site).join(', ')
              : 'All, from one place'}
          </dd>
          <dt>Open</dt>
          <dd>
            {only.open} {only.open === 1 ? 'change' : 'changes'}{' '}
            {only.frozen ? <Badge tone="freeze">Frozen now</Badge> : null}
          </dd>
        </dl>
      ) : null}
      <div className="tg-map-actions">
        <a className="tg-link" href={hrefOf('changes', null, { services: chosen.services })}>
          Changes on {nodes.length === 1 ? 'it' : 'them'}
        </a>
        <Button size="small" kind="quiet" onPress={onClear}>
          Clear
        </Button>
      </div>
      {reached.some(({ hops }) => hops > 0) ? (
        <BlastList map={map} reached={reached} explained={chosen.explained} onExplain={onExplain} />
      ) : (
        <p>Nothing on the map depends on {nodes.length === 1 ? 'it' : 'them'}.</p>
      )}
    </aside>
  );
}
