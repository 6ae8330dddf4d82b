import type { PeopleView } from '../../../shared/api/peopleCalls.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useCommand } from '../../api/useCommand.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { CopyId } from '../../ui/CopyId.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { LongList } from '../../ui/LongList.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { problemWords } from '../../ui/problemWords.ts';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { keepWords, OtherKeys } from './KeyChoice.tsx';
import { keyPlaces, shortKey } from './peopleWords.ts';
import { legibleLine } from '../../../shared/audit/legible.ts';

/** What this desk can sign with, and whose keys those are. */
export function KeysPanel(props: {
  readonly people: PeopleView;
  readonly onEnrol: () => void;
  readonly onClose: () => void;
}) {
  const { people, onEnrol, onClose } = props;
  const mine = useAsked('people.myKeys', {});
  const make = useCommand('people.newKey');
  const nameOf = (person: string) =>
    legibleLine(people.members.find(({ member }) => member.person === person)?.member.name ?? person);
  return (
    <SidePanel
      title="Keys of this desk"
      onClose={onClose}
      actions={
        <>
          <Button isDisabled={make.isPending} onPress={() => make.mutate({ label: 'desk' })}>
            Make a new key
          </Button>
          <Button kind="primary" onPress={onEnrol}>
            {people.me === null ? 'Ask to be let in…' : 'Add another key…'}
          </Button>
        </>
      }
    >
      <div className="tg-people-panel">
        {mine.isPending && <Loading what="the keys" rows={2} />}
        {mine.isError && <Problem compact error={mine.error} onRetry={() => void mine.refetch()} />}
        {make.isError && <Problem compact error={make.error} />}
        {mine.data?.keys.length === 0 && (
          <Empty compact title="This desk holds no key yet.">
            One is made when you ask to be let in, or use one that you have.
          </Empty>
        )}
        {mine.data && (
          <LongList className="tg-people-lines" items={mine.data.keys}>
            {(key) => (
              <li key={key.fingerprint}>
                <div>
                  <p>
                    <CopyId text={key.fingerprint} shown={shortKey(key.fingerprint)} label="Copy the fingerprint" />{' '}
                    <CopyId text={key.publicKey} shown="public key" label="Copy the" />
                  </p>
                  <p className="tg-quiet">
                    {key.person === null ? 'Nobody’s yet' : nameOf(key.person)}, {keyPlaces[key.place]}{' '}
                    {key.revoked && <Badge tone="danger">Revoked</Badge>}
                    {key.askedAt !== null && key.person === null && <Badge tone="accent">Asks to be let in</Badge>}
                  </p>
                </div>
              </li>
            )}
          </LongList>
        )}
        {mine.data && mine.data.troubles.length > 0 && (
          <section className="tg-stack" aria-label="Keys that cannot be used">
            <h3 className="tg-heading">Cannot be used</h3>
            <ul className="tg-people-lines">
              {mine.data.troubles.map(({ file, code }) => (
                <li key={file}>
                  <div>
                    <p className="tg-mono">{file}</p>
                    <p className="tg-quiet">{problemWords[code]}</p>
                  </div>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section className="tg-stack" aria-label="Another key">
          <h3 className="tg-heading">Another key</h3>
          {mine.data && <p className="tg-quiet">{keepWords(mine.data.keeps)}</p>}
          <OtherKeys onAdded={() => void mine.refetch()} />
        </section>
      </div>
    </SidePanel>
  );
}
