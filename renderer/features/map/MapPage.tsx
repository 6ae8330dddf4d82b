import { useMemo, useState } from 'react';
import { busiest, neighbourhood, WHOLE_MAP_LIMIT } from '../../../shared/view/focusGraph.ts';
import type { MapView } from '../../../shared/api/mapCalls.ts';
import type { Reached } from '../../../shared/topology/topology.ts';
import { useAsked } from '../../api/useAsked.ts';
import { hrefOf, listIn, navigate, useRoute } from '../../route.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { MultiSelect } from '../../ui/MultiSelect.tsx';
import { Page } from '../../ui/Page.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { MapCanvas } from './MapCanvas.tsx';
import { countWords } from '../../ui/spanWords.ts';
import { MapSide } from './MapSide.tsx';
import type { Chosen } from './mapGraph.ts';
import { useLayout } from './useLayout.ts';

/** The services, what depends on what, and how far a failure of the chosen ones reaches. */
export function MapPage() {
  const map = useAsked('map.read', {});
  if (map.isPending)
    return (
      <MapFrame sentence="Reading the map">
        <Loading what="the map" rows={8} />
      </MapFrame>
    );
  if (map.isError)
    return (
      <MapFrame>
        <Problem error={map.error} onRetry={() => void map.refetch()} />
      </MapFrame>
    );
  if (map.data.nodes.length === 0)
    return (
      <MapFrame>
        <Empty title="No services are on this board yet.">
          Services arrive with the board&apos;s records, or with an imported change log.
        </Empty>
      </MapFrame>
    );
  return <MapOf map={map.data} />;
}

function MapFrame({ sentence, children }: { readonly sentence?: string; readonly children: React.ReactNode }) {
  return (
    <Page title="Map" {...(sentence ? { sentence } : {})}>
      {children}
    </Page>
  );
}

/** What is shown: everything while that can be read, else what lies within two steps of the chosen. */
function useShown(map: MapView, services: readonly string[]): MapView {
  return useMemo(() => {
    if (map.nodes.length <= WHOLE_MAP_LIMIT) return map;
    const ids = map.nodes.map(({ service }) => service);
    const focus = services.length > 0 ? services : [busiest(ids, map.edges)].filter((id) => id !== null);
    const near = neighbourhood(map.edges, focus, 2);
    return {
      ...map,
      nodes: map.nodes.filter(({ service }) => near.has(service)),
      edges: map.edges.filter(({ from, to }) => near.has(from) && near.has(to)),
    };
  }, [map, services]);
}

const NOTHING_REACHED: readonly Reached[] = [];

function MapOf({ map }: { readonly map: MapView }) {
  const { query } = useRoute();
  const asked = query.get('services');
  const services = useMemo(
    () =>
      listIn(new URLSearchParams({ services: asked ?? '' }), 'services').filter((id) =>
        map.nodes.some((node) => node.service === id),
      ),
    [asked, map],
  );
  const [explained, setExplained] = useState<string | null>(null);
  const shown = useShown(map, services);
  const ids = useMemo(() => shown.nodes.map(({ service }) => service), [shown]);
  const layout = useLayout(map.shape, ids, shown.edges);
  const blast = useAsked(
    'map.blast',
    { services: [...services] },
    { keepPrevious: true, enabled: services.length > 0 },
  );
  const reached = services.length > 0 && blast.data ? blast.data.reached : NOTHING_REACHED;
  const chosen: Chosen = useMemo(
    () => ({ services, reached: new Map(reached.map((each) => [each.service, each])), explained }),
    [services, reached, explained],
  );
  const choose = (next: readonly string[]) => {
    setExplained(null);
    navigate(hrefOf('map', null, { services: next }));
  };
  const hit = reached.filter(({ hops }) => hops > 0).length;
  return (
    <Page
      title="Map"
      layout="fill"
      sentence={
        services.length > 0
          ? `${hit} ${hit === 1 ? 'service stops or degrades' : 'services stop or degrade'} with what is chosen.`
          : `${countWords(map.nodes.length, 'service')}, ${countWords(map.edges.length, 'dependency', 'dependencies')}. Choose one to see how far its failure reaches.`
      }
      actions={
        <MultiSelect
          label="Services"
          look="filter"
          options={map.nodes.map(({ service, name }) => ({ id: service, label: name }))}
          values={services}
          onChange={choose}
        />
      }
    >
      <div className="tg-map">
        <div className="tg-map-canvas">
          {shown !== map ? (
            <output className="tg-map-note">
              {shown.nodes.length} of {map.nodes.length} services: those within two steps of{' '}
              {services.length > 0 ? 'what is chosen' : 'the one most depend on'}
            </output>
          ) : null}
          {layout.isError ? <Problem error={layout.error} onRetry={() => void layout.refetch()} /> : null}
          {layout.data ? (
            <MapCanvas
              map={shown}
              positions={layout.data}
              chosen={chosen}
              onChoose={(id, add) =>
                choose(add ? [...new Set([...services, id])] : services.length === 1 && services[0] === id ? [] : [id])
              }
            />
          ) : (
            <Loading what="the layout" rows={8} />
          )}
        </div>
        <MapSide map={map} chosen={chosen} reached={reached} onExplain={setExplained} onClear={() => choose([])} />
      </div>
    </Page>
  );
}
