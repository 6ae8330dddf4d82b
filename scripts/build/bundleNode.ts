import { readFileSync } from 'node:fs';
import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild';
import { projectRoot } from './projectRoot.ts';

/** ES modules that esbuild makes still meet CommonJS packages, which ask for `require`. */
const requireBanner = "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);";

const { version } = JSON.parse(readFileSync(`${projectRoot}/package.json`, 'utf8')) as { version: string };

/** Read when somebody first asks for days off: a file beside the host, so that no start waits for its data. */
const asked = { source: 'electron/app/holidayBook.ts', outfile: 'dist/electron/holidayBook.mjs' };
const askedLater: Plugin = {
  name: 'asked later',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/holidayBook\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './holidayBook.mjs', external: true } : null,
    ),
};

const common: BuildOptions = {
  absWorkingDir: projectRoot,
  bundle: true,
  platform: 'node',
  charset: 'utf8',
  legalComments: 'linked',
  logLevel: 'warning',
  metafile: true,
  define: { 'process.env.TIDEGATE_VERSION': JSON.stringify(version) },
  // They hold native code, fonts or the runtime itself, and stay packages.
  external: ['electron', 'better-sqlite3', 'pdfkit', '@expo-google-fonts/*'],
  plugins: [askedLater],
};

/** CommonJS, which Electron's main process and a sandboxed preload ask for. */
function commonJs(entry: string, outfile: string): BuildOptions {
  return {
    ...common,
    entryPoints: [entry],
    outfile,
    format: 'cjs',
    target: 'node24',
    define: { ...common.define, 'import.meta.url': '__moduleUrl' },
    banner: { js: "const __moduleUrl=require('node:url').pathToFileURL(__filename).href;" },
  };
}

function esModule(entry: string, outfile: string): BuildOptions {
  return { ...common, entryPoints: [entry], outfile, format: 'esm', target: 'node22', banner: { js: requireBanner } };
}

/** The desktop's main process and preload, the browser host, and the workers they start. */
export async function bundleHosts(): Promise<void> {
  // A sandboxed preload may require nothing but `electron`.
  const { banner: _, define: __, ...preload } = commonJs('electron/preload.ts', 'dist/electron/preload.cjs');
  await Promise.all([
    build(commonJs('electron/main.ts', 'dist/electron/main.cjs')),
    build(preload),
    build(esModule('electron/loopback.ts', 'dist/electron/loopback.mjs')),
    build({ ...esModule(asked.source, asked.outfile), minify: true }),
    build(esModule('electron/app/readingWorker.ts', 'dist/electron/readingWorker.mjs')),
    build(esModule('electron/seal/signatureWorker.ts', 'dist/electron/signatureWorker.mjs')),
    build(esModule('electron/audit/packWorker.ts', 'dist/electron/packWorker.mjs')),
  ]);
}

export interface GateBundle {
  readonly metafile: Metafile;
  readonly bytes: number;
  readonly text: string;
}

/** The gate as one file that runs alone, on Node 20 too: a pipeline has nothing else of ours. */
export async function bundleGate(outfile: string, write: boolean): Promise<GateBundle> {
  const result = await build({
    ...common,
    entryPoints: ['electron/gate/cli.ts'],
    outfile,
    write,
    format: 'esm',
    target: 'node20',
    minify: true,
    external: [],
    legalComments: 'eof',
    banner: { js: `#!/usr/bin/env node\n${requireBanner}` },
  });
  const text = result.outputFiles?.[0]?.text ?? '';
  return { metafile: result.metafile as Metafile, bytes: Buffer.byteLength(text), text };
}
