const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Beside the board's own memory (`view.save`): read before the first paint, so that nothing flashes. */
const KEY = 'tidegate-theme';
const dark = window.matchMedia('(prefers-color-scheme: dark)');
let chosen: Theme = 'system';

/** The theme of the last visit at this address. */
export function rememberedTheme(): Theme {
  return asTheme(localStorage.getItem(KEY));
}

/** Reads a theme from anything that was stored; what is not understood follows the system. */
export function asTheme(stored: unknown): Theme {
  return themes.find((theme) => theme === stored) ?? 'system';
}

/** Shows a theme and keeps it; `system` goes on following the system. */
export function applyTheme(theme: Theme): void {
  chosen = theme;
  localStorage.setItem(KEY, theme);
  paint();
}

function paint(): void {
  const isDark = chosen === 'dark' || (chosen === 'system' && dark.matches);
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
}
dark.addEventListener('change', paint);
