import { Suspense, useEffect, useRef } from 'react';
import { TidegateError } from '../../../shared/errors.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useRoute } from '../../route.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { ToastRegion } from '../../ui/Toast.tsx';
import { beginAnew } from '../boards/beginAnew.ts';
import { BoardDialogs } from '../boards/BoardDialogs.tsx';
import { BoardNotice } from '../boards/BoardNotice.tsx';
import { BoardOpening } from '../boards/BoardOpening.tsx';
import { BoardTrouble } from '../boards/BoardTrouble.tsx';
import { CommandPalette } from '../command/CommandPalette.tsx';
import { Broken } from './Broken.tsx';
import { DamageNotice } from './DamageNotice.tsx';
import { HaltNotice } from './HaltNotice.tsx';
import { pages } from './pages.ts';
import { Rail } from './Rail.tsx';
import { TopBar } from './TopBar.tsx';
import './frame.css';

/** Rail, top bar and the page between them. */
export function Frame() {
  const status = useAsked('app.status', {});
  const route = useRoute();
  const entry = pages.find(({ page }) => page === route.page);
  const here = `${route.page}/${route.id ?? ''}`;
  const shown = useRef(here);
  useEffect(() => {
    if (shown.current !== here) document.getElementById('content')?.focus({ preventScroll: true });
    shown.current = here;
  }, [here]);

  const ledger = status.data?.ledger;
  const first = useRef(ledger);
  useEffect(() => {
    first.current ??= ledger;
    // Another window has opened another board.
    if (ledger !== undefined && ledger !== first.current) beginAnew();
  }, [ledger]);

  const isReady = status.isSuccess;
  useEffect(() => {
    if (!isReady) return;
    // The other pages come while nobody waits: the next click is at once, and works when the host has gone.
    const idle = requestIdleCallback(() => void Promise.allSettled(pages.map(({ load }) => load())));
    return () => cancelIdleCallback(idle);
  }, [isReady]);

  const retry = () => void status.refetch();
  // A refusal comes from a host that is there: it has no board to show.
  if (status.error instanceof TidegateError) return <BoardTrouble error={status.error} onRetry={retry} />;
  // What was asked just as the host went away takes nothing off the screen: the bar says that it has gone.
  if (!status.data) return status.isError ? <Problem error={status.error} onRetry={retry} /> : <BoardOpening />;
  return (
    <div className="tg-frame">
      <button type="button" className="tg-skip" onClick={() => document.getElementById('content')?.focus()}>
        Skip to the page
      </button>
      <Rail status={status.data} current={entry?.under ?? route.page} />
      <TopBar status={status.data} />
      <main id="content" className="tg-main" tabIndex={-1} key={route.page}>
        <HaltNotice halted={status.data.halted} healCommand={status.data.healCommand} />
        <DamageNotice damaged={status.data.damaged} />
        <BoardNotice status={status.data} />
        <Broken>
          <Suspense fallback={<Loading what="the page" />}>
            {entry ? (
              <entry.Component />
            ) : (
              <Empty title="There is no such page." action={<a href="#/today">Today</a>} />
            )}
          </Suspense>
        </Broken>
      </main>
      <CommandPalette status={status.data} />
      <BoardDialogs />
      <ToastRegion />
    </div>
  );
}
