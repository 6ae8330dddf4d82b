import { materialDigest } from '../../../shared/change/material.ts';
import type { RequestBody } from '../../../shared/record/body/requestBody.ts';
import type { WaiverBody } from '../../../shared/record/body/waiverBody.ts';
import type { Sealed } from '../../../shared/record/seal.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, toInstant, type Ms } from '../../../shared/time/instant.ts';
import { serviceOf, siteOf } from '../ledgerBodies.ts';
import { hashOf, START, startLine, type Line } from '../ledgerLine.ts';
import { keyNamed, member } from '../ledgerPeople.ts';
import { artifact, decidedOn, freezeOf, readyText, testedFor } from '../tamper/honestBodies.ts';
import { team, teamWith } from '../tamper/honestPeople.ts';

/** When the work is to be done, and when the freeze of it begins. */
export const AT: Ms = START + 4 * DAY_MS;
const CHANGE = 'CHG-2026-0000007';
export const first = readyText(CHANGE, AT);
const staff = [...team, member('nils', ['break-glass'])];

/** One thing that somebody does: what, who, and numbers that settle the rest. */
export interface Step {
  readonly what: number;
  readonly by: number;
  readonly pick: number;
  readonly back: number;
  readonly off: number;
}

/** A board about one change that several people work on, carelessly, some with clocks that are wrong or set back. */
export interface ChangeBoard {
  readonly line: Line;
  readonly now: () => Ms;
  readonly take: (step: Step) => void;
}

/** Minutes by which a clock is off: mostly none. */
const offsets = [0, 0, 0, -2, -20, -240, -1_500, 3, 20, 700];

export function startChangeBoard(): ChangeBoard {
  const line = startLine({ people: staff });
  const made: Sealed[] = [];
  const of = (kind: string) => made.filter(({ record }) => record.kind === kind);
  let now = START + HOUR_MS;
  const addAt = (who: string, body: readonly Sealed[]): void => {
    made.push(...body);
    line.add(...body);
    now += who === 'pipe' ? MINUTE_MS : 25 * MINUTE_MS;
  };
  addAt('carl', [
    line.sign('site', siteOf(), { by: 'carl', at: now }),
    line.sign('service', serviceOf({ service: 'kiosk', tier: 4, kind: 'device', sites: ['lyon'] }), {
      by: 'carl',
      at: now,
    }),
    line.sign('window', freeze(3, []), { by: 'bruno', at: now }),
  ] as unknown as Sealed[]);
  addAt('rita', [line.sign('request', first, { by: 'rita', at: now }) as unknown as Sealed]);

  const take = (step: Step): void => {
    const seen = line.commits[Math.max(0, line.commits.length - 1 - step.back)]?.commit ?? '';
    const at = Math.floor((now + (offsets[step.off % offsets.length] ?? 0) * MINUTE_MS) / 1_000) * 1_000;
    const said = saidIn(line, { of, at, seen, step });
    if (step.what % 16 === 0) now += (step.pick % 30) * HOUR_MS;
    if (said.length > 0) addAt(said[0]?.record.signed.by ?? '', said);
  };
  return { line, now: () => now, take };
}

function freeze(hours: number, follows: readonly string[], edge: 'finish' | 'stop-at-next-stage' = 'finish') {
  return freezeOf('stop', 'lyon', { start: AT, end: AT + hours * HOUR_MS }, { follows: [...follows], edge });
}

let names = 0;
/** As desks name records: by their clock, and a part that nobody else has. */
function nameAt(at: Ms): string {
  names += 1;
  return `${base32(at, 10)}${base32(names, 16)}`;
}

function base32(value: number, length: number): string {
  let text = '';
  for (let left = value; text.length < length; left = Math.floor(left / 32))
    text = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.charAt(left % 32) + text;
  return text;
}

interface Doing {
  readonly of: (kind: string) => readonly Sealed[];
  readonly at: Ms;
  readonly seen: string;
  readonly step: Step;
}

/** What this step says, signed; nothing where it has nothing to speak of. */
function saidIn(line: Line, { of, at, seen, step }: Doing): readonly Sealed[] {
  const { pick, by } = step;
  const one = <T>(all: readonly T[], n = by): T => all[n % all.length] as T; // never asked of an empty list
  const sign = (kind: never, body: never, who: string, more: object = {}): Sealed =>
    line.sign(kind, body, { by: who, at, seen, id: nameAt(at), ...more }) as unknown as Sealed;
  const say = (kind: string, body: object, who: string): Sealed[] => [sign(kind as never, body as never, who)];
  const latest = (kind: string) =>
    of(kind)
      .slice(-1)
      .map(({ digest }) => digest);
  const text = one(of('request'), pick).record.body as RequestBody;
  const together = (kind: 'roster' | 'policy', body: object): Sealed[] => {
    const made = sign(kind as never, { ...body, follows: [line.inForce(kind)] } as never, 'ada');
    return [made, sign('cosign' as never, { of: { kind, digest: made.digest } } as never, 'alan')];
  };
  const { roster, policy } = line.replay.board();
  switch (step.what % 16) {
    case 1:
    case 2:
      return say(
        'decision',
        decidedOn(text, pick % 4 ? {} : { verdict: 'reject' }),
        one(['petra', 'petra', 'paul', 'ivan', 'rita', 'temp']),
      );
    case 3:
      return say('evidence', testedFor(CHANGE, AT), one(['ivan', 'pipe', 'petra']));
    case 4:
    case 5:
    case 6: {
      const waivers = pick % 3 === 0 ? of('waiver').map(({ record }) => record.id) : [];
      const event = one(['started', 'started', 'succeeded', 'failed', 'rolled-back'] as const, pick);
      const body = {
        change: CHANGE,
        event,
        environment: 'production',
        services: ['kiosk'],
        ...(pick % 2 ? { site: 'lyon' } : {}),
        artifacts: [{ service: 'kiosk', digest: artifact }],
        judgedAt: line.head(),
        ...(event === 'started' && waivers.length > 0 ? { waivers } : {}),
        ...(pick % 11 === 0 ? { rollbackOf: CHANGE } : {}),
        happenedAt: toInstant(at),
      };
      return say('receipt', body, one(['pipe', 'pipe', 'ivan']));
    }
    case 7: {
      const asked: WaiverBody = {
        change: CHANGE,
        material: { version: 1, digest: materialDigest(text) },
        windows: ['stop'],
        sites: [],
        expires: toInstant(AT + (1 + (pick % 5)) * HOUR_MS),
        reason: 'Wrong tax',
        rollbackProof: '',
        follows: pick % 7 === 0 ? latest('waiver') : [],
      };
      const glass = { ...asked, breakGlass: { incident: 'INC-1' } };
      return pick % 4 === 0 ? say('waiver', glass, 'nils') : say('waiver', asked, one(['rita', 'ivan']));
    }
    case 8:
    case 9: {
      const waiver = of('waiver').at(-1);
      if (!waiver) return [];
      const target = { kind: 'waiver', subject: CHANGE, digest: waiver.digest };
      if (pick % 3 === 0) return say('cosign', { of: target }, one(['bruno', 'carl']));
      return say(
        'cosign',
        { of: target, role: pick % 2 ? 'change-manager' : 'director' },
        one(['carl', 'cora', 'dirk']),
      );
    }
    case 10: {
      const summary = one(['Well', 'Badly', 'In parts'], pick);
      const body = {
        change: CHANGE,
        outcome: 'successful',
        summary,
        causes: '',
        actions: [],
        waivers: [],
        follows: [],
      };
      return say('review', body, one(['ivan', 'carl']));
    }
    case 11: {
      const { title, plans } = text;
      const changed = pick % 2 ? { title: `${title}!` } : { plans: { ...plans, validation: `V${pick}` } };
      const body = { ...text, ...changed, ...(pick % 5 ? { incident: 'INC-1' } : {}), follows: latest('request') };
      return say('request', body, one(['rita', 'ivan', 'carl']));
    }
    case 12: {
      const name = one(['petra', 'pipe', 'ivan', 'rita', 'carl', 'bruno', 'nils', 'audra'], pick);
      const held = roster.people.find(({ person }) => person === name);
      if (!held) return [];
      const revoked = { after: seen, reason: '' };
      const ended = held.roles.map((given) => ({ ...given, ended: { after: seen, voids: pick % 2 === 0 } }));
      const lost = by % 2 ? { ...held, roles: ended } : { ...held, keys: [keyNamed(name, { revoked })] };
      return together('roster', { people: teamWith(name, lost, roster.people) });
    }
    case 13: {
      const edge = by % 2 ? 'finish' : 'stop-at-next-stage';
      const body = freeze(1 + (pick % 6), latest('window'), edge);
      return say('window', pick % 6 === 0 ? { ...body, standing: 'withdrawn' } : body, one(['bruno', 'carl']));
    }
    case 14: {
      if (pick % 2) return together('policy', { ...policy, approvalDays: 5 + (pick % 3) });
      const gone = one([...of('request'), ...of('evidence')], pick);
      return say('quarantine', { path: gone.path, blob: hashOf(gone.text), reason: '' }, 'carl');
    }
    case 15: {
      const dates = { from: toInstant(START), until: toInstant(AT + DAY_MS), reason: '' };
      const given = { roles: [{ role: 'peer', reach: 'everything' }], standing: pick % 3 ? 'given' : 'withdrawn' };
      if (pick % 4)
        return say(
          'delegation',
          { person: 'petra', to: 'dirk', ...given, ...dates, follows: latest('delegation') },
          'petra',
        );
      return say('decision', decidedOn(text, { onBehalfOf: 'petra' }), 'dirk');
    }
    default:
      return say('comment', { change: CHANGE, text: 'Seen.', follows: [] }, one(['petra', 'sofia', 'dirk', 'audra']));
  }
}
