import type { Ms } from '../../../shared/time/instant.ts';
import { titleWidth } from '../../../shared/view/clipTitle.ts';
import {
  drawLane,
  guessedHeight,
  type BarItem,
  type LaneContent,
  type LaneDrawing,
  type LaneFold,
} from '../../../shared/view/laneModel.ts';

/** What one lane is to be laid out from. */
export interface LaneWish {
  readonly id: string;
  readonly content: LaneContent;
  readonly fold: LaneFold;
  readonly msPerPx: number;
  readonly cells: readonly Ms[];
}

/** Lanes as they were last laid out. It only spares work: every lane says what it was made from. */
export interface LaneStore {
  readonly drawing: (wish: LaneWish) => LaneDrawing | undefined;
  readonly height: (wish: LaneWish) => number;
  readonly isFresh: (wish: LaneWish) => boolean;
  /**
   * Lays lanes out for no longer than this, one that never was regardless; the others keep their last layout, which may
   * be of another zoom, until the next time.
   */
  readonly lay: (wishes: readonly LaneWish[], ms: number) => void;
}

const titlePx = ({ bar }: BarItem): number => titleWidth(bar.title) + 8;

export function createLaneStore(): LaneStore {
  const kept = new Map<string, { readonly drawing: LaneDrawing; readonly wish: LaneWish }>();
  const drawing = ({ id, fold }: LaneWish): LaneDrawing | undefined => {
    const last = kept.get(id);
    return last?.wish.fold === fold ? last.drawing : undefined;
  };
  const isFresh = (wish: LaneWish): boolean => {
    const last = kept.get(wish.id)?.wish;
    return (
      last?.content === wish.content &&
      last.cells === wish.cells &&
      last.msPerPx === wish.msPerPx &&
      last.fold === wish.fold
    );
  };
  return {
    drawing,
    isFresh,
    height: (wish) => drawing(wish)?.height ?? guessedHeight(wish.content, wish.fold),
    lay: (wishes, ms) => {
      const until = performance.now() + ms;
      for (const wish of wishes) {
        if (isFresh(wish) || (performance.now() > until && drawing(wish) !== undefined)) continue;
        const { id, content, fold, msPerPx, cells } = wish;
        kept.set(id, { drawing: drawLane(content, { msPerPx, cells, titlePx }, fold), wish });
      }
    },
  };
}
