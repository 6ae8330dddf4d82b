import { useState } from 'react';
import type { Catalogue } from '../../../../shared/api/mapCalls.ts';
import type { HolidayCountry, SuggestionPick, SuggestionRow } from '../../../../shared/api/suggestionCalls.ts';
import { useAsked } from '../../../api/useAsked.ts';
import { hrefOf, navigate } from '../../../route.ts';
import { Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { countWords } from '../../../ui/spanWords.ts';
import { ProposeSuggestions } from './ProposeSuggestions.tsx';
import { SuggestBar } from './SuggestBar.tsx';
import type { Values } from './SuggestFields.tsx';
import { SuggestPanel } from './SuggestPanel.tsx';
import { isReady, SuggestTable } from './SuggestTable.tsx';
import { countSentence, isFound } from './suggestWords.ts';
import { EVERYWHERE, type ChosenPlace } from './useSuggestPlace.ts';

export interface SuggestGalleryProps {
  readonly place: ChosenPlace;
  readonly onPlace: (place: ChosenPlace) => void;
  readonly countries: readonly HolidayCountry[];
  readonly catalogue: Catalogue;
}

/** What is offered for one country, to be looked at one by one or proposed several at once. */
export function SuggestGallery({ place, onPlace, countries, catalogue }: SuggestGalleryProps) {
  const asked = { country: place.country === EVERYWHERE ? null : place.country, region: place.region };
  const list = useAsked('suggestions.list', asked);
  const [text, setText] = useState('');
  const [hideAdopted, setHideAdopted] = useState(false);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [values, setValues] = useState<Readonly<Record<string, Values>>>({});
  const [opened, setOpened] = useState<string | null>(null);
  const [proposing, setProposing] = useState<SuggestionPick[] | null>(null);

  const rows = list.data ?? [];
  const ofTrade = rows.filter(({ trades }) => place.trade === null || trades.includes(place.trade));
  const shown = ofTrade.filter((row) => isFound(row, text) && !(hideAdopted && row.adopted.length > 0));
  const panel = rows.find(({ id }) => id === opened) ?? null;
  const name = countries.find(({ country }) => country === place.country)?.name;
  const where = name ?? 'every country of the board';
  const ready = rows.filter((row) => picked.has(row.id) && isReady(row));
  const pickOf = ({ id }: SuggestionRow): SuggestionPick => ({ id, values: values[id] ?? {} });
  const pick = (ids: readonly string[], isPicked: boolean) =>
    setPicked((old) => new Set(isPicked ? [...old, ...ids] : [...old].filter((id) => !ids.includes(id))));
  const close = () => {
    document.querySelector<HTMLElement>(`[data-suggestion="${opened ?? ''}"]`)?.focus();
    setOpened(null);
  };

  return (
    <Page
      title="Ready-made windows"
      layout="fill"
      sentence={list.data && countSentence(ofTrade, where)}
      actions={
        <>
          <Button kind="quiet" onPress={() => navigate(hrefOf('windows'))}>
            Leave
          </Button>
          <Button kind="primary" isDisabled={ready.length === 0} onPress={() => setProposing(ready.map(pickOf))}>
            {ready.length === 0 ? 'Propose picked…' : `Propose ${countWords(ready.length, 'window')}…`}
          </Button>
        </>
      }
      panel={
        panel && (
          <SuggestPanel
            key={panel.id}
            row={panel}
            place={asked}
            values={values[panel.id] ?? {}}
            onValues={(next) => setValues((old) => ({ ...old, [panel.id]: next }))}
            onPropose={() => setProposing([pickOf(panel)])}
            onClose={close}
          />
        )
      }
    >
      <SuggestBar
        place={place}
        onPlace={onPlace}
        countries={countries}
        ours={new Set(catalogue.sites.map(({ country }) => country))}
        text={text}
        onText={setText}
        hideAdopted={hideAdopted}
        onHideAdopted={setHideAdopted}
      />
      <div className="tg-window-scroll">
        {list.isPending && (
          <div className="tg-window-pad">
            <Loading what="the ready-made windows" rows={8} />
          </div>
        )}
        {list.isError && <Problem error={list.error} onRetry={() => void list.refetch()} />}
        {shown.length > 0 && (
          <SuggestTable
            rows={shown}
            picked={picked}
            onPick={pick}
            opened={opened}
            onOpen={setOpened}
            isStale={list.isPlaceholderData}
          />
        )}
        {list.data && shown.length === 0 && (
          <Nothing
            isAllAdopted={ofTrade.length > 0 && ofTrade.every(({ adopted }) => adopted.length > 0)}
            where={where}
          />
        )}
      </div>
      {proposing !== null && <ProposeSuggestions place={asked} picks={proposing} onClose={() => setProposing(null)} />}
    </Page>
  );
}

function Nothing({ isAllAdopted, where }: { readonly isAllAdopted: boolean; readonly where: string }) {
  if (isAllAdopted)
    return (
      <Empty title={`Every suggestion for ${where} is already adopted.`}>They stand in the list of windows.</Empty>
    );
  return <Empty title="No ready-made window matches.">Change the search, the trade or the country.</Empty>;
}
