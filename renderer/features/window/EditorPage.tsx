import { useState } from 'react';
import type { MeView } from '../../../shared/api/appCalls.ts';
import type { Catalogue } from '../../../shared/api/mapCalls.ts';
import { draftOf, type WindowForm } from '../../../shared/view/windowForm.ts';
import { useAsked } from '../../api/useAsked.ts';
import { hrefOf, navigate } from '../../route.ts';
import { Button } from '../../ui/Button.tsx';
import { Page } from '../../ui/Page.tsx';
import { useDebounced } from '../../ui/useDebounced.ts';
import { missingIn } from './missingIn.ts';
import { EffectPart } from './EffectPart.tsx';
import { OwnerPart } from './OwnerPart.tsx';
import type { PartProps } from './partProps.ts';
import { PreviewPanel } from './PreviewPanel.tsx';
import { ScopePart } from './ScopePart.tsx';
import { SignWindowDialog } from './SignWindowDialog.tsx';
import { WhenPart } from './WhenPart.tsx';

export interface EditorPageProps {
  /** The window that is revised; null for a new one. */
  readonly window: string | null;
  readonly first: WindowForm;
  readonly catalogue: Catalogue;
  readonly me: MeView;
}
const ASK_AFTER_MS = 250;

/** The editor: what, where and when on the left; what the board says to it on the right. */
export function EditorPage({ window: id, first, catalogue, me }: EditorPageProps) {
  const [form, setForm] = useState(first);
  const [signing, setSigning] = useState<'published' | 'proposed' | null>(null);
  const draft = draftOf(form);
  // The board reads a draft as a whole: an empty title must not keep it from saying what the rest would do.
  const asking = JSON.stringify({ ...draft, title: draft.title.trim() || 'New window' });
  const asked = useDebounced(asking, ASK_AFTER_MS);
  const preview = useAsked(
    'windows.preview',
    { window: id, draft: JSON.parse(asked) as unknown },
    { keepPrevious: true },
  );
  const isCurrent = asked === asking && !preview.isPlaceholderData && preview.data !== undefined;
  const change = (part: Partial<WindowForm>) => setForm((old) => ({ ...old, ...part }));
  const missing = missingIn(form, preview.data?.problems ?? []);
  const isReady = isCurrent && missing.length === 0;
  // Work that is two days away has people preparing it: they are asked first.
  const proposesFirst = (preview.data?.impact.within48Hours ?? 0) > 0 || preview.data?.mayPublish === false;
  const parts: PartProps = { form, catalogue, change };
  const back = id === null ? hrefOf('windows') : hrefOf('windows', id);

  return (
    <Page
      title={id === null ? 'New window' : `Revise ${first.title}`}
      sentence={
        proposesFirst && preview.data?.mayPublish !== false
          ? 'Work inside it begins within 48 hours: propose it first, so that those who prepare it hear of it.'
          : id === null
            ? 'A window blocks nothing until it is published.'
            : 'What was signed before holds until this is signed.'
      }
      layout="fill"
      actions={
        <>
          <Button kind="quiet" onPress={() => navigate(back)}>
            Leave
          </Button>
          <Button
            kind={proposesFirst ? 'primary' : 'plain'}
            isDisabled={!isReady}
            onPress={() => setSigning('proposed')}
          >
            Propose…
          </Button>
          <Button
            kind={proposesFirst ? 'plain' : 'primary'}
            isDisabled={!isReady || preview.data.mayPublish === false}
            onPress={() => setSigning('published')}
          >
            {form.effect === 'freeze' ? 'Publish freeze…' : 'Publish…'}
          </Button>
        </>
      }
    >
      <div className="tg-editor">
        <form className="tg-editor-form" onSubmit={(event) => event.preventDefault()} aria-label="Window">
          <EffectPart {...parts} />
          <ScopePart {...parts} />
          <WhenPart {...parts} />
          <OwnerPart {...parts} me={me} />
        </form>
        <PreviewPanel form={form} preview={preview} missing={missing} isCurrent={isCurrent} />
      </div>
      {signing !== null && preview.data && (
        <SignWindowDialog
          window={id}
          draft={draft}
          standing={signing}
          preview={preview.data}
          onClose={() => setSigning(null)}
        />
      )}
    </Page>
  );
}
