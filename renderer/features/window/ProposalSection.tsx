import { useState } from 'react';
import type { Proposal, WindowDetail } from '../../../shared/api/windowCalls.ts';
import { placeTime } from '../../../shared/time/placeTime.ts';
import { scheduleWords } from '../../../shared/view/scheduleWords.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useCommand } from '../../api/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { readerZone } from '../../ui/readerZone.ts';
import { SignWindowDialog } from './SignWindowDialog.tsx';
import { useUndoToast } from './useUndoToast.ts';
import { clockWords } from './windowWords.ts';

/** What is proposed for a window, to be published by whoever may, or agreed to by the change manager. */
export function ProposalSection({ detail }: { readonly detail: WindowDetail }) {
  const [publishing, setPublishing] = useState<Proposal | null>(null);
  const agree = useCommand('windows.agree');
  const toast = useUndoToast();
  const { proposals, agreement, row } = detail;
  if (proposals.length === 0) return null;
  const apply = async (digest: string) => {
    const { row: unsent } = await agree.mutateAsync({ window: row.window, digest });
    toast(`You agreed: ${row.title} is published.`, unsent);
  };
  return (
    <section className="tg-stack" aria-label="Proposed">
      <div className="tg-section-head">
        <h2>{row.standing === 'proposed' ? 'Waits to be published' : 'A change of it is proposed'}</h2>
      </div>
      {proposals.map((proposal) => (
        <div key={proposal.digest} className="tg-proposal">
          <p className="tg-loosening-text">{proposal.sentence}</p>
          <p>
            {scheduleWords(proposal.body.schedule)}, by {clockWords(proposal.body.zone)}.
          </p>
          <p className="tg-quiet">
            Proposed by {proposal.name}, {placeTime(proposal.at, readerZone)}. It stops nothing until it is published.
          </p>
          <p className="tg-row">
            {agreement?.to === 'publish' && agreement.digest === proposal.digest ? (
              <Button
                kind="primary"
                isDisabled={agree.isPending}
                onPress={() => void apply(proposal.digest).catch(() => undefined)}
              >
                Agree and publish
              </Button>
            ) : (
              proposal.mayPublish && (
                <Button kind="primary" onPress={() => setPublishing(proposal)}>
                  Publish…
                </Button>
              )
            )}
          </p>
        </div>
      ))}
      {agree.error && <Problem compact error={agree.error} />}
      {publishing && <PublishProposal proposal={publishing} onClose={() => setPublishing(null)} />}
    </section>
  );
}

function PublishProposal({ proposal, onClose }: { readonly proposal: Proposal; readonly onClose: () => void }) {
  const { window, follows: _follows, standing: _standing, ...draft } = proposal.body;
  const preview = useAsked('windows.preview', { window, draft });
  if (preview.isError) return <Problem compact error={preview.error} onRetry={() => void preview.refetch()} />;
  if (!preview.data) return <Loading what="what it stops" rows={2} />;
  return (
    <SignWindowDialog
      window={window}
      draft={draft}
      standing="published"
      preview={preview.data}
      onSigned={() => undefined}
      onClose={onClose}
    />
  );
}
