import type { WindowBody } from '../record/body/windowBody.ts';
import type { Ms, Period } from '../time/instant.ts';

/** A revision that loosens something: until its earlier texts have run out, they apply as well. */
export interface WaitingText {
  readonly window: WindowBody;
  /** Oldest first. A body of null is the time before there was such a window. */
  readonly earlier: readonly { readonly window: WindowBody | null; readonly until: Ms }[];
}

/** The windows that count in `[start, end)` as they were before. */
export interface Layer extends Period {
  readonly windows: readonly WindowBody[];
}

interface Layers {
  /** Earlier texts, as objects of their own, and when each runs out. */
  readonly fading: ReadonlyMap<WindowBody, Ms>;
  /** The present windows with the earlier texts that freeze. */
  readonly present: readonly WindowBody[];
  readonly layers: readonly Layer[];
}

/** Puts the calendar as it was in layers, so that what denies in any of them, or in the present one, denies. */
export function layersOf(windows: readonly WindowBody[], waiting: readonly WaitingText[]): Layers {
  if (waiting.length === 0) return { fading: new Map(), present: windows, layers: [] };
  const fading = new Map<WindowBody, Ms>();
  const copies = new Map<WindowBody, WindowBody>();
  for (const { window, until } of waiting.flatMap(({ earlier }) => earlier)) {
    if (!window || copies.has(window)) continue;
    // The same text may count again in a later revision: its copy alone runs out.
    const copy = { ...window };
    copies.set(window, copy);
    fading.set(copy, until);
  }
  const freezing = [...copies.values()].filter(({ effect }) => effect !== 'maintenance');
  const ends = [...new Set(waiting.flatMap(({ earlier }) => earlier.map(({ until }) => until)))];
  // One that was withdrawn is no present window, and yet stands for its earlier text.
  const known = [...new Set([...windows, ...waiting.map(({ window }) => window)])];
  let start = Number.NEGATIVE_INFINITY;
  const layers: Layer[] = [];
  for (const end of ends.toSorted((a, b) => a - b)) {
    const open = new Map(
      waiting.map(({ window, earlier }) => [window, earlier.filter(({ until }) => until >= end)] as const),
    );
    const depth = Math.max(...[...open.values()].map(({ length }) => length));
    for (let back = 0; back < depth; back += 1) {
      const before = known.flatMap((window) => {
        const texts = open.get(window) ?? [];
        if (texts.length === 0) return [window];
        const text = texts[Math.min(back, texts.length - 1)]?.window ?? null;
        return text ? [copies.get(text) ?? text] : [];
      });
      layers.push({ start, end, windows: [...new Set(before)] });
    }
    start = end;
  }
  return { fading, present: [...windows, ...freezing], layers };
}
