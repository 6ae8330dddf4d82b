import type { WindowDraft } from '../../../../shared/api/windowCalls.ts';
import { useAsked } from '../../../api/useAsked.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { hrefOf, navigate } from '../../../route.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { EffectMark } from '../../../ui/EffectMark.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { LongList } from '../../../ui/LongList.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { readerZone } from '../../../ui/readerZone.ts';
import { countWords } from '../../../ui/spanWords.ts';
import { ImpactList } from '../ImpactList.tsx';
import { useUndoToast } from '../useUndoToast.ts';
import { impactWords } from '../windowWords.ts';

export interface AdoptDialogProps {
  readonly entries: readonly { window: string | null; draft: WindowDraft }[];
  readonly standing: 'published' | 'proposed';
  readonly from: string;
  readonly onClose: () => void;
}

/** Asks for one signature under several windows: how many, and what they stop together. */
export function AdoptDialog({ entries, standing, from, onClose }: AdoptDialogProps) {
  const preview = useAsked('windows.previewAdoption', { entries: [...entries] });
  const adopt = useCommand('windows.adopt');
  const toast = useUndoToast();
  const isPublishing = standing === 'published';
  const count = countWords(entries.length, 'window');
  const revised = entries.filter(({ window }) => window !== null).length;
  const problems = preview.data?.problems ?? [];
  const cannot = isPublishing && preview.data?.mayPublish === false;
  const apply = async () => {
    const { row } = await adopt.mutateAsync({ entries: [...entries], standing });
    toast(`${count} from ${from} ${isPublishing ? 'published' : 'proposed'}.`, row);
    onClose();
    navigate(hrefOf('windows'));
  };
  return (
    <Dialog
      wide
      title={`${isPublishing ? 'Publish' : 'Propose'} ${count}`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Go on choosing</Button>
          <Button
            kind="primary"
            isDisabled={!preview.data || problems.length > 0 || cannot || adopt.isPending}
            onPress={() => void apply().catch(() => undefined)}
          >
            {isPublishing ? `Sign and publish ${count}` : `Sign ${count} as proposals`}
          </Button>
        </>
      }
    >
      <div className="tg-stack">
        <p>
          One signature for all: {count} from {from}
          {revised > 0 ? `, ${String(revised)} of them new revisions of windows that the board has` : ''}.
        </p>
        <LongList items={entries} className="tg-exchange-entries" label="What you sign">
          {({ window, draft }) => (
            <li key={window ?? `${draft.title} ${draft.origin?.key ?? ''}`}>
              <EffectMark effect={draft.effect} /> {draft.title}
            </li>
          )}
        </LongList>
        {preview.isPending && <Loading what="what they would stop" rows={3} />}
        {preview.isError && <Problem compact error={preview.error} />}
        {cannot && <p>Your roles do not reach all that they cover. They can be proposed.</p>}
        {problems.length > 0 && (
          <ul className="tg-exchange-problems" role="alert">
            {problems.map(({ entry, title, problem }) => (
              <li key={`${String(entry)}/${problem}`}>
                <b>{title}</b>: {problem}
              </li>
            ))}
          </ul>
        )}
        {preview.data && problems.length === 0 && (
          <>
            <p className="tg-impact" data-hits={preview.data.impact.planned > 0 || undefined}>
              {impactWords(preview.data.impact)}
            </p>
            <ImpactList impact={preview.data.impact} zone={readerZone} />
          </>
        )}
        {adopt.error && <Problem compact error={adopt.error} />}
      </div>
    </Dialog>
  );
}
