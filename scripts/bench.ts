import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from './build/buildAll.ts';
import { projectRoot } from './build/projectRoot.ts';
import { runProgram } from './test/runSuite.ts';

// npm run bench             every measurement
// npm run bench -- import   those whose file name holds the word
const word = process.argv[2] ?? '';
const folder = join(projectRoot, 'test', 'bench');
const files = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((name) => name.endsWith('.bench.ts') && name.includes(word))
  .toSorted();
await buildApp();
let broken = 0;
for (const file of files) {
  console.log(`\n${file.replace('.bench.ts', '')}`);
  if ((await runProgram(['--disable-warning=ExperimentalWarning', '--expose-gc', join(folder, file)])) !== 0)
    broken += 1;
}
console.log(
  `\n${files.length - broken} of ${files.length} measurements gave the right results at a ratio they may have`,
);
process.exitCode = broken > 0 ? 1 : 0;
