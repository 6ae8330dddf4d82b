import type { WindowDraft, WindowPreview } from '../../../shared/api/windowCalls.ts';
import { costSentences } from '../../../shared/view/impactSentence.ts';
import { useCommand } from '../../api/useCommand.ts';
import { hrefOf, navigate } from '../../route.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EffectMark } from '../../ui/EffectMark.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { readerZone } from '../../ui/readerZone.ts';
import { effectWords } from '../../ui/tradeWords.ts';
import { scheduleWords } from '../../../shared/view/scheduleWords.ts';
import { LongScope } from './LongScope.tsx';
import { LooseningNote } from './LooseningNote.tsx';
import { WindowDifference } from './WindowDifference.tsx';
import { useUndoToast } from './useUndoToast.ts';
import { clockWords, impactWords, shortTitle } from './windowWords.ts';
import { legible } from '../../../shared/audit/legible.ts';

export interface SignWindowDialogProps {
  readonly window: string | null;
  readonly draft: WindowDraft;
  readonly standing: 'published' | 'proposed';
  readonly preview: WindowPreview;
  readonly onClose: () => void;
  /** It is signed; the page of the window follows. */
  readonly onSigned: () => void;
}

/** Asks for the signature: what is said, from when on it counts, and what it stops. */
export function SignWindowDialog({ window: id, draft, standing, preview, onClose, onSigned }: SignWindowDialogProps) {
  const save = useCommand('windows.save');
  const toast = useUndoToast();
  const isPublishing = standing === 'published';
  const zone = draft.zone === 'site' ? (preview.occurrences[0]?.zone ?? readerZone) : draft.zone;
  const apply = async () => {
    const saved = await save.mutateAsync({ window: id, draft, standing });
    toast(`${shortTitle(draft.title)} was ${isPublishing ? 'published' : 'proposed'}.`, saved.row);
    onSigned();
    onClose();
    navigate(hrefOf('windows', saved.window));
  };
  return (
    <Dialog
      wide
      title={isPublishing ? `Publish ${draft.title}` : `Propose ${draft.title}`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Go on editing</Button>
          <Button kind="primary" isDisabled={save.isPending} onPress={() => void apply().catch(() => undefined)}>
            {isPublishing ? `Sign and publish ${effectWords[draft.effect].toLowerCase()}` : 'Sign proposal'}
          </Button>
        </>
      }
    >
      <div className="tg-stack">
        <p>You sign this:</p>
        <blockquote className="tg-signed">
          <EffectMark effect={draft.effect} />
          <p className="tg-window-sentence">{preview.sentence}</p>
          <LongScope scope={draft.scope} />
          <p>
            {scheduleWords(draft.schedule)}, by {clockWords(draft.zone)}.
          </p>
          {draft.reason !== '' && <p className="tg-prose">{legible(draft.reason)}</p>}
        </blockquote>
        {id !== null && <WindowDifference window={id} draft={draft} sentence={preview.sentence} />}
        <p>
          {isPublishing
            ? preview.loosens
              ? 'What it tightens counts from this signature on, for people and for pipelines.'
              : 'It counts from this signature on, for people and for pipelines.'
            : 'A proposal blocks nothing. Whoever may publish it sees it on the calendar as proposed.'}
        </p>
        {draft.effect !== 'maintenance' && draft.effect !== 'peak' && (
          <p className="tg-impact" data-hits={preview.impact.planned > 0 || undefined}>
            {[impactWords(preview.impact), ...costSentences(preview.impact)].join(' ')}
          </p>
        )}
        {isPublishing && preview.loosens && <LooseningNote loosens={preview.loosens} zone={zone} />}
        {save.error && <Problem compact error={save.error} />}
      </div>
    </Dialog>
  );
}
