import { useState } from 'react';
import { legibleLine } from '../../../shared/audit/legible.ts';
import type { PeopleView, RequestView } from '../../../shared/api/peopleCalls.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useCommand } from '../../api/useCommand.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { CopyId } from '../../ui/CopyId.tsx';
import { LongList } from '../../ui/LongList.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { AdmitDialog } from './AdmitDialog.tsx';
import { shortKey, timeWords } from './peopleWords.ts';

/** Who asks to be let in; nothing while nobody does. */
export function RequestsSection({ people }: { readonly people: PeopleView }) {
  const requests = useAsked('people.requests', {});
  const putAway = useCommand('people.putAway');
  const [admitting, setAdmitting] = useState<RequestView | null>(null);
  if (requests.isError) return <Problem compact error={requests.error} onRetry={() => void requests.refetch()} />;
  const others = requests.data?.filter(({ mine }) => !mine) ?? [];
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="tg-requests" className="tg-stack">
      <h2 id="tg-requests" className="tg-heading">
        {others.length === 1 ? 'One request' : `${others.length} requests`} to be let in
      </h2>
      <LongList className="tg-people-cards" items={others}>
        {(request) => (
          <li key={request.request}>
            <div className="tg-people-card-words">
              <p>
                <strong>{legibleLine(request.name)}</strong> <span className="tg-mono tg-quiet">{request.person}</span>{' '}
                {request.member !== null && (
                  <>
                    <Badge tone={request.member === request.name ? 'neutral' : 'warn'}>
                      {request.replaces === null ? 'Another device' : 'New key for a lost one'}
                    </Badge>{' '}
                    <span className="tg-quiet">of {legibleLine(request.member)}</span>
                  </>
                )}
              </p>
              {request.wishes !== '' && <p className="tg-people-wishes">“{legibleLine(request.wishes)}”</p>}
              <p className="tg-quiet">
                “{legibleLine(request.key.label)}”{' '}
                <CopyId
                  text={request.key.fingerprint}
                  shown={shortKey(request.key.fingerprint)}
                  label="Copy the key’s fingerprint"
                />
                {' · '}asked {timeWords(request.at)}
              </p>
            </div>
            {people.mayEdit ? (
              <div className="tg-row">
                <Button kind="quiet" onPress={() => putAway.mutate({ path: request.request })}>
                  Put away
                </Button>
                <Button onPress={() => setAdmitting(request)}>Hear and let in…</Button>
              </div>
            ) : (
              <span className="tg-quiet">An admin answers it.</span>
            )}
          </li>
        )}
      </LongList>
      {putAway.isError && <Problem compact error={putAway.error} />}
      {admitting && <AdmitDialog request={admitting} people={people} onClose={() => setAdmitting(null)} />}
    </section>
  );
}
