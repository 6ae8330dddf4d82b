import type { SuggestionPick, SuggestionPlace } from '../../../../shared/api/suggestionCalls.ts';
import { useAsked } from '../../../api/useAsked.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { AdoptDialog } from '../exchange/AdoptDialog.tsx';

export interface ProposeSuggestionsProps {
  readonly place: SuggestionPlace;
  readonly picks: SuggestionPick[];
  readonly onClose: () => void;
}

/** Makes the picked ones into windows, and asks for one signature under all. */
export function ProposeSuggestions({ place, picks, onClose }: ProposeSuggestionsProps) {
  const drafts = useAsked('suggestions.drafts', { ...place, picks });
  if (!drafts.data) {
    return (
      <Dialog title="Propose" isOpen onClose={onClose} actions={<Button onPress={onClose}>Go on choosing</Button>}>
        {drafts.isError ? (
          <Problem compact error={drafts.error} onRetry={() => void drafts.refetch()} />
        ) : (
          <Loading what="the days of each" rows={3} />
        )}
      </Dialog>
    );
  }
  const entries = drafts.data.map(({ draft }) => ({ window: null, draft }));
  return <AdoptDialog entries={entries} standing="proposed" from="the ready-made ones" onClose={onClose} />;
}
