// Runs a TypeScript entry on a Node that reads TypeScript. The only plain JavaScript here, because it must run on any Node:
// outside `npm run` the first `node` on the path may be old, and inside it may be missing when install scripts are blocked.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [entry, ...given] = process.argv.slice(2);
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const able = major >= 24 || (major === 22 && minor >= 18);
const windows = process.platform === 'win32';
const own = fileURLToPath(new URL(`../node_modules/node/bin/node${windows ? '.exe' : ''}`, import.meta.url));

if (!able && !existsSync(own)) {
  console.error(
    `Tidegate needs Node 24; this is ${process.version}. "npm install" brings its own: run it with scripts on.`,
  );
  process.exit(1);
}
const child = spawn(able ? process.execPath : own, ['--disable-warning=ExperimentalWarning', entry, ...given], {
  stdio: 'inherit',
});
// Windows sends Ctrl-C to the whole console itself, and `kill` there would end the child before it has closed its files.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => windows || child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
