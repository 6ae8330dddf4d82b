import { DAY_MS, HOUR_MS, toInstant } from '../../../shared/time/instant.ts';
import { member, role } from '../ledgerPeople.ts';
import { pushed, refused, type Attack, type Tampered } from './attack.ts';
import { nextChange, type Honest } from './honest.ts';
import { decidedOn, freezeOf, readyText, testedFor } from './honestBodies.ts';
import { teamWith } from './honestPeople.ts';
import { revisedRoster } from './rosterAttacks.ts';

const as = (
  name: string,
  reason: Parameters<typeof refused>[1],
  make: (honest: Honest) => { readonly path: string; readonly text: string },
): Attack => ({ name, kind: 'member', make: (honest) => refused(honest, reason, make(honest)) });

const approve = (honest: Honest, by: string, given: Partial<ReturnType<typeof decidedOn>> = {}, key = by) =>
  honest.say('decision', decidedOn(honest.texts.bare, given), by, { key });

/** Adds honest roster revisions first; what they answered is told, so that the attack alone is looked at. */
function after(honest: Honest, changed: ReturnType<typeof member> | null, person: string) {
  return revisedRoster(honest, teamWith(person, changed, honest.line.replay.board().roster.people));
}

export const roleAttacks: readonly Attack[] = [
  as('role not held', 'not-entitled', (honest) => approve(honest, 'petra', { role: 'security' })),
  as('role that decides nothing', 'not-entitled', (honest) => approve(honest, 'rob', { role: 'requester' })),
  as('role that breaks the glass, on a decision', 'not-entitled', (honest) =>
    approve(honest, 'petra', { role: 'break-glass' }),
  ),
  as('role held elsewhere only', 'not-in-reach', (honest) => approve(honest, 'paul')),
  as('role that ran out, dated by an honest clock', 'not-entitled', (honest) => approve(honest, 'temp')),
  as('role that ran out, backdated', 'not-entitled', (honest) =>
    honest.say('decision', decidedOn(honest.texts.bare), 'temp', { at: Date.parse('2026-11-20T09:30:00Z') }),
  ),
  as('author approves', 'self-approval', (honest) => approve(honest, 'rita')),
  as('author approves with a second key', 'self-approval', (honest) => approve(honest, 'rita', {}, 'rita-phone')),
  as('implementer approves', 'self-approval', (honest) => approve(honest, 'ivan')),
  as('pipeline approves', 'not-entitled', (honest) => approve(honest, 'pipe')),
  as('auditor freezes', 'not-entitled', ({ say, at }) =>
    say('window', freezeOf('x', 'lyon', { start: at, end: at + HOUR_MS }), 'audra'),
  ),
  as('second first text of a change', 'collision', ({ say, texts, at }) =>
    say('request', readyText(texts.ready.change, at, { title: 'Mine' }), 'rob'),
  ),
  as("another's change carried on", 'not-entitled', ({ say, texts, of }) => {
    const first = of('request').find(({ record }) => record.body.change === texts.bare.change);
    return say('request', { ...texts.bare, cancelled: { reason: 'x' }, follows: [first?.digest ?? ''] }, 'rob');
  }),
  as('text that follows nothing known', 'wrong-follows', ({ say, texts }) =>
    say('request', { ...texts.bare, follows: [`sha256:${'d'.repeat(64)}`] }, 'rita'),
  ),
  as('decision on a change that does not exist', 'wrong-follows', ({ say, at }) =>
    say('decision', decidedOn(readyText(nextChange(), at)), 'petra'),
  ),
  as('evidence by somebody who has none', 'not-entitled', ({ say, texts, at }) =>
    say('evidence', testedFor(texts.bare.change, at), 'dirk'),
  ),
  as('freeze taken away by one signature', 'not-entitled', ({ say, of }) => {
    const [freeze] = of('window');
    return say('quarantine', { path: freeze?.path ?? '', blob: '1'.repeat(40), reason: 'x' }, 'carl');
  }),
  as('rejection taken away by one signature', 'not-entitled', ({ say, of }) => {
    const rejection = of('decision').find(({ record }) => record.body.verdict === 'reject');
    return say('quarantine', { path: rejection?.path ?? '', blob: '1'.repeat(40), reason: 'x' }, 'carl');
  }),
  as('quarantine by a peer', 'not-entitled', ({ say, of }) =>
    say('quarantine', { path: of('evidence')[0]?.path ?? '', blob: '1'.repeat(40), reason: 'x' }, 'petra'),
  ),
  as("receipt of a pipeline's work by a peer", 'not-entitled', ({ say, texts, at }) =>
    say(
      'receipt',
      {
        change: texts.ready.change,
        event: 'started',
        environment: 'production',
        services: ['kiosk'],
        artifacts: [],
        happenedAt: toInstant(at),
      },
      'petra',
    ),
  ),
  as("delegation of somebody else's roles", 'not-entitled', ({ say, at }) =>
    say(
      'delegation',
      {
        person: 'carl',
        to: 'rob',
        roles: [role('change-manager')],
        from: toInstant(at - DAY_MS),
        until: toInstant(at + DAY_MS),
        reason: 'x',
        standing: 'given',
        follows: [],
      },
      'rob',
    ),
  ),
  {
    name: 'role held only later',
    kind: 'member',
    make: (honest): Tampered => {
      const seen = honest.line.head();
      const grown = after(honest, member('petra', ['peer', 'security']), 'petra');
      const early = honest.say('decision', decidedOn(honest.texts.bare, { role: 'security' }), 'petra', { seen });
      return {
        commits: [...grown.commits, pushed(honest, [early], { parents: [grown.head] })],
        reasons: { [early.path]: 'not-entitled' },
        counted: grown.counted,
      };
    },
  },
  {
    name: 'role held only earlier',
    kind: 'member',
    make: (honest): Tampered => {
      const seen = honest.line.head();
      const shrunk = after(honest, member('paul', ['requester']), 'paul');
      const late = honest.say('decision', decidedOn(honest.texts.frozen), 'paul', { seen });
      return {
        commits: [...shrunk.commits, pushed(honest, [late], { parents: [shrunk.head] })],
        reasons: { [late.path]: 'not-entitled' },
        counted: shrunk.counted,
      };
    },
  },
];
