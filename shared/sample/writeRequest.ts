import type { Digest } from '../ids.ts';
import { HOUR_MS, MINUTE_MS, toInstant, type Ms } from '../time/instant.ts';
import type { Dealt } from './deal.ts';
import type { Dice } from './dice.ts';
import { triggerWords, usualTrigger } from './sampleWords.ts';
import type { Story } from './story.ts';

interface Given extends Dealt {
  readonly change: string;
  readonly start: Ms;
  readonly artifact: Digest;
  /** Null for a trial text, whose chance parts do not matter. */
  readonly dice: Dice | null;
}

const withoutArtifact = ['configuration', 'observability', 'infrastructure', 'identity', 'ingress', 'backup'];
const callers = ['ravi-banerjee', 'oliver-brandt', 'camille-roussel', 'daniel-achebe'];

/** The text of a sample change whose work starts at `start`. */
export function writeRequest({ work, title, turn, emergency, change, start, artifact, dice }: Given): Story['request'] {
  const end = start + work.minutes * MINUTE_MS;
  const only = work.sites[turn % Math.max(1, work.sites.length)];
  const sites = work.oneSite && only !== undefined ? [only] : [...work.sites];
  const [requester, implementer] = work.people;
  const service = work.services[0] ?? '';
  return {
    change,
    title,
    summary: work.why,
    type: emergency ? 'emergency' : 'normal',
    category: work.category,
    environment: !emergency && dice?.chance(0.05) ? 'staging' : 'production',
    services: [...work.services],
    sites,
    tenants: [],
    requester,
    implementer,
    timing: {
      earliestStart: toInstant(start - (emergency ? 0 : HOUR_MS)),
      start: toInstant(start),
      minutes: work.minutes,
      latestEnd: toInstant(end + (dice?.between(1, 3) ?? 1) * HOUR_MS),
    },
    artifacts: withoutArtifact.includes(work.category) ? [] : [{ service, digest: artifact }],
    plans: {
      implementation: work.steps,
      validation: work.check,
      rollback: {
        steps: work.back,
        criteria: triggerWords[work.category] ?? usualTrigger,
        authority: callers.find((person) => person !== requester && person !== implementer) ?? requester,
        readiness: work.readiness,
        minutes: Math.max(5, Math.round(work.minutes / 3)),
      },
      communication: emergency
        ? 'The shift lead is on the call; customer service is told at the start and at the end.'
        : 'Note to the site leads and customer service the day before, one line at the start and at the end.',
      fallback:
        sites.length === 0
          ? 'Customer service keeps orders on paper until the checks pass.'
          : 'Paper pick lists and the printed label stock of the dock office.',
    },
    data: work.data,
    phases:
      sites.length > 1 && !emergency ? sites.map((site, index) => ({ name: `Ring ${index + 1}`, sites: [site] })) : [],
    ...(emergency ? { incident: `INC-${4_100 + turn * 37 + work.minutes}` } : {}),
  };
}
