import { useEffect, useState } from 'react';
import { useAsked } from '../../api/useAsked.ts';
import { useCommand } from '../../api/useCommand.ts';
import { applyTheme, asTheme, rememberedTheme, type Theme } from './theme.ts';

/** The theme and how to change it; the board's desk remembers it beyond this address. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [chosen, setChosen] = useState<Theme | null>(null);
  const kept = useAsked('view.read', { view: 'appearance' });
  const save = useCommand('view.save');
  const keptTheme = kept.data?.['theme'];
  const theme = chosen ?? (keptTheme === undefined ? rememberedTheme() : asTheme(keptTheme));
  useEffect(() => applyTheme(theme), [theme]);
  const choose = (next: Theme) => {
    setChosen(next);
    save.mutate({ view: 'appearance', state: { theme: next } });
  };
  return [theme, choose];
}
