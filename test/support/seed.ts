/** The seed of everything random in tests: fixed, unless the long run gives another. */
export const seed = Number(process.env['TIDEGATE_SEED'] ?? 20_261_120);

/** How many cases to try: a few by day, many in `npm run test:long`. */
export function rounds(few: number, many: number): number {
  return process.env['TIDEGATE_LONG'] ? many : few;
}
