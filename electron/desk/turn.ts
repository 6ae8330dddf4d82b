/** Lets one act at a time, in the order in which they were asked for. What fails holds nobody up. */
export type Turn = <T>(act: () => Promise<T>) => Promise<T>;

export function createTurn(): Turn {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const next = last.then(act, act);
    last = next.catch(() => undefined);
    return next;
  };
}
