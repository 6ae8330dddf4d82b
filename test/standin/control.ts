import { runInThisContext } from 'node:vm';
import { openEngine } from './chromium.ts';

interface Order {
  readonly id: number;
  /** The source of a function, as Playwright sends it to a real main process: closures do not travel. */
  readonly source?: string;
  readonly given?: unknown;
}

/** Does what the test asks of the main process, over the channel between parent and child. */
export function listenToTest(electron: object): void {
  const carryOut = async ({ source, given }: Order): Promise<unknown> => {
    if (source === undefined) return (await openEngine()).debuggingUrl;
    const evaluated = runInThisContext(`(${source})`) as (electron: object, given: unknown) => unknown;
    return evaluated(electron, given);
  };
  process.on('message', (order: Order) => {
    carryOut(order).then(
      (value) => process.send?.({ id: order.id, value }),
      (error: unknown) => process.send?.({ id: order.id, error: String(error) }),
    );
  });
}
