import { useState } from 'react';
import { placedLanes, type Tile } from './placedLanes.ts';
import type { Lanes } from './useLanes.ts';

const none: readonly Tile[] = [];

/** The tiles in sight; those that show the same as before are the same objects. */
export function useTiles(model: Lanes, top: number, bottom: number): readonly Tile[] {
  const [before, setBefore] = useState(none);
  const tiles = placedLanes(model, top, bottom, before);
  const isSame = tiles.length === before.length && tiles.every((tile, at) => tile === before[at]);
  if (!isSame) setBefore(tiles);
  return isSame ? before : tiles;
}
