import type { Lane } from '../../../shared/api/calendarCalls.ts';
import type { LaneFold } from '../../../shared/view/laneModel.ts';
import { listIn, type RouteQuery } from '../../route.ts';

/** How the reader has arranged the lanes: part of the address, so that a link shows the same. */
export interface LaneMemory {
  /** Lanes that stand first. */
  readonly pin: readonly string[];
  /** Folded lanes; with `*` all but those marked `!`. */
  readonly fold: readonly string[];
  /** Lanes with a row for every bar. */
  readonly full: readonly string[];
  /** Only lanes whose name holds this. */
  readonly text: string;
}

/** Lists in an address are parted by commas: an id that holds one is written another way. */
const written = (id: string) => id.replaceAll('%', '%25').replaceAll(',', '%2C');
const readBack = (id: string) => id.replaceAll('%2C', ',').replaceAll('%25', '%');

/** What the address says of the lanes. */
export function laneMemoryIn(query: URLSearchParams): LaneMemory {
  const list = (name: string) => listIn(query, name).map(readBack);
  return { pin: list('pin'), fold: list('fold'), full: list('full'), text: query.get('lane') ?? '' };
}

/** The part of an address that says the same. */
export function laneMemoryQuery({ pin, fold, full, text }: LaneMemory): RouteQuery {
  return { pin: pin.map(written), fold: fold.map(written), full: full.map(written), lane: text };
}

/** How a lane is drawn. */
export function foldOf({ fold, full }: LaneMemory, id: string): LaneFold {
  const isFolded = fold.includes('*') ? !fold.includes(`!${id}`) : fold.includes(id);
  if (isFolded) return 'folded';
  return full.includes(id) ? 'full' : 'plain';
}

/** The memory with a lane folded, opened, or shown with every row. */
export function withFold(memory: LaneMemory, id: string, to: LaneFold): LaneMemory {
  const { fold, full } = memory;
  const rest = fold.filter((other) => other !== id && other !== `!${id}`);
  const isAll = fold.includes('*');
  const folds = to === 'folded' ? (isAll ? rest : [...rest, id]) : isAll ? [...rest, `!${id}`] : rest;
  const others = full.filter((other) => other !== id);
  return { ...memory, fold: folds, full: to === 'full' ? [...others, id] : others };
}

/** The memory with a lane pinned, or no longer. */
export function withPin(memory: LaneMemory, id: string): LaneMemory {
  const { pin } = memory;
  return { ...memory, pin: pin.includes(id) ? pin.filter((other) => other !== id) : [...pin, id] };
}

/** Which lanes have these letters in their name or detail; all when none are asked for. */
export function lanesNamed(lanes: readonly Lane[], text: string): ReadonlySet<number> {
  const asked = text.trim().toLowerCase();
  return new Set(
    lanes.flatMap(({ label, detail }, index) =>
      asked === '' || `${label} ${detail}`.toLowerCase().includes(asked) ? [index] : [],
    ),
  );
}
