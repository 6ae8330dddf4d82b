import { ChevronsDownUp, ChevronsUpDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { LaneMemory } from './laneMemory.ts';

export interface LaneToolsProps {
  readonly memory: LaneMemory;
  readonly onRemember: (memory: LaneMemory) => void;
}

/** Typing ends before the address follows. */
const TYPED_AFTER_MS = 150;

/** Above the names of the lanes: looking for one, folding and opening all. */
export function LaneTools({ memory, onRemember }: LaneToolsProps) {
  const [typed, setTyped] = useState(memory.text);
  const [told, setTold] = useState(memory.text);
  if (told !== memory.text) {
    // The address changed by other means: back, a link, another view.
    setTold(memory.text);
    setTyped(memory.text);
  }
  useEffect(() => {
    if (typed === memory.text) return undefined;
    const timer = setTimeout(() => onRemember({ ...memory, text: typed }), TYPED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [typed, memory, onRemember]);
  const isAllFolded = memory.fold.includes('*');
  const Icon = isAllFolded ? ChevronsUpDown : ChevronsDownUp;
  const label = isAllFolded ? 'Open all lanes' : 'Fold all lanes';
  return (
    <div className="tg-lane-search">
      <input
        type="search"
        className="tg-lane-input"
        aria-label="Find a lane"
        placeholder="Find a lane"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <button
        type="button"
        className="tg-lane-button"
        aria-label={label}
        title={label}
        onClick={() => onRemember({ ...memory, fold: isAllFolded ? [] : ['*'] })}
      >
        <Icon size={16} aria-hidden />
      </button>
    </div>
  );
}
