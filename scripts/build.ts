import { buildApp, buildGate } from './build/buildAll.ts';

const startedAt = performance.now();
try {
  const made = process.argv.includes('gate') ? await buildGate() : [...(await buildApp()), ...(await buildGate())];
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(made.length === 0 ? 'Nothing to build.' : `Built ${made.join(', ')} in ${seconds} s.`);
} catch (error) {
  // The bundlers have said where; their own stack says nothing more.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
