import { useState } from 'react';
import { useAsked } from '../../api/useAsked.ts';
import { useCatalogue } from '../../api/useCatalogue.ts';
import { useRoute } from '../../route.ts';
import { Loading } from '../../ui/Loading.tsx';
import { Page } from '../../ui/Page.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { readerZone } from '../../ui/readerZone.ts';
import { formOf } from '../../../shared/view/windowForm.ts';
import { EditorPage } from './EditorPage.tsx';
import { newForm } from './newForm.ts';

/** Reads what the editor starts from: an existing window, or what was drawn. */
export function WindowEditor({ window: id }: { readonly window: string | null }) {
  const { query } = useRoute();
  const [now] = useState(() => Date.now());
  const status = useAsked('app.status', {});
  const { catalogue } = useCatalogue();
  const detail = useAsked('windows.read', { window: id ?? '' }, { enabled: id !== null });
  const title = id === null ? 'New window' : 'Revise window';
  if (detail.isError) {
    return (
      <Page title={title}>
        <Problem error={detail.error} onRetry={() => void detail.refetch()} />
      </Page>
    );
  }
  if (!status.data || !catalogue || (id !== null && !detail.data)) {
    return (
      <Page title={title}>
        <Loading what="the window" rows={8} />
      </Page>
    );
  }
  const first = detail.data ? formOf(detail.data.body) : newForm(query, status.data.me, catalogue, readerZone, now);
  return <EditorPage window={id} first={first} catalogue={catalogue} me={status.data.me} />;
}
