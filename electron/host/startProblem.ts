import { TidegateError } from '../../shared/errors.ts';

const sentences: Readonly<Record<string, string>> = {
  'git-missing':
    'Tidegate keeps its ledger in Git, and no git was found on the path. Install Git 2.39 or newer and start again.',
  'git-too-old': 'Tidegate needs Git 2.39 or newer.',
  'node-too-old':
    'Tidegate needs Node 22.14 or newer for its database; start it with "npm start", which brings Node 24.',
  'workspace-too-new':
    'This data folder was written by a newer Tidegate. Install that version, or choose another folder with TIDEGATE_HOME.',
  'workspace-damaged':
    'workspace.sqlite in the data folder is damaged and could not be mended; the disk may be failing. The ledger and your keys are not in it.',
  'board-unreadable': 'The board in this data folder cannot be read.',
  'key-unusable': 'The signing key in this data folder cannot be used.',
};

/** SQLite's words for a file that is not, or no longer, a database. The index is rebuilt; only the workspace can end here. */
const damaged = ['SQLITE_NOTADB', 'SQLITE_CORRUPT'];

/** One line for a person when the application cannot start, before there is any page to say it on. */
export function startProblem(error: unknown): string {
  if (error instanceof TidegateError) {
    const facts = Object.entries(error.facts).map(([name, value]) => `${name} ${value}`);
    const sentence = sentences[error.code] ?? `Tidegate cannot start: ${error.code}.`;
    return facts.length === 0 ? sentence : `${sentence} (${facts.join(', ')})`;
  }
  if (error instanceof Error && 'code' in error && damaged.includes(String(error.code))) {
    return 'Tidegate cannot start: workspace.sqlite in its data folder is damaged. Put your copy of it back, or move it away: the ledger and your keys are not in it, drafts and what was not sent are.';
  }
  return `Tidegate cannot start: ${error instanceof Error ? error.message : String(error)}`;
}
