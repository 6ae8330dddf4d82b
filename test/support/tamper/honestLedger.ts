import { verifySshsig } from '../../../electron/seal/sshsig.ts';
import { createCensus } from '../../../shared/ledger/census.ts';
import type { Standing } from '../../../shared/ledger/line.ts';
import { createReplay } from '../../../shared/ledger/replay.ts';
import type { Filed } from '../../../shared/record/envelope.ts';
import type { Kind } from '../../../shared/record/kinds.ts';
import type { Sealed } from '../../../shared/record/seal.ts';
import { createDice } from '../../../shared/sample/dice.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/time/instant.ts';
import { serviceOf, siteOf } from '../ledgerBodies.ts';
import { START, startLine } from '../ledgerLine.ts';
import { nextChange, type Honest, type Say } from './honest.ts';
import { tellMore } from './honestActs.ts';
import { decidedOn, freezeOf, readyText, testedFor } from './honestBodies.ts';
import { team } from './honestPeople.ts';

/** A ledger whose story the seed gives: one change ready to go, one rejected, one frozen, one not approved. */
export function createHonest(seed: string): Honest {
  const dice = createDice(seed);
  const line = startLine({ people: team });
  const census = createCensus();
  const filed: Filed[] = [];
  const sealed = new Map<string, Sealed>();
  const said = new Map<string, Sealed>();
  const at = START + 10 * DAY_MS;
  let now = START + HOUR_MS;
  const take = (standings: readonly Standing[]): void => {
    census.note(standings);
    for (const each of standings) if ('filed' in each && each.standing === 'counted') filed.push(each.filed);
  };
  // The founding commit was judged when the line was started; the census hears of it from a replay of its own.
  const [first] = line.commits;
  if (first) take(createReplay({ verify: verifySshsig }).apply(first));

  const say: Say = (kind, body, by, given = {}) => {
    const record = line.sign(kind, body, { by, at: now + dice.between(-60, 60) * 1_000, ...given });
    said.set(record.path, record as unknown as Sealed);
    return record;
  };
  const add: Honest['add'] = (...files) => {
    const standings = line.add(...files);
    take(standings);
    for (const { path } of files) {
      const record = said.get(path);
      if (record) sealed.set(path, record);
    }
    now += dice.between(5, 40) * MINUTE_MS;
    return standings;
  };
  const texts = {
    ready: readyText(nextChange(), at),
    rejected: readyText(nextChange(), at),
    frozen: readyText(nextChange(), at, { sites: ['newark'] }),
    bare: readyText(nextChange(), at),
  };
  const of = <K extends Kind>(kind: K) =>
    [...sealed.values()].filter((given): given is Sealed<K> => given.record.kind === kind);
  const honest: Honest = { dice, line, census, say, add, now: () => now, at, texts, filed, of };
  tell(honest);
  return honest;
}

function tell(honest: Honest): void {
  const { say, add, texts, dice, at, line, census } = honest;
  add(
    say('site', siteOf(), 'carl'),
    say('site', siteOf({ site: 'newark', name: 'Newark', kind: 'hub', zone: 'America/New_York' }), 'cora'),
    say('service', serviceOf({ service: 'kiosk', tier: 4, kind: 'device', sites: ['lyon', 'newark'] }), 'carl'),
  );
  add(say('window', freezeOf('peak-week', 'newark', { start: at - DAY_MS, end: at + DAY_MS }), 'carl'));
  const order = dice.chance(0.5) ? Object.values(texts) : Object.values(texts).toReversed();
  for (const text of order) add(say('request', text, 'rita'));
  tellMore(honest);
  for (const { change } of order) add(say('evidence', testedFor(change, at), 'ivan'));
  for (const text of [texts.ready, texts.rejected, texts.frozen]) add(say('decision', decidedOn(text), 'petra'));
  tellMore(honest);
  add(say('decision', decidedOn(texts.rejected, { verdict: 'reject', reason: 'Not now.' }), 'petra'));
  add(say('checkpoint', census.checkpointBody(line.replay), 'audra'));
  if (dice.chance(0.5)) tellMore(honest);
}
