import { useAsked } from '../../../api/useAsked.ts';
import { useCatalogue } from '../../../api/useCatalogue.ts';
import { hrefOf, navigate } from '../../../route.ts';
import { Button } from '../../../ui/Button.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { SuggestGallery } from './SuggestGallery.tsx';
import { useSuggestPlace } from './useSuggestPlace.ts';
import './suggest.css';

/** Ready-made windows: choose where, look, adopt. */
export function SuggestPage() {
  const status = useAsked('app.status', {});
  const { catalogue } = useCatalogue();
  const countries = useAsked('holidays.countries', {});
  const { place, choose } = useSuggestPlace(status.data?.me, catalogue);
  if (place !== null && catalogue !== null && countries.data) {
    return (
      <SuggestGallery
        key={`${place.country}/${place.region ?? ''}`}
        place={place}
        onPlace={choose}
        countries={countries.data}
        catalogue={catalogue}
      />
    );
  }
  const failed = [status, countries].find(({ isError }) => isError);
  return (
    <Page
      title="Ready-made windows"
      actions={
        <Button kind="quiet" onPress={() => navigate(hrefOf('windows'))}>
          Leave
        </Button>
      }
    >
      {failed ? (
        <Problem error={failed.error} onRetry={() => void failed.refetch()} />
      ) : (
        <Loading what="the ready-made windows" rows={8} />
      )}
    </Page>
  );
}
