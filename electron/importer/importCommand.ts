import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { TidegateError } from '../../shared/errors.ts';
import { mapping as mappingShape, type Mapping } from '../../shared/importer/mapping.ts';
import { shippedMappings } from '../../shared/importer/shippedMappings.ts';
import { writeCommit } from '../git/writeCommit.ts';
import { lockHome } from '../host/homeLock.ts';
import { failureLine } from './failureLine.ts';
import { runImport, stageLog } from './importLog.ts';
import { findSigner, findTarget, readTarget } from './importTarget.ts';
import type { ImportedFile } from './sealImported.ts';
import { tellImport, tellProgress } from './tellImport.ts';

const usage = `Usage: npm run import-changes -- FILE --board DIR --mapping NAME [--key FILE] [--name BOARD] [--report FILE]

Imports a change log (CSV, or CSV packed as .gz) into a board, as one commit or not at all.

  FILE            the log
  --board DIR     the data folder of a desk (TIDEGATE_HOME; not open at the same time), or a bare ledger such as
                  "npm run sample" writes
  --mapping NAME  ${shippedMappings.map(({ name }) => name).join(', ')}, or a JSON file that holds a mapping
  --key FILE      private key of the importer, an OpenSSH Ed25519 key of a change manager. Without it: the first key of a
                  change manager in DIR/keys (bare ledger) or DIR/keys/BOARD (data folder)
  --name BOARD    which board of the data folder, when there are several
  --report FILE   where the rejected rows go as CSV; else they are only counted

Changes that were imported from the same source before are recognised by their ids and left as they are.`;

const options = {
  board: { type: 'string' },
  mapping: { type: 'string' },
  key: { type: 'string' },
  name: { type: 'string' },
  report: { type: 'string' },
  help: { type: 'boolean' },
} as const;

async function main(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true });
  const [file, ...rest] = positionals;
  if (values.help) {
    console.log(usage);
    return 0;
  }
  if (file === undefined || rest.length > 0 || values.board === undefined || values.mapping === undefined) {
    console.error(usage);
    return 64;
  }
  const mapping = readMapping(values.mapping);
  const target = findTarget(values.board, values.name);
  const lock = target.home === null ? null : await lockHome(target.home, 'browser');
  if (lock !== null && 'pid' in lock) {
    console.error('Tidegate is open on this folder. Import there, or close it first.');
    return 1;
  }
  const stop = new AbortController();
  const cancel = (): void => stop.abort();
  process.once('SIGINT', cancel);
  try {
    const begun = performance.now();
    const { log } = stageLog('file', basename(file), readText(file));
    const { replay, board, known } = await readTarget(target);
    const { person, signer } = findSigner(board, target.keys, values.key);
    const author = { name: board.roster.people.find((each) => each.person === person)?.name ?? person, email: '' };
    const at = Date.now();
    const result = await runImport({
      log,
      mapping,
      known,
      importer: {
        ledger: board.ledger,
        person,
        fingerprint: signer.fingerprint,
        sign: signer.sign,
        seen: board.head,
        at,
      },
      commit: (files, message) => {
        requireCounted(replay.applyUnsent(probes(files)));
        return writeCommit(target.ledger, { parent: board.head, files, message, author, at });
      },
      onProgress: ({ step, done, total }) => tellProgress(step, done, total),
      signal: stop.signal,
    });
    tellImport(result, (performance.now() - begun) / 1_000);
    if (values.report !== undefined) writeFileSync(values.report, result.report);
    return 0;
  } finally {
    process.removeListener('SIGINT', cancel);
    lock?.release();
  }
}

/** @throws TidegateError `mapping-unusable` */
function readMapping(name: string): Mapping {
  const shipped = shippedMappings.find((each) => each.name === name);
  if (shipped) return shipped;
  try {
    return mappingShape.parse(JSON.parse(readFileSync(name, 'utf8')));
  } catch (error) {
    throw new TidegateError('mapping-unusable', { mapping: name }, error);
  }
}

/** @throws TidegateError `file-unreadable` */
function readText(file: string): string {
  try {
    const bytes = readFileSync(file);
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return (isPacked ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch (error) {
    throw new TidegateError('file-unreadable', { file }, error);
  }
}

/** The first of each kind stands for the rest: all are signed by one person with one key. */
function probes(files: readonly ImportedFile[]) {
  return ['services/', 'changes/'].flatMap((root) => {
    const found = files.find(({ path }) => path.startsWith(root));
    return found === undefined ? [] : [{ ...found, mode: '100644', blob: '' }];
  });
}

function requireCounted(standings: ReturnType<Awaited<ReturnType<typeof readTarget>>['replay']['applyUnsent']>): void {
  for (const standing of standings)
    if ('problem' in standing)
      throw new TidegateError('not-entitled', { reason: standing.problem.reason, detail: standing.problem.detail });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const code = error instanceof TidegateError ? error.code : (error as { code?: string }).code;
  if (code?.startsWith('ERR_PARSE_ARGS')) console.error(usage);
  console.error(error instanceof TidegateError ? failureLine(error) : error);
  process.exitCode = code === 'cancelled' ? 130 : code?.startsWith('ERR_PARSE_ARGS') ? 64 : 1;
}
