import { materialDigest } from '../change/material.ts';
import type { ChangeId, PersonId, RecordId } from '../ids.ts';
import { HOUR_MS, MINUTE_MS, toInstant, type Ms } from '../time/instant.ts';
import { hitsOf } from '../window/hitsOf.ts';
import { workOf } from '../window/work.ts';
import type { WindowContext } from '../window/windowContext.ts';
import type { Act } from './act.ts';
import { diceRecordId } from './crockford.ts';
import type { Dice } from './dice.ts';
import type { Story } from './story.ts';

/** Who may break the glass on the sample board, and who signs its waivers as change manager. */
const HOLDER: PersonId = 'helen-marsh';
const MANAGER: PersonId = 'ines-carvalho';
/** Stands for the digest that a waiver has once it is signed. */
const NO_DIGEST = `sha256:${'0'.repeat(64)}`;

export interface WaiverActs {
  readonly acts: readonly Act[];
  /** The waiver that the first start of a change uses. */
  readonly used: ReadonlyMap<ChangeId, RecordId>;
  /** The stories, the one of the broken glass with its incident. */
  readonly stories: readonly Story[];
}

/** A freeze that a story's work meets. */
interface Met {
  readonly story: Story;
  readonly windows: readonly string[];
  readonly owners: readonly PersonId[];
}

/**
 * Three waivers: one that waits for the change manager, one that a run has used, and glass that was broken for an
 * incident and still lacks its signatures. A day on which no work meets a freeze has fewer.
 */
export function waiverActs(stories: readonly Story[], windows: WindowContext, now: Ms, dice: Dice): WaiverActs {
  const met = stories.map((story) => meets(story, windows)).filter((each) => each.windows.length > 0);
  const running = met.filter(({ story }) => story.destination === 'implementing');
  const broken = withIncident(running.find(urgent) ?? running[0]);
  const used = met.find((each) => each.story.destination === 'validating' && !urgent(each));
  const [asked] = met
    .filter(({ story, owners }) => story.destination === 'scheduled' && !owners.includes(MANAGER))
    .toSorted((a, b) => a.story.start - b.story.start);
  const ids = new Map<ChangeId, RecordId>();
  const acts: Act[] = [];
  const write = (given: Met, by: PersonId, at: Ms, isBroken: boolean): void => {
    const { request, start } = given.story;
    const id = diceRecordId(at, dice);
    if (given !== asked) ids.set(request.change, id);
    const incident = request.incident ?? '';
    acts.push({
      kind: 'waiver',
      id,
      at,
      by,
      revises: false,
      body: {
        change: request.change,
        material: { version: 1, digest: materialDigest({ ...request, follows: [] }) },
        windows: [...given.windows],
        sites: [],
        expires: toInstant(isBroken ? at + 4 * HOUR_MS : start + 12 * HOUR_MS),
        reason: isBroken
          ? 'Invoices go out wrong with every minute that it waits.'
          : 'The other side switches over on that day; a week later the old way is gone.',
        rollbackProof: `${request.plans.rollback.steps} Rehearsed on staging the day before.`,
        ...(isBroken ? { breakGlass: { incident } } : {}),
      },
    });
  };
  const sign = ({ story }: Met, by: PersonId, at: Ms, role?: 'change-manager'): void => {
    const of = { kind: 'waiver' as const, subject: story.request.change, digest: NO_DIGEST };
    acts.push({ kind: 'cosign', at, by, revises: false, body: { of, ...(role === undefined ? {} : { role }) } });
  };
  if (broken) write(broken, HOLDER, broken.story.start - 8 * MINUTE_MS, true);
  if (used) {
    const at = used.story.start - 3 * HOUR_MS;
    write(used, used.story.request.requester, at, false);
    for (const [turn, owner] of used.owners.entries()) sign(used, owner, at + (20 + turn * 10) * MINUTE_MS);
    sign(used, MANAGER, at + 90 * MINUTE_MS, 'change-manager');
  }
  if (asked) {
    const at = Math.max(asked.story.openedAt + HOUR_MS, now - 50 * MINUTE_MS);
    write(asked, asked.story.request.requester, at, false);
    for (const [turn, owner] of asked.owners.entries()) sign(asked, owner, at + (15 + turn * 5) * MINUTE_MS);
  }
  const change = broken?.story.request.change;
  return {
    acts,
    used: ids,
    stories: stories.map((story) => (broken && story.request.change === change ? broken.story : story)),
  };
}

const urgent = ({ story }: Met) => story.request.type === 'emergency';

/** Nobody breaks the glass without one. */
function withIncident(met: Met | undefined): Met | undefined {
  if (!met) return undefined;
  const { request } = met.story;
  return { ...met, story: { ...met.story, request: { ...request, incident: request.incident ?? 'INC-4388' } } };
}

function meets(story: Story, windows: WindowContext): Met {
  const work = workOf({ ...story.request, follows: [] });
  const hits = work ? hitsOf(work, windows).filter(({ effect }) => effect === 'freeze') : [];
  const own = new Set([story.request.requester, story.request.implementer]);
  const owners = [...new Set(hits.map(({ owner }) => owner))];
  // Nobody waives a freeze for work of their own.
  if (owners.some((owner) => own.has(owner))) return { story, windows: [], owners: [] };
  return { story, windows: [...new Set(hits.map(({ span }) => span.window))], owners };
}
