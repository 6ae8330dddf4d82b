import type { TimelineBar } from '../api/calendarCalls.ts';
import type { Ms } from '../time/instant.ts';
import type { WeekDrawing, WeekWindow } from './weekModel.ts';
import type { Series } from './weekSeries.ts';

/** Something in a week that can be pressed. */
export type WeekNode = { readonly id: string; readonly day: number; readonly at: Ms } & (
  | { readonly kind: 'day' }
  | { readonly kind: 'window'; readonly window: Series<WeekWindow> }
  | { readonly kind: 'more-windows'; readonly count: number }
  | { readonly kind: 'change'; readonly bar: TimelineBar }
  | { readonly kind: 'rest'; readonly bars: readonly TimelineBar[] }
);

/** What an element of the week is called in `data-node`. */
export const nodeIds = {
  day: (day: number) => `d:${String(day)}`,
  window: ({ window, start, end }: WeekWindow) => `w:${window}/${String(start)}/${String(end)}`,
  moreWindows: (day: number) => `m:${String(day)}`,
  change: (change: string) => change,
  moreWork: (day: number) => `x:${String(day)}`,
  rest: (day: number, start: Ms) => `r:${String(day)}/${String(start)}`,
};

/**
 * Everything that can be pressed, in the order that arrows walk it: day by day, the head, the strip, then the hours.
 * @param isWhole all windows stand in the strip, and the first day carries the mark that counts them again
 */
export function weekNodes({ days, windows, work }: WeekDrawing, isWhole: boolean): WeekNode[] {
  const told = new Set<string>();
  return days.flatMap(({ day, blocks, hiddenWindows, hiddenWork }, index): WeekNode[] => {
    const begins = ({ band }: { readonly band: { readonly from: number } }) => Math.floor(band.from) === index;
    const at = day.start;
    const nodes: WeekNode[] = [{ kind: 'day', id: nodeIds.day(index), day: index, at }];
    for (const { item } of windows.filter(begins)) {
      nodes.push({ kind: 'window', id: nodeIds.window(item), day: index, at, window: item });
    }
    if (hiddenWindows > 0 || (isWhole && index === 0)) {
      nodes.push({ kind: 'more-windows', id: nodeIds.moreWindows(index), day: index, at, count: hiddenWindows });
    }
    for (const { item } of work.filter(begins)) {
      nodes.push({ kind: 'change', id: nodeIds.change(item.change), day: index, at, bar: item });
    }
    if (hiddenWork.length > 0) {
      nodes.push({ kind: 'rest', id: nodeIds.moreWork(index), day: index, at, bars: hiddenWork });
    }
    for (const block of blocks.toSorted((a, b) => a.start - b.start)) {
      if (block.kind === 'rest') {
        nodes.push({
          kind: 'rest',
          id: nodeIds.rest(index, block.start),
          day: index,
          at: block.start,
          bars: block.items,
        });
      } else if (!told.has(block.item.change)) {
        told.add(block.item.change); // work over midnight is one thing, at its first part
        nodes.push({
          kind: 'change',
          id: nodeIds.change(block.item.change),
          day: index,
          at: block.start,
          bar: block.item,
        });
      }
    }
    return nodes;
  });
}

/** The nearest by time of day on the next day, or on the one before, that holds more than its head; else that head. */
export function nodeBeside(nodes: readonly WeekNode[], from: WeekNode, by: 1 | -1): WeekNode | undefined {
  const heads = nodes.filter(({ kind }) => kind === 'day');
  if (from.kind === 'day') return heads.find(({ day }) => day === from.day + by);
  const into = (node: WeekNode) => node.at - (heads[node.day]?.at ?? 0);
  for (let day = from.day + by; day >= 0 && day < heads.length; day += by) {
    const there = nodes.filter((node) => node.day === day && (node.kind === 'change' || node.kind === 'rest'));
    if (there.length === 0) continue;
    return there.reduce((best, node) =>
      Math.abs(into(node) - into(from)) < Math.abs(into(best) - into(from)) ? node : best,
    );
  }
  return undefined;
}
