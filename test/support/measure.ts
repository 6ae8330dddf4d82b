/** Milliseconds that the processor gave this thread: others on the machine do not count. */
function threadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Half of the runs took no longer, in milliseconds. */
function medianMs(runs: number, work: (run: number) => unknown, clock: () => number): number {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    // What the last one left behind is not charged to the next.
    (globalThis as { gc?: () => void }).gc?.();
    const began = clock();
    work(run);
    times.push(clock() - began);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

/** Measures, prints one line and returns the median in milliseconds. */
export function measure(name: string, runs: number, work: (run: number) => unknown): number {
  return told(
    name,
    runs,
    medianMs(runs, work, () => performance.now()),
  );
}

/** As `measure`, by the time that the processor gave this thread: for work that waits for nothing. */
export function measureThread(name: string, runs: number, work: (run: number) => unknown): number {
  return told(name, runs, medianMs(runs, work, threadMs));
}

function told(name: string, runs: number, median: number): number {
  console.log(`${name.padEnd(72)} ${median.toFixed(2).padStart(10)} ms  (median of ${runs})`);
  return median;
}

/** Prints how many times longer the first took than the second. */
export function ratio(name: string, longer: number, shorter: number): void {
  console.log(`${name.padEnd(72)} ${shown(longer / shorter).padStart(10)} x`);
}

/** As `ratio`; a bench whose ratio is missed ends with an exit code that says so. */
export function atLeast(name: string, longer: number, shorter: number, wanted: number): void {
  ratio(name, longer, shorter);
  judge(longer / shorter >= wanted, `at least ${wanted} x is wanted`);
}

/** The first took no more than so many times as long as the second. */
export function atMost(name: string, longer: number, shorter: number, wanted: number): void {
  ratio(name, longer, shorter);
  judge(longer / shorter <= wanted, `at most ${wanted} x is wanted`);
}

function judge(isMet: boolean, wanted: string): void {
  console.log(`  ${wanted}: ${isMet ? 'met' : 'MISSED'}`);
  if (!isMet) process.exitCode = 1;
}

function shown(times: number): string {
  return times.toFixed(times < 0.1 ? 5 : 1);
}
