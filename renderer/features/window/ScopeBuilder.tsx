import { X } from 'lucide-react';
import { useState } from 'react';
import { Button as Pressable } from 'react-aria-components';
import type { Catalogue } from '../../../shared/api/mapCalls.ts';
import { dimensionNames, type DimensionName } from '../../../shared/record/body/windowBody.ts';
import { categories, environments } from '../../../shared/record/words.ts';
import type { Dimensions } from '../../../shared/view/windowForm.ts';
import { zoneName } from '../../../shared/time/placeTime.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { MultiSelect } from '../../ui/MultiSelect.tsx';
import type { Option } from '../../ui/Select.tsx';
import { categoryWords, environmentWords } from '../../ui/tradeWords.ts';
import { dimensionWords } from './windowWords.ts';

export interface ScopeBuilderProps {
  readonly label: 'Listed' | 'Except';
  readonly dimensions: Dimensions;
  readonly catalogue: Catalogue;
  /** How the dimensions go together. */
  readonly joined: 'and' | 'or';
  readonly onChange: (dimensions: Dimensions) => void;
}

/** What each dimension offers. */
function optionsIn(catalogue: Catalogue, name: DimensionName): Option[] {
  switch (name) {
    case 'sites':
      return catalogue.sites.map(({ site, name: label, zone }) => ({ id: site, label, detail: zoneName(zone) }));
    case 'services':
      return catalogue.services
        .filter(({ kind }) => kind !== 'business-process')
        .map(({ service, name: label, tier }) => ({ id: service, label, detail: `tier ${String(tier)}` }));
    case 'processes':
      return catalogue.services
        .filter(({ kind }) => kind === 'business-process')
        .map(({ service, name: label }) => ({ id: service, label }));
    case 'environments':
      return environments.map((id) => ({ id, label: environmentWords[id] }));
    case 'categories':
      return categories.map((id) => ({ id, label: categoryWords[id] }));
    case 'tenants':
      return catalogue.tenants.map((id) => ({ id, label: id }));
  }
}

/** A line per dimension: inside a line any of the chips suffices, and the word between lines says how they join. */
export function ScopeBuilder({ label, dimensions, catalogue, joined, onChange }: ScopeBuilderProps) {
  const [opened, setOpened] = useState<readonly DimensionName[]>([]);
  const lines = dimensionNames.filter((name) => dimensions[name].length > 0 || opened.includes(name));
  const rest = dimensionNames.filter((name) => !lines.includes(name) && optionsIn(catalogue, name).length > 0);
  const first = label === 'Except' ? 'except' : 'only';
  const set = (name: DimensionName, values: readonly string[]) => onChange({ ...dimensions, [name]: values });
  return (
    <div className="tg-scope" role="group" aria-label={label}>
      {lines.map((name, index) => (
        <div key={name} className="tg-scope-line">
          <span className="tg-scope-join">{index === 0 ? first : joined}</span>
          <ScopeChips
            name={name}
            values={dimensions[name]}
            options={optionsIn(catalogue, name)}
            startsOpen={opened.includes(name) && dimensions[name].length === 0}
            onChange={(values) => set(name, values)}
          />
          <IconButton
            label={`Remove ${dimensionWords[name].many.toLowerCase()}`}
            icon={X}
            size="small"
            onPress={() => {
              setOpened((old) => old.filter((other) => other !== name));
              set(name, []);
            }}
          />
        </div>
      ))}
      {rest.length > 0 && (
        <div className="tg-scope-add">
          <span className="tg-scope-join">{lines.length === 0 ? first : joined}</span>
          {rest.map((name) => (
            <Button
              key={name}
              kind="quiet"
              size="small"
              aria-label={`${label === 'Except' ? 'Except some' : 'Only some'} ${dimensionWords[name].many.toLowerCase()}`}
              onPress={() => setOpened((old) => [...old, name])}
            >
              + {dimensionWords[name].many}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

interface ScopeChipsProps {
  readonly name: DimensionName;
  readonly values: readonly string[];
  readonly options: readonly Option[];
  readonly startsOpen: boolean;
  readonly onChange: (values: readonly string[]) => void;
}

function ScopeChips({ name, values, options, startsOpen, onChange }: ScopeChipsProps) {
  const labels = new Map(options.map(({ id, label }) => [id, label]));
  return (
    <div className="tg-chips">
      <MultiSelect
        look="filter"
        label={dimensionWords[name].many}
        options={options}
        values={[...values]}
        startsOpen={startsOpen}
        onChange={onChange}
      />
      {values.map((id, index) => (
        <span key={id} className="tg-row tg-chip-with">
          {index > 0 && <span className="tg-quiet">or</span>}
          <span className="tg-chip">
            {labels.get(id) ?? id}
            <Pressable
              aria-label={`Remove ${labels.get(id) ?? id}`}
              onPress={() => onChange(values.filter((other) => other !== id))}
            >
              <X size={12} aria-hidden />
            </Pressable>
          </span>
        </span>
      ))}
      {values.length === 0 && <span className="tg-quiet">choose at least one {dimensionWords[name].one}</span>}
    </div>
  );
}
