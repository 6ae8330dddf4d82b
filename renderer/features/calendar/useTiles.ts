import { useState } from 'react';
import { placedLanes, type Tile } from './placedLanes.ts';
import type { Lanes } from './useLanes.ts';

type TilesOf = (model: Lanes, top: number, bottom: number) => readonly Tile[];

function createTiles(): TilesOf {
  let last: readonly Tile[] = [];
  return (model, top, bottom) => {
    last = placedLanes(model, top, bottom, last);
    return last;
  };
}

/** The tiles in sight; those that show the same as before are the same objects. */
export function useTiles(model: Lanes, top: number, bottom: number): readonly Tile[] {
  const [tilesOf] = useState(createTiles);
  return tilesOf(model, top, bottom);
}
