import { Plus, X } from 'lucide-react';
import { siteKinds } from '../../../shared/record/words.ts';
import { useAsked } from '../../api/useAsked.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { SearchSelect } from '../../ui/SearchSelect.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { newSite } from './founding.ts';
import type { FoundingPartProps } from './FoundingPeople.tsx';

const kinds = siteKinds.map((kind) => ({ id: kind, label: kind === 'datacentre' ? 'Data centre' : capital(kind) }));
const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({ id: zone, label: zone.replaceAll('_', ' ') }));
const tiers = [
  { id: '1', label: 'Tier 1', detail: 'The business stops without it' },
  { id: '2', label: 'Tier 2', detail: 'Work gets slow or costly' },
  { id: '3', label: 'Tier 3', detail: 'Missed within days' },
  { id: '4', label: 'Tier 4', detail: 'Nobody outside IT would notice' },
] as const;

/** The first places and what runs there. */
export function FoundingPlaces({ form, change }: FoundingPartProps) {
  const { sites, services } = form;
  const countries = useAsked('holidays.countries', {});
  const known = countries.data?.map(({ country, name }) => ({ id: country, label: name, found: country })) ?? [];
  const setSite = (at: number, changed: Partial<(typeof sites)[number]>) =>
    change({ sites: sites.map((site, n) => (n === at ? { ...site, ...changed } : site)) });
  const setService = (at: number, changed: Partial<(typeof services)[number]>) =>
    change({ services: services.map((service, n) => (n === at ? { ...service, ...changed } : service)) });
  return (
    <>
      <Field label="Sites: where work happens, on whose clock">
        <div className="tg-boards-rows">
          {sites.map((site, at) => (
            // Rows have no identity but their place.
            <div key={at} className="tg-boards-site">
              <TextInput
                label="Name"
                value={site.name}
                onChange={(name) => setSite(at, { name })}
                placeholder="Lyon depot"
                maxLength={240}
              />
              <Select label="Kind" options={kinds} value={site.kind} onChange={(kind) => setSite(at, { kind })} />
              <SearchSelect
                label="Country"
                options={known}
                value={site.country || null}
                onChange={(country) => setSite(at, { country })}
              />
              <SearchSelect
                label="Time zone"
                options={zones}
                value={site.zone}
                onChange={(zone) => setSite(at, { zone })}
              />
              <IconButton
                icon={X}
                label={`Remove site ${at + 1}`}
                isDisabled={sites.length === 1}
                onPress={() => change({ sites: sites.filter((_, n) => n !== at) })}
              />
            </div>
          ))}
          <Button size="small" kind="quiet" icon={Plus} onPress={() => change({ sites: [...sites, newSite()] })}>
            Add a site
          </Button>
        </div>
      </Field>
      <Field label="Services: what changes are made to">
        <div className="tg-boards-rows">
          {services.map((service, at) => (
            <div key={at} className="tg-boards-service">
              <TextInput
                label="Name"
                value={service.name}
                onChange={(name) => setService(at, { name })}
                placeholder="Warehouse system"
                maxLength={240}
              />
              <Select
                label="How much rests on it"
                options={tiers}
                value={String(service.tier) as '1' | '2' | '3' | '4'} // the form holds these four
                onChange={(tier) => setService(at, { tier: Number(tier) })}
              />
              <IconButton
                icon={X}
                label={`Remove service ${at + 1}`}
                isDisabled={services.length === 1}
                onPress={() => change({ services: services.filter((_, n) => n !== at) })}
              />
            </div>
          ))}
          <Button
            size="small"
            kind="quiet"
            icon={Plus}
            onPress={() => change({ services: [...services, { name: '', tier: 2 }] })}
          >
            Add a service
          </Button>
        </div>
      </Field>
    </>
  );
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
