import { TidegateError, type ErrorCode } from '../../shared/errors.ts';

const sentences: Partial<Readonly<Record<ErrorCode, string>>> = {
  'board-unreadable': 'There is no board to import into, or more than one: name it with --name.',
  cancelled: 'Cancelled; nothing was imported.',
  'file-unreadable': 'The log cannot be read.',
  'git-missing': 'No git was found on the path.',
  'key-unusable': 'No key to sign the import with.',
  'ledger-halted': 'The line of this ledger is broken; nothing is written behind the break.',
  'mapping-unusable': 'The mapping does not fit this log, or cannot be read.',
  'not-entitled': 'This person may not import here: it takes a change manager.',
};

/** One line for a person whose import failed: a sentence, then the facts. */
export function failureLine(error: TidegateError): string {
  const facts = Object.entries(error.facts).map(([name, value]) => `${name} ${value}`);
  const sentence = sentences[error.code] ?? `The import failed: ${error.code}.`;
  return facts.length === 0 ? sentence : `${sentence} (${facts.join(', ')})`;
}
