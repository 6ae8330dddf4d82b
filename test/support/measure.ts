/** Half of the runs took no longer, in milliseconds. */
function medianMs(runs: number, work: (run: number) => unknown): number {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const began = performance.now();
    work(run);
    times.push(performance.now() - began);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

/** Measures, prints one line and returns the median in milliseconds. */
export function measure(name: string, runs: number, work: (run: number) => unknown): number {
  const median = medianMs(runs, work);
  console.log(`${name.padEnd(72)} ${median.toFixed(2).padStart(10)} ms  (median of ${runs})`);
  return median;
}

/** Prints how many times longer the first took than the second. */
export function ratio(name: string, longer: number, shorter: number): void {
  console.log(`${name.padEnd(72)} ${(longer / shorter).toFixed(1).padStart(10)} x`);
}
