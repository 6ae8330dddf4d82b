import { useState } from 'react';
import { categories, environments, type Category, type Environment } from '../../../shared/record/words.ts';
import { HOUR_MS, MINUTE_MS, type Ms } from '../../../shared/time/instant.ts';
import { useAsked } from '../../api/useAsked.ts';
import type { Names } from '../../api/useCatalogue.ts';
import { hrefOf, navigate } from '../../route.ts';
import { MultiSelect } from '../../ui/MultiSelect.tsx';
import { PlaceTimeInput } from '../../ui/PlaceTimeInput.tsx';
import { Select } from '../../ui/Select.tsx';
import { lengthWords } from '../../ui/spanWords.ts';
import { TextInput } from '../../ui/TextInput.tsx';
import { categoryWords, environmentWords } from '../../ui/tradeWords.ts';
import { useDebounced } from '../../ui/useDebounced.ts';
import { SlotList } from '../change/SlotList.tsx';

export interface SlotSearchProps {
  readonly names: Names;
  readonly sites: readonly string[];
  readonly services: readonly string[];
  readonly now: Ms;
}

const OFFERED = 10;
const USUAL_MINUTES = 60;
const TYPED_AFTER_MS = 300;

/** Slots for some work: what it touches, where, how long. One press begins a change at that time. */
export function SlotSearch({ names, sites: shownSites, services: shownServices, now }: SlotSearchProps) {
  const [services, setServices] = useState(shownServices);
  const [sites, setSites] = useState(shownSites);
  const [length, setLength] = useState(String(USUAL_MINUTES));
  const [from, setFrom] = useState<Ms | null>(null);
  const [environment, setEnvironment] = useState<Environment>('production');
  const [category, setCategory] = useState<Category>('application-release');
  const mayAsk = useAsked('app.status', {}).data?.me.may.request ?? false;
  const place = names.place(sites);
  const minutes = Number(length);
  const isLength = Number.isInteger(minutes) && minutes >= 1 && minutes <= 5_256_000;
  const isPlaced = services.length + sites.length > 0;
  const earliest = from ?? Math.ceil(now / HOUR_MS) * HOUR_MS;
  const asked = useDebounced(isLength ? minutes : USUAL_MINUTES, TYPED_AFTER_MS);
  const slots = useAsked(
    'slots.find',
    {
      services: [...services],
      sites: [...sites],
      tenants: [],
      environment,
      category,
      minutes: asked,
      from: earliest,
      count: OFFERED,
    },
    { enabled: isPlaced && isLength, keepPrevious: true },
  );
  const begin = (start: Ms) =>
    navigate(
      hrefOf('new-change', null, {
        start: String(start),
        minutes: String(minutes),
        services,
        sites,
        environment,
        category,
      }),
    );
  return (
    <div className="tg-stack">
      <div className="tg-slot-fields">
        <MultiSelect
          label="Services it touches"
          options={(names.catalogue?.services ?? []).map(({ service, name }) => ({ id: service, label: name }))}
          values={services}
          onChange={setServices}
          placeholder="None chosen"
        />
        <MultiSelect
          label="Sites"
          options={(names.catalogue?.sites ?? []).map(({ site, name }) => ({ id: site, label: name }))}
          values={sites}
          onChange={setSites}
          placeholder="None chosen"
        />
        <TextInput
          label="Length in minutes"
          inputMode="numeric"
          value={length}
          onChange={setLength}
          hint={isLength ? lengthWords(minutes * MINUTE_MS) : undefined}
          error={isLength ? undefined : 'A whole number of minutes.'}
        />
        <PlaceTimeInput label="Not before" value={earliest} onChange={setFrom} zone={place.zone} place={place.name} />
        <Select
          label="Environment"
          options={environments.map((id) => ({ id, label: environmentWords[id] }))}
          value={environment}
          onChange={setEnvironment}
        />
        <Select
          label="Category"
          options={categories.map((id) => ({ id, label: categoryWords[id] }))}
          value={category}
          onChange={setCategory}
        />
      </div>
      <section aria-label="Slots" className="tg-stack">
        <h3 className="tg-label">Starts, lowest score first</h3>
        {isPlaced ? (
          <>
            <p className="tg-quiet">
              {services.length === 0 && 'Without a service, windows of single services or processes are not counted. '}
              {mayAsk && 'Press one to begin a new change at that time.'}
            </p>
            <SlotList slots={slots} names={names} place={place} chosen={null} onChoose={mayAsk ? begin : null} />
          </>
        ) : (
          <p className="tg-quiet">Slots appear once services or sites are chosen.</p>
        )}
      </section>
    </div>
  );
}
