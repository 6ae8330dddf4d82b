import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { foundBoard } from '../../electron/desk/boards/foundBoard.ts';
import { runGit } from '../../electron/git/runGit.ts';
import { newPrivateKey } from '../../electron/seal/ed25519.ts';
import { openKeyring } from '../../electron/seal/keyring.ts';
import { createSigner } from '../../electron/seal/sshsig.ts';
import { openWorkspace } from '../../electron/workspace/openWorkspace.ts';
import { toMs, type Ms } from '../../shared/time/instant.ts';
import { openTestDesk, type TestDesk } from './desk.ts';
import { newBoard } from './newBoard.ts';

const BOARD = 'harbour';
const TODAY = toMs('2026-11-17T09:00:00Z');

/** A desk whose open board lies in this folder. */
export interface BoardDesk extends TestDesk {
  readonly ledger: string;
}

/** A desk with a board of its own: one admin, who is change manager too. */
export async function foundedDesk(t: TestContext): Promise<BoardDesk> {
  const home = newHome(t);
  const ledger = join(home, 'boards', BOARD, 'ledger.git');
  mkdirSync(ledger, { recursive: true });
  const founder = openKeyring(join(home, 'keys', BOARD), null).make('desk');
  const root = createSigner(newPrivateKey());
  const sites = newBoard.sites.map((site, n) => ({ site: `site-${n}`, ...site }));
  const services = newBoard.services.map((service, n) => ({
    service: `service-${n}`,
    ...service,
    kind: 'application' as const,
    tenancy: 'dedicated' as const,
    owner: newBoard.person,
    dependsOn: [],
    sites: sites.map(({ site }) => site),
  }));
  await foundBoard(ledger, { ...newBoard, sites, services }, { root, founder, now: TODAY });
  await openFirst(home, BOARD);
  return { ...(await openTestDesk(t, { home, now: TODAY })), ledger };
}

/** Another machine with a copy of the board, and no key of anybody. */
export async function copiedDesk(t: TestContext, from: BoardDesk): Promise<BoardDesk> {
  const home = newHome(t);
  const ledger = join(home, 'boards', 'copy', 'ledger.git');
  mkdirSync(join(home, 'boards', 'copy'), { recursive: true });
  await runGit(home, ['clone', '--quiet', '--bare', from.ledger, ledger]);
  await runGit(ledger, ['remote', 'remove', 'origin']);
  await openFirst(home, 'copy');
  return { ...(await openTestDesk(t, { home, now: from.now() })), ledger };
}

/** A machine on which no board is open, and none made for it. */
export async function emptyDesk(t: TestContext, now: Ms = TODAY): Promise<TestDesk> {
  const home = newHome(t);
  await openFirst(home, 'none');
  return openTestDesk(t, { home, now });
}

/** Sends what is due at one desk and lets the other read it: what a remote between them would do. */
export async function carry(from: BoardDesk, to: BoardDesk): Promise<void> {
  for (const desk of [from, to]) desk.pass(10_000);
  await from.sendDue();
  await runGit(to.ledger, ['fetch', '--quiet', from.ledger, 'main:main']);
  await to.sendDue();
}

/** The board that shows when this desk starts. */
async function openFirst(home: string, name: string): Promise<void> {
  const workspace = await openWorkspace(join(home, 'workspace.sqlite'));
  workspace.settings.save('board', name);
  workspace.close();
}

function newHome(t: TestContext): string {
  const home = mkdtempSync(join(tmpdir(), 'tidegate-pair-'));
  t.after(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
  return home;
}
