import { ShieldCheck, TriangleAlert } from 'lucide-react';
import type { RefObject } from 'react';
import type { ChangePreview } from '../../../shared/api/changeCalls.ts';
import { zoneName } from '../../../shared/time/placeTime.ts';
import { BandMark } from '../../ui/BandMark.tsx';
import { readersClock } from '../../ui/PlaceTime.tsx';
import { problemSentence } from '../../ui/Problem.tsx';
import { effectWords } from '../../ui/tradeWords.ts';
import { endOf, isStretched, stretchWords } from './moveWords.ts';
import { spanWords } from './PickedList.tsx';
import type { Move } from './move.ts';
import { useTried } from './useTried.ts';

export interface MoveNoteProps {
  readonly move: Move;
  readonly zone: string;
  /** Where it stands in the lanes when no pointer holds the bar. */
  readonly svg?: RefObject<Element | null>;
  readonly x?: number;
  readonly y?: number;
}

const NOTE_PX = 280;

/** What a preview comes to, in one line: the worst obstacle first. */
export function verdictWords({ hits, collisions }: ChangePreview): string {
  const freezes = hits.filter(({ effect }) => effect === 'freeze').length;
  if (freezes > 0) return 'The gate would ask for a waiver';
  if (hits.some(({ effect }) => effect === 'soft-freeze')) return 'The window’s owner must agree as well';
  if (collisions.length > 0) return 'Gets in the way of other work';
  return 'No window and no other work objects';
}

/** Beside the pointer while a change is moved: when it would start, its score, what it meets, and what the gate says. */
export function MoveNote({ move, zone, svg, x = 0, y = 0 }: MoveNoteProps) {
  const { preview, isCurrent, error } = useTried(move);
  const box = svg?.current?.getBoundingClientRect();
  const at = move.pointer ?? { x: (box?.left ?? 0) + x, y: (box?.top ?? 0) + y };
  const left = Math.min(at.x + 16, window.innerWidth - NOTE_PX - 8);
  const other = readersClock(move.start, zone);
  const objects = preview !== null && (preview.hits.length > 0 || preview.collisions.length > 0);
  return (
    <div className="tg-move-note" role="status" style={{ left, top: Math.min(at.y + 16, window.innerHeight - 190) }}>
      <p className="tg-move-when">
        {spanWords({ start: move.start, end: endOf(move) }, zone)} {zoneName(zone)}
        {other && <span className="tg-quiet"> ({other})</span>}
      </p>
      {isStretched(move) && <p>{stretchWords(move)}</p>}
      {error ? <p>{problemSentence(error)}</p> : null}
      {preview !== null && (
        <div data-waiting={!isCurrent || undefined}>
          <p className="tg-row">
            <BandMark band={preview.risk.band} score={preview.risk.score} as="word" />
            {preview.voids > 0 && (
              <span>{preview.voids === 1 ? 'voids 1 approval' : `voids ${String(preview.voids)} approvals`}</span>
            )}
          </p>
          <ul>
            {preview.hits.slice(0, 4).map((hit) => (
              <li key={`${hit.span.window}/${String(hit.span.start)}`} className="tg-clip">
                {effectWords[hit.effect]}: {hit.title}
              </li>
            ))}
            {preview.collisions.slice(0, 3).map((collision) => (
              <li key={`${collision.kind}/${collision.other}`} className="tg-clip">
                {collision.kind === 'double-booked' ? 'Same person at work: ' : 'Same ground: '}
                {collision.otherTitle}
              </li>
            ))}
          </ul>
          <p className="tg-move-verdict" data-objects={objects || undefined}>
            {objects ? <TriangleAlert size={14} aria-hidden /> : <ShieldCheck size={14} aria-hidden />}
            {verdictWords(preview)}
          </p>
        </div>
      )}
      {move.by === 'keys' && <p className="tg-quiet">Enter to move, Escape to leave it</p>}
    </div>
  );
}
