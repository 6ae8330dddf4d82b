import { parseArgs } from 'node:util';
import { TidegateError } from '../../shared/errors.ts';
import { safeText } from '../../shared/gate/safeText.ts';
import { readKey } from '../seal/keyFile.ts';
import { agentKey } from './agentKey.ts';
import { breakWords } from './breakWords.ts';
import { findBreak, healLine, type Healing } from './healLine.ts';

const usage = `Usage: npm run heal -- --ledger DIR [--key FILE] [--as PERSON] [--cosign]

When a merge stands on the ledger's line: shows what it brought in, and with --key signs as an admin that it counts, as
first seen there. Where the board asks for two admins, the second runs the same command.

  --ledger DIR   a clone of the ledger; the Ledger page names the desk's own. What is signed goes to its remote
  --key FILE     an admin's private key, or the .pub file of one that the ssh-agent holds; without it nothing is signed
  --as PERSON    refuses when the key is somebody else's
  --cosign       signs only what another admin has begun

A file that was edited or removed cannot be healed: an up-to-date desk puts the verified line back, on its Ledger page.`;

const options = {
  ledger: { type: 'string' },
  key: { type: 'string' },
  as: { type: 'string' },
  cosign: { type: 'boolean', default: false },
  help: { type: 'boolean' },
} as const;

async function main(words: string[]): Promise<number> {
  const { values } = parseArgs({ args: words, options });
  const { ledger, key } = values;
  if (values.help || ledger === undefined) {
    (values.help ? console.log : console.error)(usage);
    return values.help ? 0 : 64;
  }
  const found = await findBreak(ledger);
  if (!found) {
    console.log('No merge halts this line. There is nothing to heal.');
    return 0;
  }
  console.log(await breakWords(ledger, found));
  if (key === undefined) {
    console.log('\nNothing was signed: --key is missing.');
    return 0;
  }
  const signer = key.endsWith('.pub') ? agentKey(key) : readKey(key);
  const done = await healLine(ledger, { found, signer, as: values.as, cosignOnly: values.cosign, now: Date.now() });
  console.log(`\n${outcome(done)}`);
  return 0;
}

function outcome({ how, commit, person }: Healing): string {
  const where = commit === null ? '' : ` Commit ${commit.slice(0, 12)}.`;
  if (how === 'healed') return `Signed by ${person}. The line reads on.${where}`;
  const second = 'The line stays halted until another admin runs this command as well.';
  return how === 'mine-waits' ? `Signed by ${person} before. ${second}` : `Signed by ${person}. ${second}${where}`;
}

/** For those who read a terminal; the code and its facts follow. */
function refusalWords({ code, facts }: TidegateError): string {
  const told = safeText(`${code} ${JSON.stringify(facts)}`);
  const isEdited = code === 'ledger-halted' && (facts['why'] === 'edited' || facts['why'] === 'removed');
  const cure = isEdited ? '\nThis is not healed: put the verified line back, on the Ledger page of a desk.' : '';
  return `Nothing was written: ${told}${cure}`;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const isUsage = String((error as { code?: string }).code).startsWith('ERR_PARSE_ARGS');
  if (isUsage) console.error(usage);
  else console.error(error instanceof TidegateError ? refusalWords(error) : error);
  process.exitCode = isUsage ? 64 : 1;
}
