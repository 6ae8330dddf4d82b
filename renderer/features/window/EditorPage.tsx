import { Redo2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { MeView } from '../../../shared/api/appCalls.ts';
import type { Catalogue } from '../../../shared/api/mapCalls.ts';
import type { Ms } from '../../../shared/time/instant.ts';
import { isZone, wallAt } from '../../../shared/time/zone.ts';
import { draftOf } from '../../../shared/view/windowForm.ts';
import { hrefOf, navigate } from '../../route.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Page } from '../../ui/Page.tsx';
import { EditorNotice } from './EditorNotice.tsx';
import { EffectPart } from './EffectPart.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';
import { OwnerPart } from './OwnerPart.tsx';
import type { PartProps } from './partProps.ts';
import { PreviewPanel } from './PreviewPanel.tsx';
import { ScopePart } from './ScopePart.tsx';
import { SignWindowDialog } from './SignWindowDialog.tsx';
import type { Opened } from './openedEditor.ts';
import { useFormHistory } from './useFormHistory.ts';
import { useKeepForm } from './useKeptForm.ts';
import { useLeaveGuard } from './useLeaveGuard.ts';
import { useWindowPreview } from './useWindowPreview.ts';
import { WhenPart } from './WhenPart.tsx';

export interface EditorPageProps {
  /** The window that is revised; null for a new one. */
  readonly window: string | null;
  readonly opened: Opened;
  readonly catalogue: Catalogue;
  readonly me: MeView;
  readonly now: Ms;
  /** Somebody revised it after it was opened here. */
  readonly isOutdated: boolean;
  /** Opens the editor afresh. */
  readonly onAnew: (from: 'first' | 'kept') => void;
}

/** The editor: what, where and when on the left; what the board says to it on the right. */
export function EditorPage({ window: id, opened, catalogue, me, now, isOutdated, onAnew }: EditorPageProps) {
  const { first, kept, query, basis } = opened;
  const { form, change, undo, redo } = useFormHistory(first, kept);
  const [signing, setSigning] = useState<'published' | 'proposed' | null>(null);
  const isChanged = form !== first && JSON.stringify(form) !== JSON.stringify(first);
  const keeping = useKeepForm(id, { form, query, basis }, isChanged);
  const guard = useLeaveGuard(isChanged);
  const { preview, isCurrent, missing } = useWindowPreview(id, form);
  const isReady = isCurrent && missing.length === 0;
  // Work that is two days away has people preparing it: they are asked first.
  const proposesFirst = (preview.data?.impact.within48Hours ?? 0) > 0 || preview.data?.mayPublish === false;
  const today = `${wallAt(now, isZone(form.zone) ? form.zone : 'UTC').slice(0, 10)}T00:00`;
  const parts: PartProps = { form, catalogue, change };
  const anew = (from: 'first' | 'kept') => {
    if (from === 'first') keeping.forget();
    onAnew(from);
  };

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
          <IconButton label="Undo" icon={Undo2} isDisabled={undo === null} onPress={() => undo?.()} />
          <IconButton label="Redo" icon={Redo2} isDisabled={redo === null} onPress={() => redo?.()} />
          <Button kind="quiet" onPress={() => navigate(id === null ? hrefOf('windows') : hrefOf('windows', id))}>
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
            isDisabled={!isReady || preview.data?.mayPublish === false}
            onPress={() => setSigning('published')}
          >
            {form.effect === 'freeze' ? 'Publish freeze…' : 'Publish…'}
          </Button>
        </>
      }
    >
      <div className="tg-editor">
        <form className="tg-editor-form" onSubmit={(event) => event.preventDefault()} aria-label="Window">
          <EditorNotice opened={opened} isOutdated={isOutdated} window={id} onAnew={anew} />
          <EffectPart {...parts} />
          <ScopePart {...parts} />
          <WhenPart {...parts} today={today} />
          <OwnerPart {...parts} me={me} />
        </form>
        <PreviewPanel {...parts} now={now} today={today} preview={preview} missing={missing} isCurrent={isCurrent} />
      </div>
      {signing !== null && preview.data && (
        <SignWindowDialog
          window={id}
          draft={draftOf(form)}
          standing={signing}
          preview={preview.data}
          onSigned={() => {
            keeping.forget();
            guard.leave();
          }}
          onClose={() => setSigning(null)}
        />
      )}
      {guard.wanted !== null && (
        <LeaveDialog
          onStay={guard.stay}
          onKeep={guard.leave}
          onDiscard={() => {
            keeping.forget();
            guard.leave();
          }}
        />
      )}
    </Page>
  );
}
