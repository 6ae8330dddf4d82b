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
import { LooseningNote } from '../LooseningNote.tsx';
import { useUndoToast } from '../useUndoToast.ts';
import { impactWords } from '../windowWords.ts';

export interface AdoptDialogProps {
  readonly entries: readonly { window: string | null; draft: WindowDraft }[];
  readonly standing: 'published' | 'proposed';
  readonly from: string;
  /** The clock that moments are said by; the reader's unless given. */
  readonly zone?: string;
  /** Asks for a proposal instead of publishing. */
  readonly onPropose?: () => void;
  /** Told which windows were signed; unless given, the list shows them. */
  readonly onSigned?: (windows: readonly string[]) => void;
  readonly onClose: () => void;
}

const showSigned = (windows: readonly string[]) => navigate(hrefOf('windows', null, { only: windows }));

/** Asks for one signature under several windows: how many, and what they stop together. */
export function AdoptDialog(props: AdoptDialogProps) {
  const { entries, standing, from, zone = readerZone, onPropose, onSigned = showSigned, onClose } = props;
  const preview = useAsked('windows.previewAdoption', { entries: [...entries] });
  const adopt = useCommand('windows.adopt');
  const toast = useUndoToast();
  const isPublishing = standing === 'published';
  const count = countWords(entries.length, 'window');
  const revised = entries.filter(({ window }) => window !== null).length;
  const { problems = [], impact, loosens = [], mayPublish } = preview.data ?? {};
  const cannot = isPublishing && mayPublish === false && problems.length === 0;
  // Work that is two days away has people preparing it: they are asked first.
  const isSoon = isPublishing && (impact?.within48Hours ?? 0) > 0;
  const proposesFirst = cannot || isSoon;
  const apply = async () => {
    const { row, windows } = await adopt.mutateAsync({ entries: [...entries], standing });
    toast(`${count} from ${from} ${isPublishing ? 'published' : 'proposed'}.`, row);
    onClose();
    onSigned(windows);
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
          {proposesFirst && onPropose && (
            <Button kind="primary" onPress={onPropose}>
              Propose them first
            </Button>
          )}
          <Button
            kind={proposesFirst ? 'plain' : 'primary'}
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
              <EffectMark effect={draft.effect} /> <bdi>{draft.title}</bdi>
            </li>
          )}
        </LongList>
        {preview.isPending && <Loading what="what they would stop" rows={3} />}
        {preview.isError && <Problem compact error={preview.error} />}
        {cannot && <p>Your roles do not reach all that they cover. They can be proposed.</p>}
        {isSoon && (
          <p>Work inside them begins within 48 hours: propose them first, so that those who prepare it hear of it.</p>
        )}
        {problems.length > 0 && (
          <ul className="tg-exchange-problems" role="alert">
            {problems.map(({ entry, title, problem }) => (
              <li key={`${String(entry)}/${problem}`}>
                <bdi>
                  <b>{title}</b>
                </bdi>
                : {problem}
              </li>
            ))}
          </ul>
        )}
        {isPublishing && loosens.length > 0 && (
          <LongList items={loosens} className="tg-exchange-loosens" label="What this loosens">
            {(each) => (
              <li key={each.title}>
                <bdi>
                  <b>{each.title}</b>
                </bdi>
                <LooseningNote loosens={each.loosens} zone={zone} />
              </li>
            )}
          </LongList>
        )}
        {impact && problems.length === 0 && (
          <>
            {!isPublishing && <p>A proposal blocks nothing. Once they are published:</p>}
            <p className="tg-impact" data-hits={impact.planned > 0 || undefined}>
              {impactWords(impact)}
            </p>
            <ImpactList impact={impact} zone={zone} />
          </>
        )}
        {adopt.error && <Problem compact error={adopt.error} />}
      </div>
    </Dialog>
  );
}
