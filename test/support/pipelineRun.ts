import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, before } from 'node:test';
import { parseAllDocuments } from 'yaml';
import { runGit } from '../../electron/git/runGit.ts';
import { buildGate } from '../../scripts/build/buildAll.ts';
import { projectRoot } from '../../scripts/build/projectRoot.ts';
import type { ReceiptBody } from '../../shared/record/body/decisionBody.ts';
import { HOUR_MS, toInstant } from '../../shared/time/instant.ts';
import { artifact, createGateBoard, type GateBoard } from './gateBoard.ts';
import { keyTextOf } from './gateKeys.ts';
import type { TestRemote } from './gitServer.ts';

before(async () => void (await buildGate()));
export const home = mkdtempSync(join(tmpdir(), 'tidegate-pipelines-'));
after(() => rmSync(home, { recursive: true, force: true, maxRetries: 3 }));
export const pipelines = join(projectRoot, 'pipelines');
export const gate = join(projectRoot, 'dist/tidegate-gate.mjs');
export const script = join(pipelines, 'shell/tidegate.sh');
const now = Math.floor(Date.now() / 60_000) * 60_000;
let runs = 0;

/** How many runs there were: part of the address of each. */
export const runNumber = () => runs;

/** A board on a real remote, and what a pipeline on a machine of its own would be given. */
export interface Ready {
  readonly board: GateBoard;
  readonly remote: TestRemote;
  readonly change: string;
  /** A folder of its own for this run. */
  readonly work: string;
  readonly env: Readonly<Record<string, string>>;
  /** The events of the receipts that the remote holds, in order. */
  readonly events: () => Promise<string[]>;
}

async function publish(board: GateBoard, folder: string): Promise<void> {
  await runGit(board.folder, ['push', '--quiet', folder, 'main']);
  await runGit(folder, ['config', 'uploadpack.allowFilter', 'true']);
  await runGit(folder, ['config', 'uploadpack.allowAnySHA1InWant', 'true']);
}

/** A board on a real remote with a change that may go now, or one that is frozen. */
export async function ready(remote: TestRemote, frozen = false): Promise<Ready> {
  runs += 1;
  const work = mkdtempSync(join(home, 'run-'));
  const board = await createGateBoard(join(work, 'desk.git'), { now });
  const change = await board.change();
  if (frozen) await board.window({ window: 'peak', title: 'Peak ::error::', start: now, end: now + HOUR_MS });
  await board.checkpoint();
  await publish(board, remote.folder);
  return {
    board,
    remote,
    change,
    work,
    env: {
      TIDEGATE_LEDGER_URL: remote.address,
      TIDEGATE_ROOT: board.root,
      TIDEGATE_GATE: gate,
      TIDEGATE_CHANGE: change,
      TIDEGATE_ENV: 'production',
      TIDEGATE_SERVICE: 'kiosk',
      TIDEGATE_SITE: 'lyon',
      TIDEGATE_DIGEST: artifact,
      TIDEGATE_GATE_KEY: keyTextOf('pipe'),
      TIDEGATE_RUN: `https://ci.example.org/${runs}`,
    },
    events: async () => {
      const { stdout } = await runGit(remote.folder, ['log', '--reverse', '--format=%s', 'main']);
      const subjects = stdout.toString().trim().split('\n');
      return subjects.flatMap((subject) => /^Receipt of \S+: (\S+)$/.exec(subject)?.[1] ?? []);
    },
  };
}

/** What one receipt says: its event, of which phase, and whether of the way back. */
const wordOf = ({ event, phase, rollbackOf }: ReceiptBody) =>
  [event, ...(phase === undefined ? [] : [phase]), ...(rollbackOf === undefined ? [] : ['back'])].join(' ');

/** A board that several pieces use one after the other. */
export interface SharedBoard {
  readonly root: string;
  /** For each piece a change of a newer artifact that goes out in two phases; another change's stands there before. */
  readonly phased: readonly string[];
  /** What the receipts of the change say on the remote's line, in order. */
  readonly told: (change: string) => Promise<string[]>;
}

export const newer = `sha256:${'b'.repeat(64)}`;

export async function shareBoard({ folder }: TestRemote, pieces: number): Promise<SharedBoard> {
  const board = await createGateBoard(join(mkdtempSync(join(home, 'shared-')), 'desk.git'), { now });
  const deployed = { environment: 'production' as const, services: ['kiosk'], site: 'lyon' };
  const stood = { ...deployed, artifacts: [{ service: 'kiosk', digest: artifact }], happenedAt: toInstant(now) };
  const older = await board.change();
  for (const event of ['started', 'succeeded'] as const)
    await board.add('receipt', { change: older, event, ...stood }, 'pipe');
  const phased: string[] = [];
  for (let n = 0; n < pieces; n += 1) {
    const phases = [
      { name: 'pilot', sites: ['lyon'] },
      { name: 'rest', sites: ['newark'] },
    ];
    const request = { sites: ['lyon', 'newark'], phases, artifacts: [{ service: 'kiosk', digest: newer }] };
    phased.push(await board.change({ request }));
  }
  await board.checkpoint();
  await publish(board, folder);
  const told = async (change: string): Promise<string[]> => {
    const { stdout } = await runGit(folder, [
      'log',
      '--reverse',
      '--format=',
      '-p',
      '--unified=0',
      'main',
      '--',
      'changes/',
    ]);
    const added = stdout
      .toString()
      .split('\n')
      .filter((line) => line.startsWith('+{'));
    const records = added.map((line) => JSON.parse(line.slice(1)) as { kind: string; body: ReceiptBody });
    return records.flatMap(({ kind, body }) => (kind === 'receipt' && body.change === change ? [wordOf(body)] : []));
  };
  return { root: board.root, phased, told };
}

/** Runs a script part as its runner would. */
export async function shell(words: readonly string[], { work, env }: Pick<Ready, 'work' | 'env'>, more = {}) {
  const [program = 'sh', ...args] = words;
  // Node of this project first: a build image has one of its own.
  const { GIT_CONFIG_GLOBAL: _none, ...machine } = process.env; // the suite hides it; a runner has its credential helper
  const child = spawn(program, args, { cwd: work, env: { ...machine, ...env, ...more } });
  const [out, error, [code]] = await Promise.all([buffer(child.stdout), buffer(child.stderr), once(child, 'close')]);
  return { code: Number(code), text: `${out.toString()}${error.toString()}` };
}

/** The documents of a piece, which must be sound YAML. */
export const documents = (file: string) =>
  parseAllDocuments(readFileSync(join(pipelines, file), 'utf8')).map((each) => {
    assert.deepEqual(each.errors, []);
    return each.toJS() as unknown;
  });
