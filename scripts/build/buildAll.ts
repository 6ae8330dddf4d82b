import { bundleGate, bundleHosts } from './bundleNode.ts';
import { makeIfStale, type Target } from './freshness.ts';
import { projectRoot } from './projectRoot.ts';

const recipe = ['package-lock.json', 'scripts/build', 'vite.config.ts'];

const page = {
  name: 'page',
  sources: ['renderer', 'shared', ...recipe],
  outputs: ['dist/renderer/index.html', 'dist/renderer/licences.txt'],
};
const entries = ['main.cjs', 'preload.cjs', 'loopback.mjs'];
const askedLater = ['holidayBook.mjs', 'readingWorker.mjs', 'signatureWorker.mjs', 'packWorker.mjs'];
const hosts = {
  name: 'hosts',
  sources: ['electron', 'shared', ...recipe],
  outputs: [...entries, ...askedLater].map((name) => `dist/electron/${name}`),
};
export const gate = {
  name: 'gate',
  sources: ['electron/gate', 'electron/git', 'electron/importer', 'electron/seal', 'shared', ...recipe],
  outputs: ['dist/tidegate-gate.mjs'],
};

async function makePage(): Promise<void> {
  const { build } = await import('vite'); // a third of a second that a fresh build does not need
  await build({ root: `${projectRoot}/renderer`, configFile: `${projectRoot}/vite.config.ts`, logLevel: 'warn' });
}

/** Builds what is older than its sources and answers what that was; `before` is told once, when there is something to do. */
export async function buildApp(before: () => void = () => undefined): Promise<string[]> {
  const made: string[] = [];
  let told = false;
  const make = async (target: Target, build: () => Promise<unknown>): Promise<void> => {
    const ran = await makeIfStale(target, async () => {
      if (!told) before();
      told = true;
      await build();
    });
    if (ran) made.push(target.name);
  };
  await Promise.all([make(hosts, bundleHosts), make(page, makePage)]);
  return made;
}

/** Builds the gate when it is older than its sources. */
export async function buildGate(): Promise<string[]> {
  return (await makeIfStale(gate, () => bundleGate('dist/tidegate-gate.mjs', true))) ? [gate.name] : [];
}
