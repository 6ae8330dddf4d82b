import { DAY_MS, HOUR_MS, toInstant } from '../../../shared/time/instant.ts';
import { hashOf } from '../ledgerLine.ts';
import { signerNamed } from '../ledgerPeople.ts';
import { pushed, refused, rewritten, withNovelty, type Attack, type Tampered } from './attack.ts';
import type { Honest } from './honest.ts';
import { decidedOn, freezeOf, readyText } from './honestBodies.ts';

/** Records that a member signs well and that claim what is not so: they stand, and move no answer the wrong way. */
const claimed = (
  name: string,
  make: (honest: Honest) => readonly { readonly path: string; readonly text: string }[],
  answers: Tampered['answers'] = {},
): Attack => ({
  name,
  kind: 'member',
  make: (honest) => {
    const files = make(honest);
    return { commits: [pushed(honest, files)], reasons: {}, counted: files.map(({ path }) => path), answers };
  },
});

const revised = ({ of, texts }: Honest, name: keyof Honest['texts']) =>
  of('request').find(({ record }) => record.body.change === texts[name].change)?.digest ?? '';

export const claimAttacks: readonly Attack[] = [
  claimed('approval of a text that does not exist', ({ say, texts }) => [
    say(
      'decision',
      { ...decidedOn(texts.bare), material: { version: 1, digest: `sha256:${'e'.repeat(64)}` } },
      'petra',
    ),
  ]),
  claimed("approval of another change's text", ({ say, texts }) => [
    say('decision', { ...decidedOn(texts.bare), material: decidedOn(texts.ready).material }, 'petra'),
  ]),
  claimed(
    'text changed after the approval',
    (honest) => [
      honest.say(
        'request',
        { ...honest.texts.ready, data: 'irreversible', follows: [revised(honest, 'ready')] },
        'rita',
      ),
    ],
    { ready: 'deny' },
  ),
  claimed(
    'another artifact after the approval',
    (honest) => [
      honest.say(
        'request',
        {
          ...honest.texts.ready,
          artifacts: [{ service: 'kiosk', digest: `sha256:${'f'.repeat(64)}` }],
          follows: [revised(honest, 'ready')],
        },
        'rita',
      ),
    ],
    { ready: 'deny' },
  ),
  claimed(
    'change forked',
    (honest) => [
      honest.say('request', { ...honest.texts.ready, title: 'One', follows: [revised(honest, 'ready')] }, 'rita'),
      honest.say('request', { ...honest.texts.ready, title: 'Two', follows: [revised(honest, 'ready')] }, 'rita'),
    ],
    { ready: 'deny' },
  ),
  claimed('approval dated tomorrow', ({ say, texts, at }) => [
    say('decision', decidedOn(texts.bare), 'petra', { at: at + DAY_MS }),
  ]),
  claimed('approval dated in the year 9999', ({ say, texts }) => [
    say('decision', decidedOn(texts.bare), 'petra', { at: Date.parse('9999-12-31T23:59:59Z') }),
  ]),
  claimed('freeze lifted with tomorrow’s date', ({ say, of, at }) => {
    const [freeze] = of('window');
    const span = { start: at - DAY_MS, end: at + DAY_MS };
    const body = {
      ...freezeOf('peak-week', 'newark', span),
      standing: 'withdrawn' as const,
      follows: [freeze?.digest ?? ''],
    };
    return [say('window', body, 'carl', { at: at + DAY_MS })];
  }),
  claimed('freeze lifted just now, by its owner alone', ({ say, of, at }) => {
    const [freeze] = of('window');
    const span = { start: at - DAY_MS, end: at + DAY_MS };
    const body = {
      ...freezeOf('peak-week', 'newark', span),
      standing: 'withdrawn' as const,
      follows: [freeze?.digest ?? ''],
    };
    return [say('window', body, 'carl', { at })];
  }),
  claimed('freeze shortened just now', ({ say, of, at }) => {
    const [freeze] = of('window');
    const body = freezeOf('peak-week', 'newark', { start: at - DAY_MS, end: at - HOUR_MS });
    return [say('window', { ...body, follows: [freeze?.digest ?? ''] }, 'carl', { at })];
  }),
  {
    name: 'freeze shortened and dated back past what others have signed',
    kind: 'member',
    make: (honest): Tampered => {
      const { say, of, at } = honest;
      const [freeze] = of('window');
      // Two others have signed today: nobody signs before them any more.
      const today = ['rob', 'rita'].map((by, n) =>
        say('request', readyText(`CHG-2026-ZZZZZZ${n}`, at), by, { at: at - HOUR_MS + n }),
      );
      const first = pushed(honest, today);
      const body = freezeOf('peak-week', 'newark', { start: at - DAY_MS, end: at - HOUR_MS });
      const shortened = say('window', { ...body, follows: [freeze?.digest ?? ''] }, 'carl', { at: at - 5 * DAY_MS });
      const second = pushed(honest, [shortened], { parents: [first.commit] });
      return { commits: [first, second], reasons: {}, counted: [...today, shortened].map(({ path }) => path) };
    },
  },
  claimed('cosign of another digest', ({ say }) => [
    say('cosign', { of: { kind: 'window', subject: 'peak-week', digest: `sha256:${'9'.repeat(64)}` } }, 'carl'),
  ]),
  claimed('title that obeys nobody', ({ say, at }) => [
    say('request', readyText('CHG-2026-ZZZZZZ9', at, { title: '\u202e\u2066allow\u001b[2J ::set-output' }), 'rob'),
  ]),
  claimed('quarantine of a file that never came', ({ say }) => [
    say(
      'quarantine',
      {
        path: 'changes/2026/00/CHG-2026-0000000/evidence/01KAH000000000000000000000.json',
        blob: '1'.repeat(40),
        reason: 'x',
      },
      'carl',
    ),
  ]),
  {
    name: 'newer kind by a member',
    kind: 'member',
    make: (honest) => {
      const sealed = honest.say(
        'window',
        freezeOf('newer', 'lyon', { start: honest.at, end: honest.at + HOUR_MS }),
        'carl',
      );
      const text = rewritten(sealed, (record) => (record.kind = 'amnesty'), signerNamed('carl').sign);
      const all = {
        ready: 'indeterminate',
        rejected: 'indeterminate',
        frozen: 'indeterminate',
        bare: 'indeterminate',
      } as const;
      return {
        commits: [pushed(honest, [{ path: sealed.path, text }])],
        reasons: { [sealed.path]: 'unreadable unknown-kind' },
        answers: all,
      };
    },
  },
  {
    name: 'newer text of one change by a member',
    kind: 'member',
    make: (honest) => {
      const sealed = honest.say('decision', decidedOn(honest.texts.ready), 'petra');
      const text = rewritten(sealed, withNovelty, signerNamed('petra').sign);
      return {
        commits: [pushed(honest, [{ path: sealed.path, text }])],
        reasons: { [sealed.path]: 'unreadable schema' },
        answers: { ready: 'indeterminate' },
      };
    },
  },
  {
    name: 'start that uses a waiver on a line that moved on',
    kind: 'member',
    make: (honest) => {
      const { say, texts, at, line } = honest;
      const [judgedAt = ''] = line.commits.map(({ commit }) => commit);
      const body = {
        change: texts.frozen.change,
        event: 'started' as const,
        environment: 'production' as const,
        services: ['kiosk'],
        artifacts: [],
      };
      const waivers = ['01KAH000000000000000000000'];
      return refused(
        honest,
        'lock-missed',
        say('receipt', { ...body, happenedAt: toInstant(at), waivers, judgedAt }, 'pipe'),
      );
    },
  },
  {
    name: 'checkpoint by a peer',
    kind: 'member',
    make: (honest) =>
      refused(
        honest,
        'not-entitled',
        honest.say('checkpoint', honest.census.checkpointBody(honest.line.replay), 'petra'),
      ),
  },
  {
    name: 'checkpoint by nobody',
    kind: 'junk',
    make: (honest) =>
      refused(
        honest,
        'signer-unknown',
        honest.say('checkpoint', honest.census.checkpointBody(honest.line.replay), 'mallory'),
      ),
  },
  {
    name: 'two hundred forged checkpoints',
    kind: 'junk',
    make: (honest) => {
      const body = honest.census.checkpointBody(honest.line.replay);
      const forged = Array.from({ length: 200 }, (_, n) =>
        honest.say(
          'checkpoint',
          { ...body, position: 1_000_000 + n, state: `sha256:${hashOf(`${n}`).padEnd(64, '0')}` },
          'audra',
          { key: 'mallory' },
        ),
      );
      return refused(honest, 'key-unknown', ...forged);
    },
  },
];
