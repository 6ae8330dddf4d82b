/** A bound on what following the repetitions of one file may cost, whatever it says. */
export interface Spending {
  /** Takes so many steps; false when none were left. */
  spend(steps: number): boolean;
}

export function createSpending(steps: number): Spending {
  let left = steps;
  return {
    spend(count) {
      const able = left > 0;
      left -= count;
      return able;
    },
  };
}
