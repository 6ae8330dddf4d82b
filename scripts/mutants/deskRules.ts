import type { Mutant } from './runMutant.ts';

const collision = 'test/store/sync.collision.test.ts';

/** Rules that a desk, its Git and the gate hold. */
export const deskMutants: readonly Mutant[] = [
  {
    of: 'rule 3',
    file: 'electron/desk/reissue.ts',
    from: '...own().flatMap((row) => lostIn(row) ?? []),',
    to: '...own().flatMap((row) => lostIn(row) ?? []).slice(0, 0),',
    test: 'test/contract/desk.collision.test.ts',
    name: 'what met an id that another desk had made first is said again under a new one, word for word',
  },
  {
    of: 'rule 3',
    file: 'electron/desk/reissue.ts',
    from: '...onLine.filter(isOwn)',
    to: '...onLine.slice(0, 0).filter(isOwn)',
    test: collision,
  },
  {
    of: 'rule 3',
    file: 'electron/desk/reissue.ts',
    from: 'if (stands) return { to, stands };',
    to: '',
    test: collision,
  },
  {
    of: 'rule 3',
    file: 'electron/desk/reissue.ts',
    from: ' && signed.key === fingerprint',
    to: '',
    test: collision,
  },
  {
    of: 'rule 3',
    file: 'electron/desk/dueActions.ts',
    from: ' && !files.some(isOfLost)',
    to: ' && (files.length > 0 || !files.some(isOfLost))',
    test: collision,
    name: 'a row that waits beside what is void on the line is not sent as said of the other',
  },
  {
    of: 'rule 4',
    file: 'electron/git/attachments.ts',
    from: "return digestOfBytes(stdout) === digest ? stdout : 'false';",
    to: 'return stdout;',
    test: 'test/store/git.attachments.test.ts',
  },
  {
    of: 'rule 4',
    file: 'electron/git/attachments.ts',
    from: "'refs/heads/attachments'",
    to: "'refs/heads/main'",
    test: 'test/store/git.attachments.test.ts',
  },
  {
    of: 'rule 16',
    file: 'electron/desk/sync/lineStand.ts',
    from: "if (held !== null && !(await isOnLineOf(folder, held, theirs))) return { how: 'rewritten', base };",
    to: '',
    test: 'test/store/sync.rewritten.test.ts',
    name: 'a rewritten remote is raised with what differs, nothing is sent, and a person puts the line back',
  },
  {
    of: 'rule 18',
    file: 'electron/desk/boardModel.ts',
    from: 'outbox.remove(sent.map(({ row }) => row));',
    to: 'outbox.remove(sent.slice(0, 0).map(({ row }) => row));',
    test: 'test/store/writer.crash.test.ts',
    name: 'a kill between the commit and the outbox sends nothing twice',
  },
  {
    of: 'rule 18',
    file: 'electron/workspace/openWorkspace.ts',
    from: 'atomically: (act) => db.transaction(act).immediate(),',
    to: 'atomically: (act) => act(),',
    test: 'test/contract/desk.together.test.ts',
    name: 'what is said again under a new number and the row that it replaces are one act',
  },
  {
    of: 'rule 19',
    file: 'electron/desk/sync/exchange.ts',
    from: 'const MOST_RACES = 12;',
    to: 'const MOST_RACES = 0;',
    test: 'test/store/sync.desks.test.ts',
    name: 'who loses a race makes the same records again on the new head',
  },
  {
    of: 'rule 20',
    file: 'electron/gate/dataAge.ts',
    from: 'Math.floor((now - contact) / MINUTE_MS)',
    to: 'Math.floor((now - now) / MINUTE_MS)',
    test: 'test/store/gate.copies.test.ts',
    name: 'production is undecided on old data, whatever the age of the newest commit',
  },
];
