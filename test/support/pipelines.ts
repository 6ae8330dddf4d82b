import type { TestContext } from 'node:test';
import { join } from 'node:path';
import { runGit } from '../../electron/git/runGit.ts';
import { materialDigest } from '../../shared/change/material.ts';
import type { RequestBody } from '../../shared/record/body/requestBody.ts';
import { HOUR_MS, toInstant } from '../../shared/time/instant.ts';
import { artifact, createGateBoard, type GateBoard } from './gateBoard.ts';
import { keyFileOf } from './gateKeys.ts';
import { tempFolder } from './gitServer.ts';
import { runGate, type GateRun } from './runGate.ts';

const now = Math.floor(Date.now() / 60_000) * 60_000;

export interface Told {
  readonly answer: string;
  readonly waivers: readonly string[];
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
  readonly commit: string;
  readonly receipt?: { readonly id: string; readonly commit: string };
}

/** A board in a remote, pipelines with clones of it, and a key that the board knows. */
export interface Pipelines {
  readonly home: string;
  readonly board: GateBoard;
  readonly key: string;
  readonly clone: (...args: string[]) => Promise<string>;
  readonly gate: (command: string, folder: string, change: string, ...more: string[]) => Promise<GateRun>;
  /** Begins with the kiosk's artifact, in production. */
  readonly begin: (folder: string, change: string, ...more: string[]) => Promise<GateRun>;
  /** Where the remote's line ends. */
  readonly head: () => Promise<string>;
  /** How many starts stand on the remote's line. */
  readonly starts: () => Promise<number>;
  /** A freeze by Bruno that has just begun. */
  readonly freeze: () => Promise<string>;
  /** A waiver of that freeze, signed by all who must. */
  readonly waive: (change: string) => Promise<void>;
}

export async function createPipelines(t: TestContext): Promise<Pipelines> {
  const home = tempFolder(t, 'begin');
  const board = await createGateBoard(join(home, 'board.git'), { now });
  const key = keyFileOf(home, 'pipe');
  let clones = 0;
  const remote = async (...args: string[]) => (await runGit(board.folder, args)).stdout.toString();
  const gate: Pipelines['gate'] = (command, folder, change, ...more) =>
    runGate([command, '--ledger', folder, '--root', board.root, '--change', change, '--env', 'production', ...more]);
  const say = async (change: string): Promise<void> => {
    const listed = await remote('ls-tree', '-r', '--name-only', 'main', '--', 'changes/');
    const path = listed.split('\n').find((line) => line.includes(`${change}/request/`)) ?? '';
    const { body } = JSON.parse(await remote('show', `main:${path}`)) as { body: RequestBody };
    const waiver = {
      change,
      material: { version: 1 as const, digest: materialDigest(body) },
      windows: ['peak'],
      sites: [],
      expires: toInstant(now + 2 * HOUR_MS),
      reason: 'Tills print wrong tax',
      rollbackProof: 'Rehearsed',
      follows: [],
    };
    const of = { kind: 'waiver' as const, subject: change, digest: await board.say('waiver', waiver, 'rita') };
    await board.say('cosign', { of }, 'bruno');
    await board.say('cosign', { of, role: 'change-manager' }, 'carl');
  };
  return {
    home,
    board,
    key,
    gate,
    clone: async (...args) => {
      clones += 1;
      await runGit(home, ['clone', '--quiet', ...args, `file://${board.folder}`, `clone-${clones}`]);
      return join(home, `clone-${clones}`);
    },
    begin: (folder, change, ...more) =>
      gate('begin', folder, change, '--digest', artifact, '--key', key, '--format', 'json', ...more),
    head: async () => (await remote('rev-parse', 'main')).trim(),
    starts: async () =>
      (await remote('log', '--format=%s', 'main')).split('\n').filter((line) => line.endsWith('started')).length,
    freeze: () => board.window({ window: 'peak', title: 'Peak', owner: 'bruno', start: now, end: now + 3 * HOUR_MS }),
    waive: say,
  };
}

export const said = ({ stdout }: GateRun): Told => JSON.parse(stdout) as Told;
export const codes = (run: GateRun): string[] => said(run).reasons.map(({ code }) => code);
