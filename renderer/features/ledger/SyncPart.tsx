import { CloudUpload, Pause, Play, RefreshCw } from 'lucide-react';
import type { StatusView } from '../../../shared/api/appCalls.ts';
import type { SyncView } from '../../../shared/api/syncCalls.ts';
import { TidegateError } from '../../../shared/errors.ts';
import type { Ms } from '../../../shared/time/instant.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useCommand } from '../../api/useCommand.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { CopyId } from '../../ui/CopyId.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PlaceTime } from '../../ui/PlaceTime.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { readerZone } from '../../ui/readerZone.ts';
import { lengthWords } from '../../ui/spanWords.ts';
import { openBoardDialog } from '../boards/openBoardDialog.ts';
import { HealPart } from './HealPart.tsx';
import { RewritePart } from './RewritePart.tsx';
import { agoWords, stateSentence } from './syncWords.ts';

const badges: Readonly<Record<SyncView['state'], readonly [tone: Tone, word: string]>> = {
  'no-remote': ['neutral', 'On this desk only'],
  level: ['good', 'Level'],
  syncing: ['accent', 'Synchronising'],
  waiting: ['accent', 'Waiting'],
  offline: ['warn', 'Offline'],
  refused: ['danger', 'Refused'],
  failed: ['danger', 'Failed'],
  rewritten: ['danger', 'Rewritten'],
  halted: ['danger', 'Broken'],
  paused: ['warn', 'Paused'],
};

interface SyncPartProps extends Pick<StatusView, 'now' | 'healCommand'> {
  readonly isSample: boolean;
}

/** How this desk stands to the remote, what went wrong, and what a person can do. */
export function SyncPart({ now, isSample, healCommand }: SyncPartProps) {
  const status = useAsked('sync.status', {});
  const sync = useCommand('sync.now');
  const pause = useCommand('sync.pause');
  const resume = useCommand('sync.resume');
  if (status.isError) return <Problem error={status.error} onRetry={() => void status.refetch()} compact />;
  if (!status.data) return <Loading what="how it stands" rows={2} />;
  const view = status.data;
  const [tone, word] = badges[view.state];
  return (
    <section aria-labelledby="tg-sync" className="tg-stack">
      <div className="tg-ledger-head">
        <h2 id="tg-sync" className="tg-heading">
          Sync
        </h2>
        <Badge tone={tone}>{word}</Badge>
        {view.remote === null && !isSample && (
          <span className="tg-ledger-acts">
            <Button size="small" icon={CloudUpload} onPress={() => openBoardDialog({ dialog: 'publish' })}>
              Publish
            </Button>
          </span>
        )}
        {view.remote !== null && (
          <span className="tg-ledger-acts">
            <Button
              size="small"
              icon={RefreshCw}
              isDisabled={view.state === 'syncing' || view.state === 'paused'}
              onPress={() => sync.mutate({})}
            >
              Sync now
            </Button>
            {view.state === 'paused' ? (
              <Button size="small" icon={Play} onPress={() => resume.mutate({})}>
                Resume
              </Button>
            ) : (
              <Button size="small" icon={Pause} onPress={() => pause.mutate({})}>
                Pause
              </Button>
            )}
          </span>
        )}
      </div>
      <p role="status">
        {isSample && view.remote === null ? 'A sample lives on this desk alone.' : stateSentence(view)}
      </p>
      {view.remote !== null && <Facts view={view} now={now} />}
      {view.problem && !isPlainlyOffline(view) && (
        <Problem error={new TidegateError(view.problem.code, view.problem.facts)} compact />
      )}
      {[sync, pause, resume].map((order, n) =>
        order.isError ? <Problem key={n} error={order.error} compact /> : null,
      )}
      {view.clockOffMs !== null && <ClockOff offMs={view.clockOffMs} />}
      {view.wentBack && <WentBack went={view.wentBack} />}
      {view.rewrite && <RewritePart rewrite={view.rewrite} />}
      {healCommand !== null && !view.rewrite && <HealPart command={healCommand} />}
    </section>
  );
}

/** The sentence above has said it, and there is no more to say than that nobody answers. */
function isPlainlyOffline({ state, problem }: SyncView): boolean {
  return state === 'offline' && problem?.code === 'remote-unreachable' && problem.facts['why'] === undefined;
}

function Facts({ view, now }: { readonly view: SyncView; readonly now: Ms }) {
  const { remote, lastContact, nextTry, state } = view;
  return (
    <dl className="tg-ledger-facts">
      <dt>Remote</dt>
      <dd>
        <CopyId text={remote ?? ''} label="Copy the remote's address" />
      </dd>
      <dt>Last contact</dt>
      <dd>
        {lastContact === null ? (
          'Never from this desk'
        ) : (
          <>
            {agoWords(lastContact, now)}, <PlaceTime at={lastContact} zone={readerZone} short="day" />
          </>
        )}
      </dd>
      {nextTry !== null && (state === 'offline' || state === 'refused' || state === 'failed') && (
        <>
          <dt>Next try</dt>
          <dd>
            <PlaceTime at={nextTry} zone={readerZone} short="clock" />
          </dd>
        </>
      )}
    </dl>
  );
}

/** A wrong clock would date signatures wrongly, so nothing is signed with it. */
function ClockOff({ offMs }: { readonly offMs: Ms }) {
  return (
    <p className="tg-ledger-notice" data-tone="danger" role="alert">
      This machine’s clock is {lengthWords(Math.abs(offMs))} {offMs > 0 ? 'ahead of' : 'behind'} the remote’s. Nothing
      can be signed until it is set right.
    </p>
  );
}

function WentBack({ went }: { readonly went: NonNullable<SyncView['wentBack']> }) {
  const dismiss = useCommand('sync.dismissWentBack');
  return (
    <div className="tg-ledger-notice" data-tone="warn" role="alert">
      <p>
        <PlaceTime at={went.at} zone={readerZone} short="day" />: the remote had lost the newest records and{' '}
        {went.to === null ? (
          'was empty'
        ) : (
          <>
            stood at <code className="tg-mono">{went.to.slice(0, 12)}</code>
          </>
        )}
        . This desk sent them again, up to <code className="tg-mono">{went.from.slice(0, 12)}</code>. Ask whoever runs
        the remote why.
      </p>
      <Button size="small" onPress={() => dismiss.mutate({})}>
        I have read this
      </Button>
    </div>
  );
}
