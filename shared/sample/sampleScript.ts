import type { AssessContext } from '../change/assess.ts';
import type { SiteBody } from '../record/body/siteBody.ts';
import type { Board } from '../ledger/board.ts';
import type { Filed } from '../record/envelope.ts';
import { samplePolicy } from './samplePolicy.ts';
import { emptyTrackRecord } from '../risk/trackRecord.ts';
import { DAY_MS, HOUR_MS, toInstant, type Ms } from '../time/instant.ts';
import { createTopology } from '../topology/createTopology.ts';
import { workOf, type Work } from '../window/work.ts';
import { createWindowContext } from '../window/windowContext.ts';
import type { Act } from './act.ts';
import { castStories } from './castStories.ts';
import { createDice } from './dice.ts';
import { sampleMembers } from './sampleMembers.ts';
import { sampleServices } from './sampleServices.ts';
import { sampleSites } from './sampleSites.ts';
import { sampleWindows } from './sampleWindows.ts';
import type { Story } from './story.ts';
import { tellStory } from './tellStory.ts';
import { waiverActs } from './waiverActs.ts';

const HISTORY_DAYS = 170;

/** When the sample ledger of `now` was founded; every act lies after it. */
export function sampleFoundedAt(now: Ms): Ms {
  return Math.floor((now - HISTORY_DAYS * DAY_MS) / DAY_MS) * DAY_MS + 9 * HOUR_MS;
}

/**
 * What have the members of the sample board done until `now`? Oldest first; the same arguments give the same acts.
 * The board's founding (ledger, roster, policy) is not among them.
 */
export function sampleScript(now: Ms, seed: string): Act[] {
  const dice = createDice(seed);
  const founded = sampleFoundedAt(now);
  const setUp = foundingActs(founded, now);
  const context = trialContext(now);
  const cast = castStories(now, context.windows, dice);
  const { acts, used, stories } = waiverActs(cast, context.windows, now, createDice(`${seed} waivers`));
  const works = stories.flatMap(({ request }) => workOf({ ...request, follows: [] }) ?? []);
  const told = stories.flatMap((story) => tellStory(story, { ...context, others: rivals(story, works) }, now, dice));
  return [...setUp, ...told.map((act) => withWaiver(act, used)), ...acts].toSorted((a, b) => a.at - b.at);
}

/** The start that a waiver was written for names it. */
function withWaiver(act: Act, used: ReadonlyMap<string, string>): Act {
  if (act.kind !== 'receipt' || act.body.event !== 'started') return act;
  const waiver = used.get(act.body.change);
  return waiver === undefined ? act : { ...act, body: { ...act.body, waivers: [waiver] } };
}

/** Only what overlaps can collide; a shorter list keeps a hundred and twenty stories quick. */
function rivals(story: Story, works: readonly Work[]): Work[] {
  return works.filter(
    ({ change, start, end }) =>
      change !== story.request.change && start < story.start + 2 * DAY_MS && end > story.start - 2 * DAY_MS,
  );
}

function foundingActs(founded: Ms, now: Ms): Act[] {
  const sites = sampleSites.map((body, index): Act => {
    return { kind: 'site', at: founded + (20 + index) * 60_000, by: 'ines-carvalho', body, revises: false };
  });
  const services = sampleServices(now).map((body, index): Act => {
    const by = body.kind === 'business-process' ? 'ines-carvalho' : body.owner;
    return { kind: 'service', at: founded + (40 + index) * 60_000, by, body, revises: false };
  });
  const windows = sampleWindows(now).map((body, index): Act => {
    const recent = body.schedule.form === 'once';
    const at = recent ? now - (4 + index) * 3 * HOUR_MS : founded + (100 + index) * 60_000;
    return { kind: 'window', at, by: signerOf(body.owner, recent), body, revises: false };
  });
  return [...sites, ...services, ...windows];
}

/** Standing windows reach beyond one owner, so the change manager publishes them; owners publish their own dates. */
function signerOf(owner: string, recent: boolean): string {
  return recent ? owner : 'ines-carvalho';
}

/** The board as the stories see it: complete from the first day. */
function trialContext(now: Ms): Omit<AssessContext, 'others'> & { others: readonly Work[] } {
  const sites = new Map<string, SiteBody>(sampleSites.map((body) => [body.site, { ...body, follows: [] }]));
  const services = sampleServices(now).map((body) => ({ ...body, follows: [] }));
  const topology = createTopology(services);
  const windows = sampleWindows(now).map((body) => ({ ...body, follows: [] }));
  const nothing = '0'.repeat(26);
  const fingerprint = `SHA256:${'A'.repeat(43)}`;
  const trialKey = { fingerprint, publicKey: 'ssh-ed25519 AAAA', label: 'trial' }; // only who holds a key could sign
  const board: Board = {
    ledger: nothing,
    rootFingerprint: fingerprint,
    head: '0'.repeat(40),
    length: 1,
    identity: { format: 1, name: 'trial', sample: true, root: { publicKey: '', fingerprint }, follows: [] },
    roster: { people: sampleMembers.map((member) => ({ ...member, keys: [trialKey] })), follows: [] },
    policy: { ...samplePolicy(), follows: [] },
    sites,
    services: new Map(services.map((body) => [body.service, body])),
    windows: new Map(windows.map((body): [string, Filed<'window'>[]] => [body.window, [trialWindow(body)]])),
    voids: { keys: new Map(), roles: [], paths: new Set() },
  };
  const published = windows.filter(({ standing }) => standing === 'published');
  return {
    board,
    windows: createWindowContext({ windows: published, sites, topology }),
    others: [],
    track: emptyTrackRecord,
  };

  function trialWindow(body: Filed<'window'>['record']['body']): Filed<'window'> {
    const signed = { by: body.owner, key: fingerprint, at: toInstant(now), sig: 'AAAA' };
    return {
      record: { kind: 'window', id: nothing, ledger: nothing, body, signed },
      digest: '',
      path: '',
      position: 0,
    };
  }
}
