import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BoardRow } from '../../../shared/api/boardCalls.ts';
import { SHORT_NAME } from '../../../shared/shortName.ts';
import { boardFolder } from '../boardFolder.ts';
import { openLedgerGit } from '../openLedgerGit.ts';
import type { SettingTable } from '../../workspace/settingTable.ts';
import { recallFacts } from './boardFacts.ts';
import type { BoardSwitch } from './switchBoards.ts';

/** Names of the boards in the data folder. What begins with a dot is being joined and is none yet. */
export function boardNames(home: string): readonly string[] {
  const folder = join(home, 'boards');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => SHORT_NAME.test(name) && existsSync(boardFolder(home, name).ledger));
}

/** The open one first, then those opened last; the sample is always among them. */
export async function listBoards(given: {
  readonly home: string;
  readonly sample: string;
  readonly boards: Pick<BoardSwitch, 'current' | 'trouble'>;
  readonly settings: SettingTable;
}): Promise<readonly BoardRow[]> {
  const { home, sample, boards, settings } = given;
  const open = boards.current()?.name;
  const trouble = boards.trouble();
  const here = new Set(boardNames(home));
  const names = new Set([...here, sample, ...(trouble ? [trouble.name] : [])]);
  const rows = [...names].map(async (name): Promise<BoardRow> => {
    const facts = recallFacts(settings, name);
    const failed = trouble?.name === name ? trouble.error : null;
    const lastOpened = Number(settings.read(`opened:${name}`) ?? 0);
    return {
      name,
      title: facts?.title ?? (name === sample ? 'Sample board' : name),
      sample: facts?.sample ?? name === sample,
      remote: here.has(name) ? await remoteOf(boardFolder(home, name).ledger) : null,
      state: open === name ? 'open' : failed ? 'failed' : here.has(name) ? 'closed' : 'absent',
      problem: failed && { code: failed.code, facts: failed.facts },
      lastOpened: lastOpened > 0 ? lastOpened : null,
    };
  });
  const listed = await Promise.all(rows);
  return listed.toSorted(
    (a, b) =>
      Number(isChosen(b)) - Number(isChosen(a)) ||
      (b.lastOpened ?? 0) - (a.lastOpened ?? 0) ||
      a.title.localeCompare(b.title, 'en'),
  );
}

/** The board that is open, or that should be. */
function isChosen({ state }: BoardRow): boolean {
  return state === 'open' || state === 'failed';
}

/** A ledger too damaged to say where it comes from is listed all the same. */
async function remoteOf(ledger: string): Promise<string | null> {
  try {
    return await openLedgerGit(ledger).remote();
  } catch {
    return null;
  }
}
