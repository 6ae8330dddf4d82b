import { useSyncExternalStore } from 'react';
import type { Band } from '../../../shared/record/words.ts';

const names = [
  'ink',
  'ink-2',
  'ink-3',
  'surface',
  'sunken',
  'line',
  'line-strong',
  'edge',
  'danger',
  'accent',
  'warn',
  'freeze',
  'freeze-ink',
  'freeze-soft',
  'freeze-line',
  'maintenance',
  'maintenance-soft',
  'peak',
] as const;
type InkName = (typeof names)[number];

/** The theme's colours and letters, as a canvas needs them. */
export interface Ink {
  readonly of: Readonly<Record<InkName, string>>;
  readonly band: Readonly<Record<Band, { readonly line: string; readonly soft: string }>>;
  readonly font: string;
  readonly strongFont: string;
  readonly mediumFont: string;
  readonly freeze: CanvasPattern | string;
  readonly softFreeze: CanvasPattern | string;
  readonly proposed: CanvasPattern | string;
}

const inks = new Map<string, Ink>();

function readInk(): Ink {
  const style = getComputedStyle(document.documentElement);
  const value = (name: string) => style.getPropertyValue(`--tg-${name}`).trim();
  const of = Object.fromEntries(names.map((name) => [name, value(name)])) as Record<InkName, string>;
  const band = (name: Band) => ({ line: value(`band-${name}`), soft: value(`band-${name}-soft`) });
  const family = value('font');
  const line = of['freeze-line'];
  return {
    of,
    band: { low: band('low'), moderate: band('moderate'), high: band('high'), critical: band('critical') },
    font: `12px ${family}`,
    mediumFont: `500 12px ${family}`,
    strongFont: `650 12px ${family}`,
    freeze: hatch(10, 2, line, of['freeze-soft']) ?? of['freeze-soft'],
    softFreeze: hatch(18, 1.2, line, null) ?? 'transparent',
    proposed: hatch(18, 1.2, line, null, [5, 8]) ?? 'transparent',
  };
}

/** Lines from lower left to upper right in a square that repeats without a seam. */
function hatch(
  size: number,
  width: number,
  line: string,
  ground: string | null,
  dash: readonly number[] = [],
): CanvasPattern | null {
  const ratio = window.devicePixelRatio;
  const tile = document.createElement('canvas');
  tile.width = tile.height = Math.round(size * ratio);
  const context = tile.getContext('2d');
  if (context === null) return null;
  context.scale(tile.width / size, tile.width / size);
  if (ground !== null) {
    context.fillStyle = ground;
    context.fillRect(0, 0, size, size);
  }
  context.strokeStyle = line;
  context.lineWidth = width;
  context.setLineDash([...dash]);
  context.beginPath();
  for (const shift of [-size, 0, size]) {
    context.moveTo(shift - size, 2 * size);
    context.lineTo(shift + 2 * size, -size);
  }
  context.stroke();
  const pattern = context.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(size / tile.width));
  return pattern;
}

const themeNow = () => document.documentElement.dataset['theme'] ?? 'light';

function inkOf(theme: string): Ink {
  const key = `${theme}/${String(window.devicePixelRatio)}`;
  const known = inks.get(key);
  if (known !== undefined) return known;
  const shown = themeNow();
  // Paper is white whatever the screen is: its colours are read as if the theme were light, and nothing is painted between.
  if (theme !== shown) document.documentElement.dataset['theme'] = theme;
  const ink = readInk();
  if (theme !== shown) document.documentElement.dataset['theme'] = shown;
  inks.set(key, ink);
  return ink;
}

/** The ink of the theme in use, or of paper; another object once letters have come that it wrote with others before. */
export function useInk(isPrinting: boolean): Ink {
  const theme = useSyncExternalStore(followTheme, themeNow);
  useSyncExternalStore(followLetters, () => lettersCame);
  return inkOf(isPrinting ? 'light' : theme);
}

function followTheme(onChange: () => void): () => void {
  const watch = new MutationObserver(onChange);
  watch.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => watch.disconnect();
}

let lettersCame = 0;
function followLetters(onChange: () => void): () => void {
  const loaded = () => {
    inks.clear();
    lettersCame += 1;
    onChange();
  };
  document.fonts.addEventListener('loadingdone', loaded);
  return () => document.fonts.removeEventListener('loadingdone', loaded);
}
