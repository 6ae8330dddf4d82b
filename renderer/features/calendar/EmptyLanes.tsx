import { Eye, EyeOff } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { countWords } from '../../ui/spanWords.ts';
import type { Lanes } from './useLanes.ts';

export interface EmptyLanesProps {
  readonly model: Lanes;
  readonly onShow: (lanes: 'all' | 'filled') => void;
}

/** How many lanes hold no change in the months that were read, and whether they are shown; nothing when each holds one. */
export function EmptyLanes({ model, onShow }: EmptyLanesProps) {
  if (model.empty === 0) return null;
  const counted = countWords(model.empty, 'empty lane');
  return (
    <div className="tg-empty-lanes">
      {model.hidesEmpty ? (
        <Button kind="quiet" size="small" icon={Eye} onPress={() => onShow('all')}>
          Show {counted}
        </Button>
      ) : (
        <Button kind="quiet" size="small" icon={EyeOff} onPress={() => onShow('filled')}>
          Hide {counted}
        </Button>
      )}
    </div>
  );
}
