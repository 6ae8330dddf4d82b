import { TidegateError } from '../../../shared/errors.ts';
import type { OvertakenRevision, WaitingRevision } from '../../../shared/api/peopleCalls.ts';
import type { Member } from '../../../shared/record/body/rosterBody.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useCommand } from '../../api/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { LongList } from '../../ui/LongList.tsx';
import { Problem, problemSentence } from '../../ui/Problem.tsx';
import { countWords } from '../../ui/spanWords.ts';
import { useUndoToast } from '../window/useUndoToast.ts';
import { StepsList } from './StepsPreview.tsx';
import { timeWords } from './peopleWords.ts';

const kindWords = { roster: 'People and keys', policy: 'Policy', ledger: 'The board itself' };

/** Revisions that wait for another admin, and mine that were overtaken; nothing while there are none. */
export function WaitingSection({ members }: { readonly members: readonly Member[] }) {
  const asked = useAsked('people.waiting', {});
  if (asked.isError) return <Problem compact error={asked.error} onRetry={() => void asked.refetch()} />;
  const { waiting = [], overtaken = [] } = asked.data ?? {};
  if (waiting.length + overtaken.length === 0) return null;
  return (
    <section aria-labelledby="tg-waiting" className="tg-stack">
      <h2 id="tg-waiting" className="tg-heading">
        Waits for another admin
      </h2>
      <ul className="tg-people-cards">
        {waiting.map((revision) => (
          <Waiting key={revision.digest} revision={revision} members={members} />
        ))}
        {overtaken.map((revision) => (
          <Overtaken key={revision.path} revision={revision} members={members} />
        ))}
      </ul>
    </section>
  );
}

function Waiting({ revision, members }: { readonly revision: WaitingRevision; readonly members: readonly Member[] }) {
  const { kind, digest, name, at, signers, missing, maySign, isMine, steps, differences } = revision;
  const cosign = useCommand('people.cosign');
  const toast = useUndoToast();
  const sign = () => cosign.mutate({ kind, digest }, { onSuccess: ({ row }) => toast('Signed.', row) });
  return (
    <li>
      <div className="tg-people-card-words">
        <p>
          <strong>{kindWords[kind]}</strong>, written by {isMine ? 'you' : name}{' '}
          <span className="tg-quiet">{timeWords(at)}</span>
        </p>
        {steps.length > 0 && <StepsList steps={steps} members={members} />}
        {differences.length > 0 && (
          <LongList className="tg-people-leaves" items={differences}>
            {({ where, was, is }) => (
              <li key={where}>
                <span className="tg-mono">{where}</span>: <del>{was ?? 'nothing'}</del> <ins>{is ?? 'nothing'}</ins>
              </li>
            )}
          </LongList>
        )}
        <p className="tg-quiet">
          Signed by {signers.join(', ')}; {countWords(missing, 'signature')} of{' '}
          {missing === 1 ? 'another admin' : 'other admins'} missing.
        </p>
        {cosign.isError && <Problem compact error={cosign.error} />}
      </div>
      {maySign && (
        <Button isDisabled={cosign.isPending} onPress={sign}>
          Sign as well
        </Button>
      )}
    </li>
  );
}

function Overtaken({
  revision,
  members,
}: {
  readonly revision: OvertakenRevision;
  readonly members: readonly Member[];
}) {
  const { path, at, steps, problem } = revision;
  const signAgain = useCommand('people.signAgain');
  const putAway = useCommand('people.putAway');
  const toast = useUndoToast();
  const sign = () => signAgain.mutate({ path }, { onSuccess: ({ row }) => toast('Signed again.', row) });
  return (
    <li>
      <div className="tg-people-card-words">
        <p>
          <strong>Your revision was overtaken</strong> <span className="tg-quiet">{timeWords(at)}</span>
        </p>
        <p>Another one took effect first, so that yours counts for nothing. What you wrote is kept:</p>
        <StepsList steps={steps} members={members} />
        {problem && (
          <p className="tg-people-note" data-tone="warn">
            It no longer fits: {problemSentence(new TidegateError(problem.code, problem.facts))}
          </p>
        )}
        {signAgain.isError && <Problem compact error={signAgain.error} />}
        {putAway.isError && <Problem compact error={putAway.error} />}
      </div>
      <div className="tg-row">
        <Button kind="quiet" onPress={() => putAway.mutate({ path })}>
          Let it go
        </Button>
        <Button isDisabled={problem !== null || signAgain.isPending} onPress={sign}>
          Sign again
        </Button>
      </div>
    </li>
  );
}
