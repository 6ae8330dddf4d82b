import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { TidegateError } from '../../shared/errors.ts';
import { safeText } from '../../shared/gate/safeText.ts';
import { lockHome } from '../host/homeLock.ts';
import { findTarget } from '../importer/importTarget.ts';
import { readKey } from '../seal/keyFile.ts';
import { recoverRoster } from './recoverRoster.ts';

const usage = `Usage: npm run recover -- --board DIR --root FILE --admin PERSON --key KEY [--revoke FINGERPRINT]…

When no admin can sign any more: makes somebody admin by the root key, in one commit. Every desk and every gate shows it,
for ever.

  --board DIR           the data folder of a desk (TIDEGATE_HOME; not open at the same time), or a bare ledger
  --root FILE           the root key that was handed out when the board was founded
  --admin PERSON        short name of who becomes admin; a member, or somebody new
  --name NAME           how somebody new is written
  --key KEY             their public key: the line "ssh-ed25519 AAAA…", or a file that holds it
  --revoke FINGERPRINT  a lost key, revoked from now on; may be given several times
  --board-name NAME     which board of the data folder, when there are several

Afterwards open the desk: it sends the commit to the shared repository.`;

const options = {
  board: { type: 'string' },
  root: { type: 'string' },
  admin: { type: 'string' },
  name: { type: 'string' },
  key: { type: 'string' },
  revoke: { type: 'string', multiple: true },
  'board-name': { type: 'string' },
  help: { type: 'boolean' },
} as const;

async function main(words: string[]): Promise<number> {
  const { values } = parseArgs({ args: words, options });
  const { board, root, admin, key } = values;
  if (values.help) {
    console.log(usage);
    return 0;
  }
  if (board === undefined || root === undefined || admin === undefined || key === undefined) {
    console.error(usage);
    return 64;
  }
  const target = findTarget(board, values['board-name']);
  const lock = target.home === null ? null : await lockHome(target.home, 'browser');
  if (lock !== null && 'pid' in lock) {
    console.error('Tidegate is open on this folder. Close it first.');
    return 1;
  }
  try {
    const line = existsSync(key) ? readFileSync(key, 'utf8') : key;
    const publicKey = line.trim().split(/\s+/).slice(0, 2).join(' ');
    const revoke = [...new Set(values.revoke)];
    const given = { person: admin, name: values.name ?? admin, publicKey, label: 'After recovery', revoke };
    const done = await recoverRoster(target.ledger, given, { root: readKey(root), now: Date.now() });
    console.log(`Recovered in commit ${done.commit.slice(0, 12)}. ${done.admins.length} can sign as admin now.`);
    return 0;
  } finally {
    lock?.release();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const code = (error as { code?: string }).code ?? '';
  if (code.startsWith('ERR_PARSE_ARGS')) console.error(usage);
  const isRefusal = error instanceof TidegateError;
  console.error(isRefusal ? `Nothing was written: ${safeText(`${code} ${JSON.stringify(error.facts)}`)}` : error);
  process.exitCode = code.startsWith('ERR_PARSE_ARGS') ? 64 : 1;
}
