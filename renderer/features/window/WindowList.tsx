import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { WindowRow } from '../../../shared/api/windowCalls.ts';
import { useAsked } from '../../api/useAsked.ts';
import { hrefOf, navigate } from '../../route.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Page } from '../../ui/Page.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { readerZone } from '../../ui/readerZone.ts';
import { countWords } from '../../ui/spanWords.ts';
import { ExportDialog } from './exchange/ExportDialog.tsx';
import { passes, useWindowFilters } from './useWindowFilters.ts';
import { WindowFilterBar } from './WindowFilterBar.tsx';
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

const importFile = () => navigate(hrefOf('windows', null, { import: '1' }));
const create = () => navigate(hrefOf('windows', null, { edit: 'new' }));
const readyMade = () => navigate(hrefOf('windows', null, { suggest: '1' }));

/** Every window the board holds, soonest first. */
export function WindowList() {
  const list = useAsked('windows.list', {});
  const status = useAsked('app.status', {});
  const { filters, change, isReady } = useWindowFilters();
  const rows = useMemo(() => (list.data ?? []).toSorted(bySoonest), [list.data]);
  const me = status.data?.me.person;
  const mayDraw = status.data?.me.may.window ?? false;
  const [isExporting, setExporting] = useState(false);
  const [now] = useState(() => Date.now());
  const shown = rows.filter((row) => passes(row, filters, me));

  return (
    <Page
      title="Windows"
      layout="fill"
      sentence={list.data && stateSentence(list.data)}
      actions={
        <>
          {mayDraw && (
            <Button kind="quiet" onPress={importFile}>
              Import…
            </Button>
          )}
          <Button kind="quiet" isDisabled={shown.length === 0} onPress={() => setExporting(true)}>
            Export…
          </Button>
          {mayDraw && (
            <>
              <Button onPress={readyMade}>Ready-made…</Button>
              <Button kind="primary" icon={Plus} onPress={create}>
                New window
              </Button>
            </>
          )}
        </>
      }
    >
      <WindowFilterBar filters={filters} onChange={change} />
      <div className="tg-window-scroll">
        {(list.isPending || !isReady) && (
          <div className="tg-window-pad">
            <Loading what="the windows" rows={8} />
          </div>
        )}
        {list.isError && <Problem error={list.error} onRetry={() => void list.refetch()} />}
        {list.data && isReady && shown.length > 0 && <WindowTable rows={shown} />}
        {list.data && isReady && shown.length === 0 && rows.length > 0 && (
          <Empty title="No window matches.">
            Change the search or the filters; withdrawn windows show when asked for.
          </Empty>
        )}
        {list.data?.length === 0 && (
          <Empty
            title="Nothing is frozen, and no time is set aside."
            action={
              mayDraw && (
                <>
                  <Button kind="primary" onPress={readyMade}>
                    See ready-made windows
                  </Button>
                  <Button onPress={importFile}>Import…</Button>
                  <Button onPress={create}>Draw the first window</Button>
                </>
              )
            }
          >
            A window says when work may not happen, needs a further word, or is meant to happen: Black Friday, the
            month-end close, the maintenance night.
            {mayDraw &&
              ' These and more stand ready; or import a calendar, or draw one here or by dragging on the timeline.'}
          </Empty>
        )}
      </div>
      {isExporting && (
        <ExportDialog
          name={`${status.data?.boardName ?? 'Tidegate'}: windows`}
          shown={null}
          now={now}
          zone={readerZone}
          filter={null}
          only={shown.map(({ window }) => window)}
          onClose={() => setExporting(false)}
        />
      )}
    </Page>
  );
}
