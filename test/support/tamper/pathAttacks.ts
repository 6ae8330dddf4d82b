import { addedFile, nextId } from '../ledgerLine.ts';
import { pushed, refused, type Attack, type Tampered } from './attack.ts';
import type { Honest } from './honest.ts';
import { freezeOf } from './honestBodies.ts';

/** A genuine record that stands on the line, to be shown again somewhere else. */
function genuine({ of }: Honest) {
  const found = of('decision').find(({ record }) => record.body.verdict === 'approve');
  if (!found) throw new RangeError('no approval to copy');
  return found;
}

/** The rejected change's approval, which a rejection followed: counted twice, it would speak last. */
function overruled({ of, texts }: Honest) {
  const found = of('decision').find(({ record }) => record.body.change === texts.rejected.change);
  if (!found) throw new RangeError('no approval that was overruled');
  return found;
}

const elsewhere = (name: string, reason: Parameters<typeof refused>[1], place: (path: string) => string): Attack => ({
  name,
  kind: 'junk',
  make: (honest) => {
    const { path, text } = overruled(honest);
    return refused(honest, reason, { path: place(path), text });
  },
});

const mode = (name: string, given: string): Attack => ({
  name,
  kind: 'junk',
  make: (honest) => {
    const { path, text } = honest.say(
      'window',
      freezeOf('moded', 'lyon', { start: honest.at, end: honest.at + 1_000_000 }),
      'carl',
    );
    return refused(honest, 'bad-mode', { path, text, mode: given });
  },
});

const unread = (name: string): Attack => ({
  name,
  kind: 'junk',
  make: (honest): Tampered => {
    const path = `windows/unread/${nextId()}.json`;
    const file = { ...addedFile({ path, text: 'x' }), text: null };
    return { commits: [pushed(honest, [], { added: [file] })], reasons: { [path]: 'too-large' } };
  },
});

const file = /[^/]+$/;
export const pathAttacks: readonly Attack[] = [
  {
    name: 'decision copied into another change',
    kind: 'junk',
    make: (honest) => {
      const { path, text } = genuine(honest);
      const { change } = honest.texts.bare;
      return refused(honest, 'path-differs', { path: path.replace(/^changes.*CHG-[^/]+/, folderOf(change)), text });
    },
  },
  elsewhere('record under another id', 'path-differs', (path) => path.replace(file, `${nextId()}.json`)),
  elsewhere('record in the folder of another kind', 'path-differs', (path) =>
    path.replace('/decisions/', '/evidence/'),
  ),
  elsewhere('way out of the folder', 'unknown-path', (path) => path.replace('changes/', 'changes/../changes/')),
  elsewhere('dot folder', 'unknown-path', (path) => path.replace('/decisions/', '/./decisions/')),
  elsewhere('empty folder name', 'unknown-path', (path) => path.replace('/decisions/', '//decisions/')),
  elsewhere('other case of the folder', 'unknown-path', (path) => path.replace('/decisions/', '/Decisions/')),
  elsewhere('other case of the file', 'unknown-path', (path) => path.toLowerCase().replace('chg', 'CHG')),
  elsewhere('other case of the suffix', 'unknown-path', (path) => path.replace('.json', '.JSON')),
  elsewhere('nested deeper', 'unknown-path', (path) => path.replace('/decisions/', '/decisions/decisions/')),
  elsewhere('backslashes', 'unknown-path', (path) => path.replace('/decisions/', '\\decisions\\')),
  elsewhere('newline in front', 'unknown-path', (path) => `changes/\n${path.slice(8)}`),
  elsewhere('newline behind', 'unknown-path', (path) => `${path}\n`),
  elsewhere('tab behind', 'unknown-path', (path) => `${path}\tx`),
  elsewhere('space behind', 'unknown-path', (path) => `${path} `),
  elsewhere('dot behind', 'unknown-path', (path) => `${path}.`),
  elsewhere('second suffix', 'unknown-path', (path) => `${path}.json`),
  elsewhere('alternate stream', 'unknown-path', (path) => `${path}::$DATA`),
  elsewhere('Cyrillic look-alike', 'unknown-path', (path) => path.replace('decisions', 'dеcisions')),
  elsewhere('full-width look-alike', 'unknown-path', (path) => path.replace('CHG-', 'ＣＨＧ-')),
  elsewhere('digits of another script', 'unknown-path', (path) => path.replaceAll('2026', '٢٠٢٦')),
  elsewhere('zero-width letter', 'unknown-path', (path) => path.replace('/decisions', '/decisions\u200b')),
  elsewhere('right-to-left override', 'unknown-path', (path) => path.replace('/decisions/', '/\u202esnoisiced/')),
  elsewhere('combining letter', 'unknown-path', (path) => path.replace('decisions', 'décisions')),
  elsewhere('replacement character', 'unknown-path', (path) => path.replace('decisions', 'decisions\ufffd')),
  elsewhere('U+007F in the name', 'unknown-path', (path) => path.replace('decisions', 'decisions\u007f')),
  elsewhere('a name longer than any record has', 'unknown-path', (path) =>
    path.replace(file, `${'0'.repeat(900)}.json`),
  ),
  elsewhere('wrong short folder of the change', 'unknown-path', (path) => path.replace(/(changes\/\d+\/)../, '$1ZZ')),
  mode('symbolic link', '120000'),
  mode('program', '100755'),
  mode('submodule', '160000'),
  mode('group-writable file', '100664'),
  unread('more than 1 MB'),
  unread('bytes that are no UTF-8'),
];

function folderOf(change: string): string {
  return `changes/${change.slice(4, 8)}/${change.slice(9, 11)}/${change}`;
}
