import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { ChangeFilter } from '../../../../shared/api/filter.ts';
import { Menu, type MenuEntry } from '../../../ui/Menu.tsx';

export const mineWords = {
  waiting: 'Waits for me',
  requested: 'Asked for by me',
  implementing: 'Carried out by me',
} as const;

interface MineFilterProps {
  readonly filter: ChangeFilter;
  readonly onChange: (filter: ChangeFilter) => void;
}

/** Which are mine, and whether those from other systems are among them. */
export function MineFilter({ filter, onChange }: MineFilterProps) {
  const mine: MenuEntry[] = (['waiting', 'requested', 'implementing'] as const).map((word) => ({
    id: word,
    label: mineWords[word],
    isChosen: filter.mine === word,
    onAction: () => {
      const { mine: chosen, ...rest } = filter;
      onChange(chosen === word ? rest : { ...rest, mine: word });
    },
  }));
  const origin: MenuEntry[] = [false, true].map((imported) => ({
    id: `imported-${imported}`,
    label: imported ? 'Only imported' : 'Only written here',
    isChosen: filter.imported === imported,
    onAction: () => {
      const { imported: chosen, ...rest } = filter;
      onChange(chosen === imported ? rest : { ...rest, imported });
    },
  }));
  return (
    <Menu
      label="Mine and origin"
      groups={[
        { label: 'Mine', entries: mine },
        { label: 'Origin', entries: origin },
      ]}
    >
      <Button className="tg-button" data-kind="quiet">
        Mine
        <ChevronDown size={16} aria-hidden />
      </Button>
    </Menu>
  );
}
