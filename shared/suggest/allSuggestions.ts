import { closes } from './closes.ts';
import { countrySales } from './countrySales.ts';
import { feasts } from './feasts.ts';
import { priceWindows } from './priceWindows.ts';
import { quietHours } from './quietHours.ts';
import type { Suggestion } from './suggestion.ts';
import { warehouseDay } from './warehouseDay.ts';
import { yearEndPeaks } from './yearEndPeaks.ts';

/** Every ready-made window, in the order in which they are offered. */
export const allSuggestions: readonly Suggestion[] = [
  ...yearEndPeaks,
  ...closes,
  ...warehouseDay,
  ...priceWindows,
  ...feasts,
  ...countrySales,
  ...quietHours,
];
