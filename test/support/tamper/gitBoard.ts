import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { runProofs } from '../../../electron/gate/proofs.ts';
import { readArguments } from '../../../electron/gate/readArguments.ts';
import { runCheck } from '../../../electron/gate/runCheck.ts';
import { runVerify } from '../../../electron/gate/runVerify.ts';
import type { Answer } from '../../../shared/gate/verdict.ts';
import { DAY_MS, HOUR_MS, type Ms } from '../../../shared/time/instant.ts';
import { START } from '../ledgerLine.ts';
import { createGateBoard, type GateBoard } from '../gateBoard.ts';
import { decidedOn, readyText, testedFor } from './honestBodies.ts';

/** When the gate is asked. */
export const AT: Ms = START + 20 * DAY_MS;
const texts = {
  ready: readyText('CHG-2026-READY00', AT),
  rejected: readyText('CHG-2026-REJECT0', AT),
  frozen: readyText('CHG-2026-FR0ZEN0', AT, { sites: ['newark'] }),
  bare: readyText('CHG-2026-BARE000', AT),
};
export { texts as gitTexts };

/** A board in a real repository: one change ready, one rejected after an approval, one frozen, one not approved. */
export async function createGitBoard(folder: string): Promise<GateBoard> {
  const board = await createGateBoard(folder, { now: AT });
  const scope = { everything: false, sites: ['newark'] };
  await board.window({ window: 'peak-week', scope, start: AT - DAY_MS, end: AT + DAY_MS });
  for (const text of Object.values(texts)) {
    await board.add('request', text, 'rita');
    await board.add('evidence', testedFor(text.change, AT), 'ivan');
  }
  for (const text of [texts.ready, texts.rejected, texts.frozen]) await board.add('decision', decidedOn(text), 'petra');
  await board.add('decision', decidedOn(texts.rejected, { verdict: 'reject' }), 'petra');
  await board.checkpoint();
  board.moveTo(AT - 2 * HOUR_MS);
  return board;
}

/** A copy of the repository for one attack, with Git at hand. */
export function copyOf(t: TestContext, folder: string) {
  const copy = join(mkdtempSync(join(tmpdir(), 'tidegate-tamper-')), 'ledger.git');
  t.after(() => rmSync(join(copy, '..'), { recursive: true, force: true }));
  cpSync(folder, copy, { recursive: true });
  const git = (args: readonly string[], input: string | Buffer = ''): string =>
    execFileSync('git', ['-C', copy, ...args], { input, stdio: ['pipe', 'pipe', 'ignore'] })
      .toString()
      .trim();
  const head = (): string => git(['rev-parse', 'main']);
  /** One commit in the words of `git fast-import`; returns its name. */
  const push = (changes: string, from = head()): string => {
    const commit = `commit refs/heads/main\ncommitter Mallory <m@example.org> 1795000000 +0000\ndata 4\nPush\nfrom ${from}\n`;
    execFileSync('git', ['-C', copy, 'fast-import', '--quiet', '--force'], { input: `${commit}${changes}\n` });
    return head();
  };
  const put = (path: string, text: string, mode = '100644'): string =>
    push(`M ${mode} inline ${JSON.stringify(path)}\ndata ${Buffer.byteLength(text)}\n${text}\n`);
  return { folder: copy, git, head, push, put };
}
export type Copy = ReturnType<typeof copyOf>;

/** What the gate answers for each change. */
export async function gateAnswers(folder: string, root: string): Promise<Readonly<Record<keyof typeof texts, Answer>>> {
  const answers = Object.entries(texts).map(async ([name, { change }]) => {
    const words = ['check', '--ledger', folder, '--root', root, '--change', change, '--env', 'production'];
    const order = readArguments([...words, '--digest', texts.ready.artifacts[0]?.digest ?? '']);
    if (order.command !== 'check') throw new RangeError(`no question: ${order.command}`);
    return [name, (await runCheck(order, AT)).verdict.answer] as const;
  });
  return Object.fromEntries(await Promise.all(answers)) as Readonly<Record<keyof typeof texts, Answer>>; // one for each text
}

/** What an auditor sees: the lines of both commands, and what the gate's own proof says. */
export async function audit(folder: string, root: string, head: string) {
  const [merges, altered] = await runProofs(folder, head);
  const { text, exitCode } = await runVerify({ ledger: folder, root, commit: head });
  return { merges: merges?.lines.length ?? 0, altered: altered?.lines.length ?? 0, text, exitCode };
}

function entry(mode: string, name: string): Buffer {
  return Buffer.from(`${mode} ${name}\0`);
}

/** A tree made by hand in which a file's name stands twice, as no Git command writes it; returns the commit. */
export function withNameTwice({ folder, git, head }: Copy, path: string, text: string): string {
  const raw = (name: string) => execFileSync('git', ['-C', folder, 'cat-file', 'tree', name]);
  const write = (tree: Buffer) => git(['hash-object', '-w', '-t', 'tree', '--literally', '--stdin'], tree);
  const junk = Buffer.from(git(['hash-object', '-w', '--stdin'], text), 'hex');
  const parts = path.split('/');
  const file = entry('100644', parts.at(-1) ?? '');
  let tree = raw(`main:${parts.slice(0, -1).join('/')}`);
  const behind = tree.indexOf(file) + file.length + 20;
  let name = write(Buffer.concat([tree.subarray(0, behind), file, junk, tree.subarray(behind)]));
  for (let depth = parts.length - 2; depth >= 0; depth -= 1) {
    tree = raw(depth === 0 ? 'main^{tree}' : `main:${parts.slice(0, depth).join('/')}`);
    const at = tree.indexOf(entry('40000', parts[depth] ?? '')) + entry('40000', parts[depth] ?? '').length;
    name = write(Buffer.concat([tree.subarray(0, at), Buffer.from(name, 'hex'), tree.subarray(at + 20)]));
  }
  const identity = ['-c', 'user.name=m', '-c', 'user.email=m@example.org'];
  const commit = git([...identity, 'commit-tree', '-m', 'Twice', '-p', head(), name]);
  git(['update-ref', 'refs/heads/main', commit]);
  return commit;
}
