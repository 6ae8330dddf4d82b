import { useAsked } from '../../api/useAsked.ts';
import { useCatalogue } from '../../api/useCatalogue.ts';
import { Loading } from '../../ui/Loading.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { SearchSelect } from '../../ui/SearchSelect.tsx';
import { Select } from '../../ui/Select.tsx';

export interface Place {
  readonly country: string;
  readonly region: string | null;
}
export interface CountryFieldsProps {
  readonly country: string | null;
  readonly region: string | null;
  readonly onChange: (place: Place) => void;
}

const WHOLE = 'whole';

/** A country and, where they differ, its part. */
export function CountryFields({ country, region, onChange }: CountryFieldsProps) {
  const countries = useAsked('holidays.countries', {});
  const { catalogue } = useCatalogue();
  if (countries.isError) return <Problem compact error={countries.error} onRetry={() => void countries.refetch()} />;
  if (countries.isPending) return <Loading what="the countries" rows={1} />;
  const regions = countries.data.find((each) => each.country === country)?.regions ?? [];
  const own = new Set(catalogue?.sites.map((site) => site.country));
  const options = countries.data.map((each) => ({
    id: each.country,
    label: each.name,
    found: [each.country, ...each.regions.map(({ name }) => name)].join(' '),
    ...(own.has(each.country) && { detail: 'Has sites of this board' }),
  }));
  return (
    <div className="tg-pair">
      <SearchSelect
        label="Country"
        value={country}
        options={options.toSorted((a, b) => Number(own.has(b.id)) - Number(own.has(a.id)))}
        onChange={(chosen) => onChange({ country: chosen, region: null })}
      />
      {country !== null && regions.length > 0 && (
        <Select
          label="Region"
          value={region ?? WHOLE}
          options={[{ id: WHOLE, label: 'All of it' }, ...regions.map(({ region: id, name }) => ({ id, label: name }))]}
          onChange={(chosen) => onChange({ country, region: chosen === WHOLE ? null : chosen })}
        />
      )}
    </div>
  );
}
