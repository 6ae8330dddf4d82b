import { useState } from 'react';
import type { ChangeDraft, DraftView } from '../../../../shared/api/changeCalls.ts';
import { useAsk } from '../../../api/AskContext.ts';
import { useAsked } from '../../../api/useAsked.ts';
import { useCatalogue } from '../../../api/useCatalogue.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { hrefOf, navigate } from '../../../route.ts';
import { Button } from '../../../ui/Button.tsx';
import { Page } from '../../../ui/Page.tsx';
import { problemSentence } from '../../../ui/Problem.tsx';
import { showToast } from '../../../ui/Toast.tsx';
import { asSentence } from '../../../ui/spanWords.ts';
import { useDebounced } from '../../../ui/useDebounced.ts';
import { useSaySigned } from '../detail/useSaySigned.ts';
import { DraftStanding } from './DraftStanding.tsx';
import { goToField } from './fieldIds.ts';
import { LivePanel } from './LivePanel.tsx';
import { SectionHow } from './SectionHow.tsx';
import { SectionWhat } from './SectionWhat.tsx';
import { SectionWhenWho } from './SectionWhenWho.tsx';
import { SectionWayBack } from './SectionWayBack.tsx';
import { useDraft } from './useDraft.ts';
import './form.css';

/** Quick enough to feel like an answer, slow enough not to ask between two letters. */
const ANSWER_MS = 250;

export interface ChangeFormProps {
  readonly first: ChangeDraft;
  /** The change that is revised; null for a new one. */
  readonly change: string | null;
  readonly known: string | null;
  readonly now: number;
  readonly otherDrafts: readonly DraftView[];
}

/** A form that answers back: fields on the left, what they mean on the right. */
export function ChangeForm({ first, change, known, now, otherDrafts }: ChangeFormProps) {
  const { body, edit, draft, standing, end } = useDraft(first, change, known);
  const [isTried, setTried] = useState(false);
  const names = useCatalogue();
  const settled = useDebounced(body, ANSWER_MS);
  const preview = useAsked('changes.preview', { change, body: settled }, { keepPrevious: true });
  const ask = useAsk();
  const submit = useCommand('changes.submit');
  const discard = useCommand('drafts.discard');
  const saySigned = useSaySigned();
  const unfinished = preview.data?.unfinished ?? [];

  const keepAgain = async () => {
    const kept = await ask('drafts.save', { draft: null, change, body });
    navigate(hrefOf('new-change', null, { draft: kept.draft }));
  };
  const sign = () => {
    setTried(true);
    const [missing] = unfinished;
    if (missing) {
      goToField(missing.field);
      return;
    }
    submit.mutate(
      { draft, change, body },
      {
        onSuccess: (filed) => {
          end();
          saySigned(change === null ? 'Change signed' : 'Revision signed', filed.row, keepAgain);
          // The next step after writing is to show that it is ready.
          navigate(hrefOf('change', filed.change, change === null ? { side: 'evidence' } : {}));
        },
        onError: (error) => showToast({ text: problemSentence(error) }),
      },
    );
  };
  const throwAway = () => {
    end();
    if (draft !== null) discard.mutate({ draft });
    navigate(change === null ? hrefOf('changes') : hrefOf('change', change));
  };
  const problems = isTried
    ? new Map(unfinished.map(({ field, problem }) => [field, asSentence(problem)]))
    : new Map<string, string>();
  const section = { body, edit, names, problems };
  return (
    <Page
      title={change === null ? 'New change' : `Revise ${change}`}
      layout="fill"
      sentence={<DraftStanding standing={standing} others={otherDrafts} />}
      actions={
        <>
          <Button kind="quiet" onPress={throwAway}>
            {draft === null ? 'Leave' : 'Discard draft'}
          </Button>
          <Button kind="primary" isDisabled={submit.isPending || preview.isPending} onPress={sign}>
            {change === null ? 'Sign and submit' : 'Sign revision'}
          </Button>
        </>
      }
    >
      <div className="tg-form">
        <form className="tg-form-fields" aria-label="Change" onSubmit={(event) => event.preventDefault()}>
          <SectionWhat {...section} />
          <SectionWhenWho {...section} />
          <SectionHow {...section} />
          <SectionWayBack {...section} />
        </form>
        <LivePanel change={change} body={settled} preview={preview} names={names} now={now} onEdit={edit} />
      </div>
    </Page>
  );
}
