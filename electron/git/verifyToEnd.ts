import { verifyLine, type Verification } from './verifyLine.ts';

/** What reading the whole line came to, for those who watch no progress. */
export async function verifyToEnd(...given: Parameters<typeof verifyLine>): Promise<Verification> {
  const walk = verifyLine(...given);
  let step = await walk.next();
  while (!step.done) step = await walk.next();
  return step.value;
}
