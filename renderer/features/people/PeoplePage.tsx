import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { useAsked } from '../../api/useAsked.ts';
import { hrefOf, navigate, useRoute } from '../../route.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Page } from '../../ui/Page.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { countWords } from '../../ui/spanWords.ts';
import { TextInput } from '../../ui/TextInput.tsx';
import type { PeopleView } from '../../../shared/api/peopleCalls.ts';
import { DelegateDialog } from './DelegateDialog.tsx';
import { EnrolDialog } from './EnrolDialog.tsx';
import { KeysPanel } from './KeysPanel.tsx';
import { MemberPanel } from './MemberPanel.tsx';
import { MemberTable } from './MemberTable.tsx';
import { MyRequest } from './MyRequest.tsx';
import { timeWords } from './peopleWords.ts';
import { PipelineDialog } from './PipelineDialog.tsx';
import { RequestsSection } from './RequestsSection.tsx';
import { WaitingSection } from './WaitingSection.tsx';
import './people.css';

const close = () => navigate(hrefOf('people'));

type Open = 'lost' | 'device' | 'pipeline' | 'delegate' | null;

/** Who is on the board, with which keys and roles; who asks to be let in, and what waits for a second signature. */
export function PeoplePage() {
  const { id, query } = useRoute();
  const people = useAsked('people.list', {});
  const status = useAsked('app.status', {});
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<Open>(null);
  const [now] = useState(() => Date.now());
  if (!people.data)
    return (
      <Page title="People">
        {people.isError ? (
          <Problem error={people.error} onRetry={() => void people.refetch()} />
        ) : (
          <Loading what="the people" rows={8} />
        )}
      </Page>
    );
  const { members, me, mayEdit } = people.data;
  // Decisions are all that is delegated.
  const mayDelegate = status.data?.me.may.decision ?? false;
  const roster = members.map(({ member }) => member);
  const chosen = members.find(({ member }) => member.person === id);
  const wanted = search.trim().toLowerCase();
  const found = members.filter(({ member: { person, name, team } }) =>
    [person, name, team ?? ''].some((text) => text.toLowerCase().includes(wanted)),
  );
  return (
    <Page
      title="People"
      sentence={stateSentence(people.data)}
      actions={
        <>
          <Button kind="quiet" icon={KeyRound} onPress={() => navigate(hrefOf('people', null, { keys: '1' }))}>
            Keys of this desk
          </Button>
          {mayDelegate && (
            <Button kind="quiet" onPress={() => setOpen('delegate')}>
              Delegate…
            </Button>
          )}
          {mayEdit && (
            <Button icon={Plus} onPress={() => setOpen('pipeline')}>
              Pipeline…
            </Button>
          )}
          <Button kind={me === null ? 'primary' : 'plain'} onPress={() => setOpen('lost')}>
            {me === null ? 'Ask to be let in…' : 'I lost my key…'}
          </Button>
        </>
      }
      panel={
        query.has('keys') ? (
          <KeysPanel people={people.data} onEnrol={() => setOpen('device')} onClose={close} />
        ) : chosen ? (
          <MemberPanel
            view={chosen}
            people={people.data}
            now={now}
            onDelegate={mayDelegate ? () => setOpen('delegate') : null}
            onClose={close}
          />
        ) : undefined
      }
    >
      <div className="tg-people">
        <MyRequest onAgain={() => setOpen('lost')} />
        <RequestsSection people={people.data} />
        <WaitingSection members={roster} />
        <section aria-label="Members" className="tg-stack">
          <div className="tg-people-search">
            <TextInput
              label="Search people"
              hideLabel
              placeholder="Search people"
              value={search}
              onChange={setSearch}
            />
          </div>
          {found.length > 0 ? (
            <MemberTable members={found} me={me} chosen={id} now={now} />
          ) : (
            <Empty compact title="Nobody matches.">
              The search looks at names, short names and teams.
            </Empty>
          )}
        </section>
      </div>
      {(open === 'lost' || open === 'device') && (
        <EnrolDialog people={people.data} reason={open} onClose={() => setOpen(null)} />
      )}
      {open === 'pipeline' && <PipelineDialog members={roster} onClose={() => setOpen(null)} />}
      {open === 'delegate' && <DelegateDialog people={people.data} onClose={() => setOpen(null)} />}
    </Page>
  );
}

/** How few admins may lose a key before only the root key puts the roster right. */
const lonelyWords: Readonly<Record<number, string>> = {
  1: ' If they lose their key, only the root key helps: name two more.',
  2: ' If one of the two loses their key, only the root key helps: name a third.',
};

function stateSentence({ members, admins, threshold, recoveries }: PeopleView): string {
  const sentence = `${countWords(members.length, 'member')}, ${countWords(admins.length, 'admin')}; a change here takes ${countWords(threshold, 'admin’s signature', 'admins’ signatures')}.`;
  const lonely = lonelyWords[admins.length] ?? '';
  const [last] = recoveries.toReversed();
  const recovered = last === undefined ? '' : ` The root key put the roster in force on ${timeWords(last)}.`;
  return `${sentence}${lonely}${recovered}`;
}
