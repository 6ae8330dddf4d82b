import { underTables, type ZoneTable } from '../time/zoneTable.ts';
import type { WindowContext } from './windowContext.ts';

/** What another machine's time zone data says. */
export interface OtherClocks {
  /** Release of its data. */
  readonly version: string;
  /** The zones that it reads otherwise than this machine does. */
  readonly tables: ReadonlyMap<string, ZoneTable>;
}

/**
 * The calendar that allows only what it allows by both clocks: those of this machine, and the other ones.
 *
 * @param again makes the same calendar once more: what one remembers of its clocks is nothing to the other
 */
export function withOtherClocks(
  calendar: WindowContext,
  again: () => WindowContext,
  { version, tables }: OtherClocks,
): WindowContext {
  if (tables.size === 0) return calendar;
  const other = again();
  const always = { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY };
  return {
    ...calendar,
    earlier: [
      ...calendar.earlier,
      { ...always, context: onClocks(other, tables), tz: version },
      ...other.earlier.map((layer) => ({ ...layer, context: onClocks(layer.context, tables), tz: version })),
    ],
  };
}

function onClocks(context: WindowContext, tables: OtherClocks['tables']): WindowContext {
  return {
    ...context,
    spans: (window, period) => underTables(tables, () => context.spans(window, period)),
    spansFor: (window, covers, period) => underTables(tables, () => context.spansFor(window, covers, period)),
    mayHit: (work) => underTables(tables, () => context.mayHit(work)),
    nextStart: (window, covers, period) => underTables(tables, () => context.nextStart(window, covers, period)),
    faultOf: (window) => underTables(tables, () => context.faultOf(window)),
    earlier: [],
  };
}
