import type { ChangeDraft } from '../../../../shared/api/changeCalls.ts';
import { HOUR_MS, MINUTE_MS, toInstant, toMs, type Ms } from '../../../../shared/time/instant.ts';
import { listIn } from '../../../route.ts';

const empty: ChangeDraft = {
  title: '',
  summary: '',
  type: 'normal',
  category: 'application-release',
  environment: 'production',
  services: [],
  sites: [],
  tenants: [],
  implementer: '',
  timing: null,
  artifacts: [],
  plans: {
    implementation: '',
    validation: '',
    rollback: { steps: '', criteria: '', readiness: 'written' },
    communication: '',
    fallback: '',
  },
  data: 'reversible',
  phases: [],
};

/** Minutes of work while nobody has said how long. */
export const USUAL_MINUTES = 60;

/** A new change, with what the address already knows: a start from the calendar, services from the map. */
export function emptyDraft(query: URLSearchParams, implementer: string): ChangeDraft {
  const start = Number(query.get('start'));
  const isTime = query.has('start') && Number.isSafeInteger(start);
  return {
    ...empty,
    implementer,
    services: [...listIn(query, 'services')],
    sites: [...listIn(query, 'sites')],
    timing: isTime ? timingFrom(start, USUAL_MINUTES) : null,
  };
}

/** A start with an envelope just as long as the work. */
export function timingFrom(start: Ms, minutes: number): NonNullable<ChangeDraft['timing']> {
  return {
    earliestStart: toInstant(start),
    start: toInstant(start),
    minutes,
    latestEnd: toInstant(start + minutes * MINUTE_MS),
  };
}

/** The draft with another start; the envelope follows when the work no longer lies inside it. */
export function startingAt(draft: ChangeDraft, start: Ms): ChangeDraft {
  const { timing } = draft;
  if (!timing) return { ...draft, timing: timingFrom(start, USUAL_MINUTES) };
  const end = start + timing.minutes * MINUTE_MS;
  return {
    ...draft,
    timing: {
      ...timing,
      start: toInstant(start),
      earliestStart: toInstant(Math.min(start, toMs(timing.earliestStart))),
      latestEnd: toInstant(Math.max(end, toMs(timing.latestEnd))),
    },
  };
}

/** What to ask free slots for: a change without a time still has a length. */
export function withSomeTime(draft: ChangeDraft, now: Ms): ChangeDraft {
  if (draft.timing) return draft;
  const nextHour = Math.ceil(now / HOUR_MS) * HOUR_MS;
  return { ...draft, timing: timingFrom(nextHour, USUAL_MINUTES) };
}
