import { useState } from 'react';
import { formOf } from '../../../shared/view/windowForm.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useCatalogue } from '../../api/useCatalogue.ts';
import { useRoute } from '../../route.ts';
import { Loading } from '../../ui/Loading.tsx';
import { Page } from '../../ui/Page.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { readerZone } from '../../ui/readerZone.ts';
import { EditorPage } from './EditorPage.tsx';
import { newForm } from './newForm.ts';
import type { Opened, Source } from './openedEditor.ts';
import { useReadKept } from './useKeptForm.ts';
import { useSuggestedDraft } from './useSuggestedDraft.ts';

/** Reads what the editor starts from: an existing window, a copy of one, a ready-made one, or what was drawn. */
export function WindowEditor({ window: id }: { readonly window: string | null }) {
  const { query } = useRoute();
  const [now] = useState(() => Date.now());
  /** The editor keeps what it was opened with, whatever is read anew beneath it. */
  const [opened, setOpened] = useState<Opened | null>(null);
  const [round, setRound] = useState(0);
  const status = useAsked('app.status', {});
  const { catalogue } = useCatalogue();
  const copied = id === null ? query.get('copy') : null;
  const read = id ?? copied;
  const detail = useAsked('windows.read', { window: read ?? '' }, { enabled: read !== null });
  const suggested = useSuggestedDraft(id === null ? query : new URLSearchParams());
  const kept = useReadKept(id);
  const title = id === null ? 'New window' : 'Revise window';
  const failed = [detail, suggested.asked].find((answer) => answer.isError);
  if (failed) {
    return (
      <Page title={title}>
        <Problem error={failed.error} onRetry={() => void failed.refetch()} />
      </Page>
    );
  }
  const me = status.data?.me;
  const basis = id === null ? null : (detail.data?.revisions.at(-1)?.digest ?? null);
  const isRead = (read === null || detail.data) && (suggested.draft !== null || !suggested.isWanted);
  if (opened === null && me && catalogue && isRead && kept !== undefined) {
    const fresh = newForm(query, me, catalogue, readerZone, now);
    const copy = detail.data && { ...formOf(detail.data.body), title: copyTitle(detail.data.body.title) };
    const first = suggested.draft
      ? formOf(suggested.draft.draft)
      : id !== null && detail.data
        ? formOf(detail.data.body)
        : copy
          ? withoutOrigin(copy)
          : fresh;
    const asked = query.toString();
    const isSame = kept !== null && kept.query === asked && kept.basis === basis;
    setOpened({
      first,
      kept: isSame ? kept.form : null,
      keptAt: isSame ? kept.at : null,
      other: kept !== null && !isSame ? kept.form : null,
      source: sourceOf(suggested, copied === null ? null : (detail.data?.body.title ?? null)),
      query: asked,
      basis,
    });
  }
  if (opened === null || !me || !catalogue) {
    return (
      <Page title={title}>
        <Loading what="the window" rows={8} />
      </Page>
    );
  }
  const onAnew = (from: 'first' | 'kept') => {
    const isOutdated = opened.basis !== basis && detail.data;
    const first = isOutdated && id !== null ? formOf(detail.data.body) : opened.first;
    setOpened({ ...opened, first, basis, kept: from === 'kept' ? opened.other : null, keptAt: null, other: null });
    setRound(round + 1);
  };
  return (
    <EditorPage
      key={round}
      window={id}
      opened={opened}
      catalogue={catalogue}
      me={me}
      now={now}
      isOutdated={opened.basis !== basis}
      onAnew={onAnew}
    />
  );
}

const LONGEST_TITLE = 240;

function copyTitle(title: string): string {
  const behind = ' (copy)';
  return `${title.slice(0, LONGEST_TITLE - behind.length).trim()}${behind}`;
}

function withoutOrigin({ origin, ...form }: ReturnType<typeof formOf>): ReturnType<typeof formOf> {
  void origin; // a copy was not adopted: the same suggestion adopted again must not revise it
  return form;
}

function sourceOf(suggested: ReturnType<typeof useSuggestedDraft>, copied: string | null): Source {
  if (suggested.draft) {
    const { draft, notes } = suggested.draft;
    return { kind: 'suggestion', title: draft.title, notes };
  }
  return copied === null ? { kind: 'own' } : { kind: 'copy', title: copied };
}
