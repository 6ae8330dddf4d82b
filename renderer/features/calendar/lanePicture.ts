import type { Ms } from '../../../shared/time/instant.ts';
import type { LaneContent, LaneDrawing } from '../../../shared/view/laneModel.ts';
import type { TimeScale } from '../../../shared/view/timeScale.ts';

/** One lane at one moment of scrolling. */
export interface LanePicture {
  readonly drawing: LaneDrawing;
  readonly content: LaneContent;
  readonly scale: TimeScale;
  readonly width: number;
  /** The ruler's boundaries in view, and those of its upper row. */
  readonly ticks: readonly Ms[];
  readonly headings: readonly Ms[];
  /** The change that is being moved: its old place is drawn faintly. */
  readonly moving: string | null;
  /** The part of the lane that is in the picture, in px from its top. */
  readonly from: number;
  readonly to: number;
}
