import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { WindowRow } from '../../../shared/api/windowCalls.ts';
import { effects, type Effect } from '../../../shared/record/words.ts';
import { useAsked } from '../../api/useAsked.ts';
import { hrefOf, listIn, navigate, useRoute } from '../../route.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { MultiSelect } from '../../ui/MultiSelect.tsx';
import { Page } from '../../ui/Page.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { countWords } from '../../ui/spanWords.ts';
import { TextInput } from '../../ui/TextInput.tsx';
import { effectWords, optionsOf } from '../../ui/tradeWords.ts';
import { standingWords } from './windowWords.ts';
import { WindowTable } from './WindowTable.tsx';

/** What runs first, then what comes next, then what never comes again. */
function bySoonest(a: WindowRow, b: WindowRow): number {
  if (a.running !== b.running) return a.running ? -1 : 1;
  return (a.next?.start ?? Infinity) - (b.next?.start ?? Infinity) || a.title.localeCompare(b.title, 'en-GB');
}

function stateSentence(rows: readonly WindowRow[]): string {
  const running = rows.filter(
    ({ running: runs, effect, standing }) => runs && effect === 'freeze' && standing === 'published',
  );
  const proposed = rows.filter(({ standing }) => standing === 'proposed').length;
  const first =
    running.length === 0
      ? 'No freeze runs now'
      : `${countWords(running.length, 'freeze')} ${running.length === 1 ? 'runs' : 'run'} now`;
  return proposed === 0
    ? `${first}.`
    : `${first}; ${countWords(proposed, 'proposal')} ${proposed === 1 ? 'waits' : 'wait'} to be published.`;
}

const create = () => navigate(hrefOf('windows', null, { edit: 'new' }));
const readyMade = () => navigate(hrefOf('windows', null, { suggest: '1' }));

/** Every window the board holds, soonest first. */
export function WindowList() {
  const { query } = useRoute();
  const list = useAsked('windows.list', {});
  const [text, setText] = useState('');
  const chosen = listIn(query, 'effects');
  const standings = listIn(query, 'standings');
  const rows = useMemo(() => (list.data ?? []).toSorted(bySoonest), [list.data]);
  const wanted = text.trim().toLowerCase();
  const shown = rows.filter(
    (row) =>
      (chosen.length === 0 || chosen.includes(row.effect)) &&
      (standings.length === 0 ? row.standing !== 'withdrawn' : standings.includes(row.standing)) &&
      (wanted === '' || `${row.title} ${row.sentence} ${row.ownerName}`.toLowerCase().includes(wanted)),
  );
  const narrow = (name: string, values: readonly string[]) =>
    navigate(hrefOf('windows', null, { effects: chosen, standings, [name]: values }), { replace: true });

  return (
    <Page
      title="Windows"
      layout="fill"
      sentence={list.data && stateSentence(list.data)}
      actions={
        <>
          <Button onPress={readyMade}>Ready-made…</Button>
          <Button kind="primary" icon={Plus} onPress={create}>
            New window
          </Button>
        </>
      }
    >
      <div className="tg-window-bar">
        <div className="tg-window-search">
          <TextInput
            label="Search windows"
            hideLabel
            placeholder="Search title, place or owner"
            value={text}
            onChange={setText}
          />
        </div>
        <MultiSelect
          look="filter"
          label="Effect"
          options={optionsOf<Effect>(effectWords)}
          values={effects.filter((effect) => chosen.includes(effect))}
          onChange={(values) => narrow('effects', values)}
        />
        <MultiSelect
          look="filter"
          label="Standing"
          options={optionsOf(standingWords)}
          values={(['published', 'proposed', 'withdrawn'] as const).filter((standing) => standings.includes(standing))}
          onChange={(values) => narrow('standings', values)}
        />
      </div>
      <div className="tg-window-scroll">
        {list.isPending && (
          <div className="tg-window-pad">
            <Loading what="the windows" rows={8} />
          </div>
        )}
        {list.isError && <Problem error={list.error} onRetry={() => void list.refetch()} />}
        {list.data && shown.length > 0 && <WindowTable rows={shown} />}
        {list.data && shown.length === 0 && rows.length > 0 && (
          <Empty title="No window matches.">
            Change the search or the filters; withdrawn windows show when asked for.
          </Empty>
        )}
        {list.data?.length === 0 && (
          <Empty
            title="Nothing is frozen, and no time is set aside."
            action={
              <>
                <Button kind="primary" onPress={readyMade}>
                  See ready-made windows
                </Button>
                <Button onPress={create}>Draw the first window</Button>
              </>
            }
          >
            A window says when work may not happen, needs a further word, or is meant to happen: Black Friday, the
            month-end close, the maintenance night. These and more stand ready; or draw one here, or by dragging on the
            timeline.
          </Empty>
        )}
      </div>
    </Page>
  );
}
