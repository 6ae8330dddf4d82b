// Runs a TypeScript entry on a Node that reads TypeScript. The only plain JavaScript here, because it must run on any Node:
// outside `npm run` the first `node` on the path may be old, and inside it may be missing when install scripts are blocked.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [entry, ...given] = process.argv.slice(2);
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const able = major > 24 || (major === 24 && minor >= 0) || (major === 22 && minor >= 18);
const own = fileURLToPath(
  new URL(`../node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`, import.meta.url),
);
const node = able ? process.execPath : own;

if (!able && !existsSync(own)) {
  console.error(
    `Tidegate needs Node 24; this is ${process.version}. "npm install" brings its own: run it with scripts on.`,
  );
  process.exit(1);
}
const child = spawn(node, ['--disable-warning=ExperimentalWarning', entry, ...given], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal === 'SIGINT' ? 130 : (code ?? 1)));
