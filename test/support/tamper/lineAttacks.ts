import type { LineCommit } from '../../../shared/ledger/line.ts';
import { HOUR_MS } from '../../../shared/time/instant.ts';
import { addedFile, hashOf } from '../ledgerLine.ts';
import { pushed, type Attack, type Tampered } from './attack.ts';
import type { Honest } from './honest.ts';
import { decidedOn, freezeOf } from './honestBodies.ts';

const undecided = {
  ready: 'indeterminate',
  rejected: 'indeterminate',
  frozen: 'indeterminate',
  bare: 'indeterminate',
} as const;

const broken = (
  name: string,
  halt: NonNullable<Tampered['halt']>,
  make: (honest: Honest) => readonly LineCommit[],
): Attack => ({
  name,
  kind: 'line',
  make: (honest) => ({ commits: make(honest), reasons: {}, halt, answers: undecided }),
});

const freezePath = ({ of }: Honest): string => of('window')[0]?.path ?? '';
const disturb = (name: string, how: 'edited' | 'removed', path: (honest: Honest) => string): Attack =>
  broken(name, how, (honest) => [pushed(honest, [], { disturbed: [{ path: path(honest), how }] })]);

const pathOf = (kind: 'decision' | 'evidence' | 'checkpoint') => (honest: Honest) => honest.of(kind).at(-1)?.path ?? '';
const foundingPath = (root: string) => (honest: Honest) =>
  honest.line.commits[0]?.added.find(({ path }) => path.startsWith(root))?.path ?? '';

export const lineAttacks: readonly Attack[] = [
  broken('merge that puts a record before its revocation', 'merge', (honest) => {
    const sealed = honest.say('decision', decidedOn(honest.texts.bare), 'petra');
    return [pushed(honest, [sealed], { parents: [honest.line.head(), hashOf('side')] })];
  }),
  broken('merge of three lines', 'merge', (honest) => [
    pushed(honest, [], { parents: [honest.line.head(), hashOf('side'), hashOf('other')] }),
  ]),
  broken('`-s ours` merge that drops a freeze', 'merge', (honest) => {
    const { say, at } = honest;
    const freeze = say('window', freezeOf('dropped', 'lyon', { start: at - HOUR_MS, end: at + HOUR_MS }), 'carl');
    const side = pushed(honest, [freeze]);
    return [pushed(honest, [], { parents: [honest.line.head(), side.commit] })];
  }),
  broken('merge, and more honest work behind it', 'merge', (honest) => {
    const merge = pushed(honest, [], { parents: [honest.line.head(), hashOf('side')] });
    const later = honest.say('decision', decidedOn(honest.texts.bare), 'petra', { seen: merge.commit });
    return [merge, pushed(honest, [later], { parents: [merge.commit] })];
  }),
  broken('merge healed by one admin', 'merge', (honest) => {
    const { line, say } = honest;
    const merge = pushed(honest, [], { parents: [line.head(), hashOf('side')] });
    const body = { ...line.replay.board().identity, heals: [merge.commit], follows: [line.inForce('ledger')] };
    const cure = say('ledger', body, 'ada', { seen: line.head() });
    return [merge, pushed(honest, [cure], { parents: [merge.commit] })];
  }),
  disturb('deleted freeze', 'removed', freezePath),
  disturb('shortened freeze', 'edited', freezePath),
  disturb('deleted rejection', 'removed', pathOf('decision')),
  disturb('edited evidence', 'edited', pathOf('evidence')),
  disturb('deleted checkpoint', 'removed', pathOf('checkpoint')),
  disturb('edited roster', 'edited', foundingPath('roster/')),
  disturb('deleted policy', 'removed', foundingPath('policy/')),
  disturb('file that takes the place of a folder', 'removed', freezePath),
  broken('deleted freeze, put back in the next commit', 'removed', (honest) => {
    const path = freezePath(honest);
    const [freeze] = honest.of('window');
    const gone = pushed(honest, [], { disturbed: [{ path, how: 'removed' }] });
    const back = freeze ? [addedFile(freeze)] : [];
    return [gone, pushed(honest, [], { parents: [gone.commit], added: back })];
  }),
  {
    name: 'other first commit',
    kind: 'line',
    make: (honest) => {
      const [first] = honest.line.commits;
      const added = (first?.added ?? []).map((file) => ({
        ...file,
        text: file.text?.replace('Test board', 'Best board') ?? null,
      }));
      return {
        keep: 0,
        commits: [{ ...pushed(honest, []), parents: [], added }],
        reasons: {},
        halt: 'first-commit',
        answers: undecided,
      };
    },
  },
  {
    name: 'first commit with a second roster',
    kind: 'line',
    make: (honest) => {
      const [first] = honest.line.commits;
      const second = honest.line.sign(
        'roster',
        { people: [...honest.line.replay.board().roster.people], follows: [] },
        { key: 'root', seen: '' },
      );
      const added = [...(first?.added ?? []), addedFile(second)].toSorted((a, b) => (a.path < b.path ? -1 : 1));
      return {
        keep: 0,
        commits: [{ ...pushed(honest, []), parents: [], added }],
        reasons: {},
        halt: 'first-commit',
        answers: undecided,
      };
    },
  },
  { name: 'commit taken out of the middle', kind: 'line', make: withoutOne },
];

/**
 * The line written anew without one commit, every later commit under a new name: each record whose signer had seen it or
 * anything behind it falls, and what rested on those.
 */
function withoutOne(honest: Honest): Tampered {
  const { commits } = honest.line;
  // Before the texts of the changes were decided on, so that every approval knew of it.
  const at = commits.findIndex(({ added }) => added.some(({ path }) => path.startsWith('windows/peak-week/')));
  let parent = commits[at - 1]?.commit ?? '';
  const anew = commits.slice(at + 1).map((commit) => {
    const renamed = { ...commit, commit: hashOf(`anew ${commit.commit}`), parents: [parent] };
    parent = renamed.commit;
    return renamed;
  });
  const fallen = anew.flatMap(({ added }) =>
    added.filter(({ text }) => sawIt(text ?? '', commits, at)).map(({ path }) => [path, 'seen-not-on-line'] as const),
  );
  return {
    keep: at,
    commits: anew,
    reasons: Object.fromEntries(fallen),
    answers: undecided,
  };
}

function sawIt(text: string, commits: readonly LineCommit[], at: number): boolean {
  const seen = /"seen":"([0-9a-f]+)"/.exec(text)?.[1] ?? '';
  return commits.findIndex(({ commit }) => commit === seen) >= at;
}
