import { safeText } from '../../shared/gate/safeText.ts';
import { exitCodes } from './exitCodes.ts';
import { failureWords } from './failureWords.ts';
import { readArguments, type Order } from './readArguments.ts';
import type { Format } from './readWritingArguments.ts';
import { runBegin } from './runBegin.ts';
import { runCalendar } from './runCalendar.ts';
import { runCheck } from './runCheck.ts';
import { runCompile } from './runCompile.ts';
import { runReceipt } from './runReceipt.ts';
import { runDigest } from './runDigest.ts';
import { runReconcile } from './runReconcile.ts';
import { runVerify } from './runVerify.ts';
import { tellGithub } from './tellGithub.ts';
import { tellGitlab } from './tellGitlab.ts';
import { tellJson } from './tellJson.ts';
import { tellRecorded } from './tellRecorded.ts';
import { tellText } from './tellText.ts';
import type { Told } from './told.ts';
import { usage } from './usage.ts';

const tellers: Readonly<Record<Format, (told: Told) => string>> = {
  text: tellText,
  json: tellJson,
  github: tellGithub,
  gitlab: tellGitlab,
};

/** Does what was asked and answers with the exit code. Whatever goes wrong, a pipeline gets a line and a no. */
async function run(asked: Order): Promise<number> {
  switch (asked.command) {
    case 'help':
      process.stdout.write(usage);
      return 0;
    case 'version':
      process.stdout.write(`tidegate-gate ${process.env.TIDEGATE_VERSION ?? 'from source'}\n`);
      return 0;
    case 'misuse':
      process.stderr.write(`tidegate-gate: ${safeText(asked.problem)}\nSee tidegate-gate --help\n`);
      return exitCodes.usage;
    case 'check': {
      const told = await runCheck(asked, Date.now());
      process.stdout.write(tellers[asked.format](told));
      return told.exitCode;
    }
    case 'begin': {
      const told = await runBegin(asked, Date.now);
      process.stdout.write(tellers[asked.format](told));
      return told.exitCode;
    }
    case 'receipt':
      process.stdout.write(tellRecorded(await runReceipt(asked, Date.now), asked.format));
      return exitCodes.allow;
    case 'verify': {
      const { text, exitCode } = await runVerify(asked);
      process.stdout.write(text);
      return exitCode;
    }
    case 'calendar': {
      const { text, exitCode } = await runCalendar(asked, Date.now());
      process.stdout.write(text);
      return exitCode;
    }
    case 'digest': {
      const { text, exitCode } = await runDigest(asked, Date.now());
      process.stdout.write(text);
      return exitCode;
    }
    case 'reconcile': {
      const { text, exitCode } = await runReconcile(asked);
      process.stdout.write(text);
      return exitCode;
    }
    case 'compile': {
      const { text, notes, exitCode } = await runCompile(asked, Date.now());
      process.stderr.write(notes);
      process.stdout.write(text);
      return exitCode;
    }
    default:
      return exitCodes.indeterminate;
  }
}

/** One line and a no, whatever failed: a stack trace tells a pipeline nothing, and its exit code would be Node's own. */
function giveUp(error: unknown, ledger: string): void {
  process.stderr.write(`tidegate-gate: undecided: ${failureWords(error, ledger)}\n`);
  process.exitCode = exitCodes.indeterminate;
}

const order = readArguments(process.argv.slice(2));
const folder = 'ledger' in order ? order.ledger : '';
process.stdout.on('error', () => undefined); // a reader such as `head` may leave early
process.on('uncaughtException', (error) => {
  giveUp(error, folder);
  process.exit();
});
try {
  // The code is set, not exited with: what was written must reach a slow pipe first.
  process.exitCode = await run(order);
} catch (error) {
  giveUp(error, folder);
}
