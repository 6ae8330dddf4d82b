import { placeTime, zoneName } from '../../../shared/time/placeTime.ts';
import { useAsk } from '../../api/AskContext.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useCommand } from '../../api/useCommand.ts';
import { BandMark } from '../../ui/BandMark.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { readersClock } from '../../ui/PlaceTime.tsx';
import { Problem, problemSentence } from '../../ui/Problem.tsx';
import { showToast } from '../../ui/Toast.tsx';
import { effectWords, roleWords } from '../../ui/tradeWords.ts';
import { endOf, isStretched, stretchWords } from './moveWords.ts';
import { spanWords } from './PickedList.tsx';
import type { Move } from './move.ts';
import { verdictWords } from './MoveNote.tsx';
import { useTried } from './useTried.ts';

export interface MoveDialogProps {
  readonly move: Move;
  readonly zone: string;
  readonly onClose: () => void;
}

/** Asks for the signature of a move: from when to when, what it meets there, and whose approvals it voids. */
export function MoveDialog({ move, zone, onClose }: MoveDialogProps) {
  const ask = useAsk();
  const { change, title } = move.bar;
  const { preview, isCurrent, error } = useTried(move);
  const before = useAsked('changes.read', { change });
  const sign = useCommand('changes.move');
  const counted = new Set(
    before.data?.tally.decisions.filter(({ standing }) => standing === 'counts').map(({ digest }) => digest),
  );
  const voided = (preview?.tally.decisions ?? []).filter(
    ({ digest, standing, verdict }) => counted.has(digest) && standing === 'stale' && verdict === 'approve',
  );

  const apply = async () => {
    const { row } = await sign.mutateAsync({
      change,
      start: move.start,
      ...(isStretched(move) && { minutes: move.minutes }),
    });
    const undo = () => {
      ask('unsent.undo', { row }).then(
        () => showToast({ text: 'The move was undone.' }),
        (reason: unknown) => showToast({ text: problemSentence(reason) }),
      );
    };
    const where = `${placeTime(move.start, zone)} ${zoneName(zone)}`;
    const isMoved = move.start !== move.bar.start;
    showToast({ text: isMoved ? `Moved to ${where}.` : `Stretched: ${stretchWords(move)}.`, undo });
    onClose();
  };
  const line = (start: number, end: number) => `${spanWords({ start, end }, zone)} ${zoneName(zone)}`;
  const other = readersClock(move.start, zone);

  return (
    <Dialog
      title="Sign the move"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Leave it</Button>
          <Button
            kind="primary"
            isDisabled={!isCurrent || sign.isPending}
            onPress={() => void apply().catch(() => undefined)} // the refusal stands in the dialog
          >
            Sign move
          </Button>
        </>
      }
    >
      <div className="tg-stack">
        <p className="tg-heading">{title}</p>
        <dl className="tg-move-facts">
          <dt>From</dt>
          <dd>{line(move.bar.start, move.bar.end)}</dd>
          <dt>To</dt>
          <dd>
            <strong>{line(move.start, endOf(move))}</strong>
            {other && <span className="tg-quiet"> ({other})</span>}
          </dd>
          {isStretched(move) && (
            <>
              <dt>Length</dt>
              <dd>{stretchWords(move)}</dd>
            </>
          )}
          {preview && (
            <>
              <dt>Score there</dt>
              <dd>
                <BandMark band={preview.risk.band} score={preview.risk.score} as="word" />
              </dd>
              <dt>Meets there</dt>
              <dd>
                {preview.hits.length === 0 && preview.collisions.length === 0 && 'Nothing.'}
                <ul>
                  {preview.hits.map((hit) => (
                    <li key={`${hit.span.window}/${String(hit.span.start)}`}>
                      {effectWords[hit.effect]}: {hit.title}
                    </li>
                  ))}
                  {preview.collisions.map((collision) => (
                    <li key={`${collision.kind}/${collision.other}`}>{collision.otherTitle}</li>
                  ))}
                </ul>
              </dd>
              <dt>Then</dt>
              <dd>{verdictWords(preview)}.</dd>
              <dt>Approvals</dt>
              <dd>
                {preview.voids === 0 ? (
                  'Stay as they are: the new start lies inside what was approved.'
                ) : (
                  <>
                    {preview.voids === 1
                      ? 'One approval would be void'
                      : `${String(preview.voids)} approvals would be void`}
                    {voided.length > 0 &&
                      `: ${voided.map(({ name, role }) => `${name} (${roleWords[role]})`).join(', ')}`}
                    . They would be asked again.
                  </>
                )}
              </dd>
            </>
          )}
        </dl>
        {error ? <Problem compact error={error} /> : null}
        {sign.error && <Problem compact error={sign.error} />}
      </div>
    </Dialog>
  );
}
