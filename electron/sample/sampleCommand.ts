import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createSample } from './createSample.ts';

const usage = `Usage: npm run sample -- DIR

Writes the sample board as a bare Git repository at DIR and the keys of its invented members to DIR/keys.
DIR must be empty or missing. The last line is the fingerprint of the ledger's root key, for the gate's --root.`;

/** `npm run sample -- DIR`. */
async function main(words: readonly string[]): Promise<number> {
  const [folder, ...rest] = words;
  if (folder === undefined || rest.length > 0 || folder.startsWith('-')) {
    console.error(usage);
    return folder === '--help' ? 0 : 64;
  }
  const target = resolve(folder);
  if (existsSync(target) && readdirSync(target).length > 0) {
    console.error(`${target} is not empty.`);
    return 64;
  }
  const { rootFingerprint } = await createSample(target, {
    now: Date.now(),
    seed: 'tidegate',
    keysFolder: join(target, 'keys'),
  });
  console.log(rootFingerprint);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
