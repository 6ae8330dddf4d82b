import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openNewLine } from '../../electron/git/openNewLine.ts';
import { initBare } from '../../electron/git/repository.ts';
import { runGit } from '../../electron/git/runGit.ts';
import { verifyToEnd } from '../../electron/git/verifyToEnd.ts';
import { writeCommit } from '../../electron/git/writeCommit.ts';
import { verifySshsig } from '../../electron/seal/sshsig.ts';
import type { ChangeId, CommitId, Fingerprint } from '../../shared/ids.ts';
import { schemaFiles } from '../../shared/record/schemas.ts';
import { toInstant } from '../../shared/time/instant.ts';
import { stateTz } from '../../shared/time/statedTz.ts';
import { BIG_NOW, bigZones } from './bigBoard.ts';
import { writeAsked, writeChanges, writeTail, type ChangeStory } from './bigChanges.ts';
import { createBigWriter, foundBigBoard, type BigWriter } from './bigWriter.ts';
import { signerNamed } from './ledgerPeople.ts';

/** What a generated ledger is made of; everything else is the same in every one of them. */
export interface BigShape {
  readonly changes: number;
  readonly story: ChangeStory;
  /** So many changes are written together, in one to three commits. */
  readonly together: number;
  /** Commits after the checkpoint, of one record each. */
  readonly tail: number;
}

export interface BigLedger {
  /** A bare repository that serves partial clones. */
  readonly folder: string;
  readonly root: Fingerprint;
  /** A change that may go at `at`. */
  readonly asked: ChangeId;
  readonly at: string;
  readonly head: CommitId;
  readonly records: number;
  readonly commits: number;
}

const author = { name: 'Bench', email: 'bench@example.org' };
const root = signerNamed('root').fingerprint;
/** What generated ledgers hold. */
const kinds = 'ledger roster policy site service window request decision evidence receipt checkpoint'.split(' ');

/** The ledger of this shape, made once for all runs on this machine, until formats or this generator change. */
export async function bigLedger(shape: BigShape): Promise<BigLedger> {
  const home = join(tmpdir(), 'tidegate-bench-ledgers', `${Object.values(shape).join('-')}-${recipe()}`);
  const facts = join(home, 'facts.json');
  if (!existsSync(facts)) {
    console.log(`making a ledger of ${shape.changes} changes, kept for later runs`);
    const begun = `${home}.${process.pid}`;
    mkdirSync(begun, { recursive: true });
    writeFileSync(join(begun, 'facts.json'), JSON.stringify(await makeLedger(join(begun, 'ledger.git'), shape)));
    rmSync(home, { recursive: true, force: true });
    renameSync(begun, home);
  }
  const made = JSON.parse(readFileSync(facts, 'utf8')) as Omit<BigLedger, 'folder'>;
  return { ...made, folder: join(home, 'ledger.git') };
}

/** Of everything that decides what a ledger looks like: this generator, the form of its records, what a checkpoint says. */
function recipe(): string {
  const project = join(import.meta.dirname, '../..');
  const own = readdirSync(import.meta.dirname).filter((name) => name.startsWith('big') || name === 'ledgerPeople.ts');
  const policies = readdirSync(join(project, 'shared/policy')).map((name) => `shared/policy/${name}`);
  const vouching = ['checkpointState', 'recentTexts', 'standingTexts'].map((name) => `shared/ledger/${name}.ts`);
  const files = [...own.map((name) => `test/support/${name}`), ...policies, ...vouching].toSorted();
  const forms = schemaFiles().filter(({ path }) => kinds.some((kind) => path.endsWith(`/${kind}.schema.json`)));
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(join(project, file)));
  for (const { text } of forms) hash.update(text);
  return hash.digest('hex').slice(0, 12);
}

async function makeLedger(folder: string, shape: BigShape): Promise<Omit<BigLedger, 'folder'>> {
  await initBare(folder);
  const line = await openNewLine(folder);
  const writer = createBigWriter((files, at) => line.commit({ files, message: 'Add', author, at }));
  await foundBigBoard(writer);
  const { changes, together, story } = shape;
  for (let from = 0; from < changes - 1; from += together)
    await writeChanges(writer, from, Math.min(from + together, changes - 1), story, changes);
  const behind = writer.head();
  const asked = await writeAsked(writer);
  await line.close();
  writer.writeBy((files, at) => writeCommit(folder, { parent: writer.head(), files, message: 'Add', author, at }));
  await vouch(folder, writer);
  await writeTail(writer, shape.tail, behind);
  await runGit(folder, ['repack', '-a', '-d', '-q'], { timeoutMs: 600_000 });
  for (const setting of ['allowFilter', 'allowAnySHA1InWant'])
    await runGit(folder, ['config', `uploadpack.${setting}`, 'true']);
  const { head, records, commits } = writer;
  return { root, asked, at: toInstant(BIG_NOW), head: head(), records: records(), commits: commits() };
}

/** The auditor reads the whole line, trusting nothing, and says so. */
async function vouch(folder: string, writer: BigWriter): Promise<void> {
  const { checkpoint, problems, halt } = await verifyToEnd(folder, { to: writer.head(), root, verify: verifySshsig });
  if (!checkpoint || problems.length > 0)
    throw new Error(`what was generated does not stand: ${JSON.stringify(problems[0] ?? halt)}`);
  const tz = stateTz(bigZones, process.versions.tz ?? 'unknown', BIG_NOW);
  writer.add('checkpoint', { ...checkpoint, tz }, 'audra');
  await writer.commit();
}
