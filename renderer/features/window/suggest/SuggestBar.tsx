import type { HolidayCountry } from '../../../../shared/api/suggestionCalls.ts';
import { trades, type Trade } from '../../../../shared/suggest/suggestion.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { tradeNames } from './suggestWords.ts';
import { EVERYWHERE, type ChosenPlace } from './useSuggestPlace.ts';

export interface SuggestBarProps {
  readonly place: ChosenPlace;
  readonly onPlace: (place: ChosenPlace) => void;
  readonly countries: readonly HolidayCountry[];
  /** The board has sites there: first in the list. */
  readonly ours: ReadonlySet<string>;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly hideAdopted: boolean;
  readonly onHideAdopted: (hide: boolean) => void;
}

/** For which country and trade, and which of them. */
export function SuggestBar(props: SuggestBarProps) {
  const { place, onPlace, countries, ours, text, onText, hideAdopted, onHideAdopted } = props;
  const regions = countries.find(({ country }) => country === place.country)?.regions ?? [];
  const inOrder = countries.toSorted((a, b) => Number(ours.has(b.country)) - Number(ours.has(a.country)));
  return (
    <div className="tg-window-bar tg-suggest-bar">
      <div className="tg-window-search">
        <TextInput
          label="Search ready-made windows"
          hideLabel
          placeholder="Search by name or purpose"
          value={text}
          onChange={onText}
        />
      </div>
      <Select
        label="Country"
        hideLabel
        value={place.country}
        onChange={(country) => onPlace({ ...place, country, region: null })}
        options={[
          { id: EVERYWHERE, label: 'Every country', detail: 'Wherever the board has sites' },
          ...inOrder.map(({ country, name }) => ({
            id: country,
            label: name,
            ...(ours.has(country) && { detail: 'Your board has sites there' }),
          })),
        ]}
      />
      {regions.length > 0 && (
        <Select
          label="Region"
          hideLabel
          value={place.region ?? EVERYWHERE}
          onChange={(region) => onPlace({ ...place, region: region === EVERYWHERE ? null : region })}
          options={[
            { id: EVERYWHERE, label: 'Every region', detail: 'Holidays of the whole country' },
            ...regions.map(({ region, name }) => ({ id: region, label: name })),
          ]}
        />
      )}
      <Select<Trade | typeof EVERYWHERE>
        label="Trade"
        hideLabel
        value={place.trade ?? EVERYWHERE}
        onChange={(trade) => onPlace({ ...place, trade: trade === EVERYWHERE ? null : trade })}
        options={[
          { id: EVERYWHERE, label: 'Every trade' },
          ...trades.map((trade) => ({ id: trade, label: tradeNames[trade] })),
        ]}
      />
      <Checkbox isSelected={hideAdopted} onChange={onHideAdopted}>
        Without adopted ones
      </Checkbox>
    </div>
  );
}
